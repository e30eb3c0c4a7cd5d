using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Steps;

public sealed class NoticeTests
{
    private static readonly ProjectConfiguration Company = Announced(Documents.Sales("anna"), RecordingRule.Always);

    [Fact]
    public void He_is_told_before_anybody_is_rung()
    {
        var scene = new Scene(Company);
        var call = scene.CallAnchored();
        Assert.Equal(["recorded"], scene.Says());
        Assert.Empty(scene.Rung(call));
        scene.Presses(call, "1");
        Assert.Empty(scene.Events);
        scene.Hears(call);
        Assert.Equal(["anna"], scene.Rung(call));
    }

    [Fact]
    public void Nobody_is_told_whose_conversation_is_not_recorded()
    {
        var scene = new Scene(Announced(Documents.Sales("anna"), RecordingRule.Never));
        Assert.Equal(["anna"], scene.Rung(scene.CallAnchored()));
    }

    [Fact]
    public void Nobody_is_told_who_cannot_hear_it_and_is_not_recorded_either()
    {
        var scene = new Scene(Company);
        var call = scene.Call();
        scene.Take(call);
        Assert.False(scene.One<ConversationBegan>().IsRecorded);
    }

    private static ProjectConfiguration Announced(ProjectConfiguration document, RecordingRule record) => document with
    {
        Numbers = [document.Numbers[0] with { RecordingNotice = true, Record = record }],
    };
}
