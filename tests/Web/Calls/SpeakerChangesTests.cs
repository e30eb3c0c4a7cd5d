using CallCenter.Abstractions.Calls;
using CallCenter.Web.Calls.Recordings;

namespace CallCenter.Web.Tests.Calls;

/// <summary>The moments that the player jumps to.</summary>
public sealed class SpeakerChangesTests
{
    [Fact]
    public void The_floor_goes_over_where_the_other_begins_and_not_where_one_goes_on()
    {
        var changes = SpeakerChanges.Of(
            Recording([new(1_000, 500), new(2_000, 500), new(9_000, 100)], [new(4_000, 1_000), new(6_000, 500)]));
        Assert.Equal([1_000, 4_000, 9_000], changes);
    }

    [Fact]
    public void Whoever_interrupts_takes_the_floor_and_both_at_once_are_one_change()
    {
        Assert.Equal([0, 800], SpeakerChanges.Of(Recording([new(0, 1_000)], [new(800, 4_000)])));
        Assert.Equal([500], SpeakerChanges.Of(Recording([new(500, 1_000)], [new(500, 2_000)])));
        Assert.Empty(SpeakerChanges.Of(Recording([], [])));
    }

    [Fact]
    public void There_is_a_bound_however_often_they_take_turns()
    {
        var client = Enumerable.Range(0, 3_000).Select(at => new SpeechSpan(at * 1_000, 400)).ToList();
        var employee = Enumerable.Range(0, 3_000).Select(at => new SpeechSpan((at * 1_000) + 500, 400)).ToList();
        Assert.Equal(SpeakerChanges.Most, SpeakerChanges.Of(Recording(client, employee)).Count);
    }

    private static RecordingRecord Recording(IReadOnlyList<SpeechSpan> client, IReadOnlyList<SpeechSpan> employee) =>
        new(0, 60_000, 0, 0, 0, new RecordedSide(0, null, 0, 0, client), new RecordedSide(0, null, 0, 0, employee));
}
