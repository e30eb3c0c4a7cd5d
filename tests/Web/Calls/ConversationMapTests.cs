using CallCenter.Abstractions.Calls;
using CallCenter.Web.Calls.Recordings;

namespace CallCenter.Web.Tests.Calls;

/// <summary>The map of who speaks when.</summary>
public sealed class ConversationMapTests
{
    [Fact]
    public void The_client_is_above_the_employee_below_and_both_over_the_whole_height()
    {
        var map = ConversationMap.Of(Recording(40_000, [new(0, 10_000), new(20_000, 5_000)], [new(8_000, 14_000)]));
        Assert.Equal("M0 2H1000V19H0ZM2000 2H2500V19H2000Z", map.Client);
        Assert.Equal("M800 21H2200V38H800Z", map.Employee);
        Assert.Equal("M800 2H1000V38H800ZM2000 2H2200V38H2000Z", map.Both);
    }

    [Fact]
    public void A_word_in_a_long_recording_is_still_seen()
    {
        Assert.Equal("M2000 2H2001V19H2000Z", ConversationMap.Of(Recording(3_600_000, [new(1_800_000, 100)], [])).Client);
        Assert.Equal("M3999 2H4000V19H3999Z", ConversationMap.Of(Recording(3_600_000, [new(3_600_000, 100)], [])).Client);
    }

    [Fact]
    public void A_drawing_has_a_bound_however_much_is_said()
    {
        var spans = Enumerable.Range(0, 100_000).Select(at => new SpeechSpan(at * 100, 50)).ToList();
        Assert.InRange(ConversationMap.Of(Recording(10_000_000, spans, spans)).Client.Length, 1, ConversationMap.Width / 2 * 30);
    }

    [Fact]
    public void Nothing_said_is_nothing_drawn_and_no_share()
    {
        var nothing = Recording(0, [], []);
        Assert.Equal(new ConversationMap("", "", ""), ConversationMap.Of(nothing));
        Assert.Null(nothing.ClientShare());
        Assert.Null(nothing.OfTime(nothing.SilenceMs));
    }

    private static RecordingRecord Recording(long durationMs, IReadOnlyList<SpeechSpan> client, IReadOnlyList<SpeechSpan> employee) =>
        new(0, durationMs, 0, 0, 0, Side(client), Side(employee));

    private static RecordedSide Side(IReadOnlyList<SpeechSpan> spans) =>
        new(spans.Sum(span => (long)span.DurationMs), spans.Count > 0 ? spans[0].StartMs : null, 0, 0, spans);
}
