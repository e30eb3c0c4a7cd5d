using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Journal.Segments;
using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests;

/// <summary>How large a turn may be, and what becomes of one that no record can hold.</summary>
public sealed class TurnSizeTests : IDisposable
{
    private const int MostEmployees = 10_000;
    private static readonly EmployeeState Ready = new(Availability.Ready, new string('r', 100), Activity.Idle, null, null, 1, null);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_largest_document_fits_into_a_turn_with_everybody_leaving_and_everybody_coming()
    {
        var document = new ProjectConfiguration { Name = "" };
        document = document with { Name = new string('x', ConfigurationJson.MostBytes - ConfigurationJson.Write(document).Length) };
        Assert.Equal(ConfigurationJson.MostBytes, ConfigurationJson.Write(document).Length);
        ProjectEvent[] turn =
            [.. Everybody("gone", begin: false), new ConfigurationPublished(2, "anna", document), .. Everybody("new", begin: true)];
        using (var journal = Open())
        {
            var writer = journal.NewWriter();
            journal.WriteTurns(Turns.Main, 1, 1);
            writer.Append(Turns.Main, 3, 1, turn);
            writer.Flush();
            journal.WriteTurns(Turns.Other, 1, 1);
        }

        using var again = Open();

        var read = again.Reader.ReadAfter(Turns.Main, 2, int.MaxValue);
        Assert.Equal(turn.Length, Assert.Single(read).Count);
        Assert.Equal(document.Name, read[0].Events.OfType<ConfigurationPublished>().Single().Document.Name);
        Assert.Single(again.Sequences(Turns.Other));
    }

    [Fact]
    public void A_turn_that_no_record_can_hold_stops_the_journal_behind_the_turns_before_it()
    {
        using var journal = Open();
        var writer = journal.NewWriter();
        writer.AppendTurn(Turns.Main, 1);
        var much = new LegAnswered(new LegId(new CallId(1), 1), Facts(new byte[JournalRecord.LongestPayload]));

        var refused = Assert.Throws<InvalidOperationException>(() => writer.Append(Turns.Main, 3, 1, [much]));

        Assert.Contains("longer than a journal record", refused.Message, StringComparison.Ordinal);
        for (var again = 0; again < 2; again++)
        {
            var broken = Assert.Throws<InvalidOperationException>(writer.Flush);
            Assert.Contains("after event 2 cannot be journaled", broken.Message, StringComparison.Ordinal);
            Assert.Equal(2, journal.Reader.LastSequence(Turns.Main));
        }
        Assert.Throws<InvalidOperationException>(() => writer.AppendTurn(Turns.Main, 2));
        journal.Dispose();
        using var next = Open();
        next.WriteTurns(Turns.Main, 2, 2);
        Assert.Equal([1, 3], next.Sequences(Turns.Main));
    }

    [Fact]
    public void A_length_of_26_bits_is_told_from_one_of_24_and_from_what_is_no_record()
    {
        Assert.Equal(1, JournalRecord.PayloadLength([1, 0, 0, 0xCC, 0, 0, 0, 0]));
        Assert.Equal(0xFF_FFFF, JournalRecord.PayloadLength([0xFF, 0xFF, 0xFF, 0xCC, 0, 0, 0, 0]));
        Assert.Equal(0x3FF_FFFF, JournalRecord.PayloadLength([0xFF, 0xFF, 0xFF, 0xCF, 0, 0, 0, 0]));
        Assert.Equal(-1, JournalRecord.PayloadLength([0, 0, 0, 0xCC, 0, 0, 0, 0]));
        Assert.Equal(-1, JournalRecord.PayloadLength([1, 0, 0, 0xD0, 0, 0, 0, 0]));
        Assert.Equal(-1, JournalRecord.PayloadLength([1, 0, 0, 0xCB, 0, 0, 0, 0]));
    }

    private static SipLegFacts Facts(byte[] sdp) => new("call", "here", "there", "sip:a", "sip:b", 1, 2, [], "sip:c", "udp:x", null, sdp);

    private static IEnumerable<ProjectEvent> Everybody(string key, bool begin) => Enumerable.Range(0, MostEmployees).Select(index =>
        new EmployeeStateChanged(
            new EmployeeId($"{key}-{index}-{new string('k', 24)}"), begin ? null : Ready, begin ? Ready : null,
            StateCause.Configuration, null));

    private JournalFolder Open() => JournalFolder.Open(new JournalOptions(_folder.Path));
}
