using CallCenter.Web.Work;

namespace CallCenter.Web.Tests.Work;

/// <summary>What a notice tells can be taken back once, and only while it is the newest.</summary>
public class NoticesTests
{
    private readonly Notices _notices = new();
    private int _undone;

    [Fact]
    public async Task A_second_press_takes_nothing_back()
    {
        _notices.Say("Removed.", Undo);
        Assert.True(_notices.CanUndo);
        await _notices.Undo();
        await _notices.Undo();

        Assert.Equal(1, _undone);
        Assert.False(_notices.CanUndo);
    }

    [Fact]
    public async Task The_next_notice_takes_its_place()
    {
        _notices.Say("Removed.", Undo);
        _notices.Say("Saved.");
        await _notices.Undo();

        Assert.Equal(0, _undone);
    }

    private Task Undo()
    {
        _undone++;
        return Task.CompletedTask;
    }
}
