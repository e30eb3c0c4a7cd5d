using CallCenter.Abstractions;
using CallCenter.Abstractions.Employees;
using CallCenter.Journal;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Projects;

/// <summary>Snapshot and journal have to meet; where they do not, the start says so.</summary>
public sealed class RecoveryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Journal => Path.Combine(_folder.Path, "journal");

    private string Snapshots => Path.Combine(_folder.Path, "snapshots");

    private string Segment => Directory.GetFiles(Journal, "*.journal").Single();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_journal_that_ends_before_its_snapshot_stops_the_start_with_both_numbers()
    {
        await StartAndStop();
        var newest = Recovered().Sequence;
        File.WriteAllBytes(Segment, File.ReadAllBytes(Segment)[..^1]);

        var gap = Assert.Throws<JournalGapException>(() => Recovered());

        Assert.Contains($"up to {newest}", gap.Message, StringComparison.Ordinal);
        Assert.Contains($"ends with {newest - 1}", gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_journal_that_is_gone_stops_the_start()
    {
        await StartAndStop();
        Directory.Delete(Journal, recursive: true);

        Assert.Contains("ends with 0", Assert.Throws<JournalGapException>(() => Recovered()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_first_segment_stops_the_recovery_of_a_project_without_snapshot()
    {
        using (var written = OpenSmallSegments())
        {
            var writer = written.NewWriter();
            for (var turn = 1; turn <= 40; turn++)
            {
                writer.Append(SiloUnderTest.Project, turn, turn, [DayBegan.Instance]);
                writer.Flush();
            }
        }
        File.Delete(Directory.GetFiles(Journal, "*.journal").Order(StringComparer.Ordinal).First());
        using var journal = OpenSmallSegments();

        var gap = Assert.Throws<JournalGapException>(() => Recovery.Run([SiloUnderTest.Project], journal, Snapshots, new KeptLog()));

        Assert.Contains("known up to event 0", gap.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_snapshot_is_said_and_the_journal_is_used_instead()
    {
        await StartAndStop();
        var newest = Recovered().Sequence;
        var snapshot = Directory.GetFiles(Snapshots).Single();
        File.WriteAllBytes(snapshot, File.ReadAllBytes(snapshot)[..^1]);

        var (sequence, log) = Recovered();

        Assert.Equal(newest, sequence);
        Assert.Contains(log.Lines, line => line.Contains($"{snapshot} is damaged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_clean_stop_while_the_journal_is_away_leaves_no_snapshot_of_what_the_journal_does_not_have()
    {
        var silo = await SiloUnderTest.Start(SampleConfiguration.Of("127.0.0.1", ["sip:one@127.0.0.1:9"]), _folder.Path);
        var journaled = silo.Events().Count;
        silo.BreakJournal();
        await Assert.ThrowsAsync<IOException>(() => ChangeTwice(silo));
        await silo.DisposeAsync();

        Assert.Equal(journaled, Recovered().Sequence);
    }

    [Fact]
    public async Task A_torn_tail_is_said_with_file_offset_and_bytes()
    {
        await StartAndStop();
        var whole = new FileInfo(Segment).Length;
        File.AppendAllText(Segment, "half a rec");

        var (_, log) = Recovered();

        Assert.Contains(log.Lines, line => line.Contains($"10 bytes of {Segment} from offset {whole}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lives_too_short_for_a_snapshot_come_to_one_together()
    {
        var configuration = SampleConfiguration.Of("127.0.0.1", ["sip:one@127.0.0.1:9"]);
        SiloUnderTest silo;
        for (var life = 0; ; life++)
        {
            silo = await SiloUnderTest.Start(
                life == 0 ? configuration : null, _folder.Path, options: usual => usual with { SnapshotEvents = 20 });
            await ChangeTwice(silo);
            if (silo.Events().Count > 20)
            {
                break;
            }

            silo.Crash();
        }

        await Eventually.Holds(() => Directory.Exists(Snapshots) && Directory.GetFiles(Snapshots, "*.snapshot").Length > 0);
        silo.Crash();
    }

    private JournalFolder OpenSmallSegments() => JournalFolder.Open(new JournalOptions(Journal) { SegmentBytes = 300 });

    private async Task StartAndStop()
    {
        await using var silo = await SiloUnderTest.Start(SampleConfiguration.Of("127.0.0.1", ["sip:one@127.0.0.1:9"]), _folder.Path);
        await ChangeTwice(silo);
    }

    private static async Task ChangeTwice(SiloUnderTest silo)
    {
        await silo.Projects.Send(SiloUnderTest.Project, new SetAvailability(new("employee1"), Availability.NotReady, "lunch", "anna"));
        await silo.Projects.Send(SiloUnderTest.Project, new SetAvailability(new("employee1"), Availability.Ready, null, "anna"));
    }

    private (long Sequence, KeptLog Log) Recovered()
    {
        using var journal = JournalFolder.Open(new JournalOptions(Journal));
        var log = new KeptLog();
        return (Recovery.Run([SiloUnderTest.Project], journal, Snapshots, log)[SiloUnderTest.Project].Engine.Sequence, log);
    }
}
