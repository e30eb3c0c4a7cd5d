using CallCenter.Journal;
using CallCenter.Journal.Snapshots;
using CallCenter.Silo.Replay;
using CallCenter.Tests.Shared;

namespace CallCenter.Simulation.Tests;

/// <summary>A recorded day replays to the same bytes, and whatever is not the same is said.</summary>
public sealed class ReplayTests(ITestOutputHelper output) : IDisposable
{
    private const int Calls = 1_500;
    private readonly TemporaryFolder _data = new();

    private string Journal => Path.Combine(_data.Path, "journal");
    private string Snapshots => Path.Combine(_data.Path, "snapshots");

    public void Dispose() => _data.Dispose();

    [Fact]
    public void A_recorded_day_replays_to_the_same_bytes_and_stays_as_it_is()
    {
        var (calls, events) = RecordedDay.Write(_data.Path, 1, Calls, snapshotEvery: 5_000);
        var before = Files();

        var (code, said) = Replay();

        Assert.Equal(0, code);
        Assert.Contains($"{events:N0} events, {calls:N0} calls ended and 0 live", said, StringComparison.Ordinal);
        Assert.Contains("replayed from the beginning", said, StringComparison.Ordinal);
        Assert.Equal(3, said.Split("the same to the byte").Length - 1);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void A_day_without_snapshots_is_replayed_in_two_ways_all_the_same()
    {
        RecordedDay.Write(_data.Path, 2, Calls, snapshotEvery: long.MaxValue);

        var (code, said) = Replay();

        Assert.Equal(0, code);
        Assert.Contains("Replayed a second time from event", said, StringComparison.Ordinal);
        Assert.Contains("the end is the same to the byte", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_first_segments_were_let_go_it_begins_with_the_oldest_snapshot()
    {
        RecordedDay.Write(_data.Path, 3, Calls, snapshotEvery: 5_000, segmentBytes: 250_000);
        long covered = SnapshotFile.CoveredSequence(Snapshots, RecordedDay.Project);
        using (var journal = JournalFolder.Open(new JournalOptions(Journal)))
            Assert.True(journal.Trim(new Dictionary<Abstractions.ProjectId, long> { [RecordedDay.Project] = covered }) > 0);

        var (code, said) = Replay();

        Assert.Equal(0, code);
        Assert.Contains($"from the snapshot at event {covered}", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_that_is_not_what_was_recorded_is_noticed()
    {
        RecordedDay.Write(_data.Path, 4, Calls, snapshotEvery: 5_000);
        var snapshot = SnapshotFile.ReadNewest(Snapshots, RecordedDay.Project)!;
        string state = System.Text.Encoding.UTF8.GetString(snapshot.State);
        string other = state.Replace("\"endedCalls\":", "\"endedCalls\":1", StringComparison.Ordinal);
        SnapshotFile.Write(Snapshots, RecordedDay.Project, snapshot.Sequence, System.Text.Encoding.UTF8.GetBytes(other));

        var (code, said) = Replay();

        Assert.Equal(ReplayCommand.Differs, code);
        Assert.Equal(2, said.Split("NOT the same").Length - 1);
    }

    [Fact]
    public void A_torn_tail_is_passed_over_and_stays()
    {
        RecordedDay.Write(_data.Path, 5, Calls, snapshotEvery: long.MaxValue);
        string newest = Directory.GetFiles(Journal, "*.journal").Order().Last();
        using (var file = File.Open(newest, FileMode.Open)) file.SetLength(file.Length - 3);
        var before = Files();

        var (code, said) = Replay();

        Assert.Equal(0, code);
        Assert.Contains("a write that a crash interrupted", said, StringComparison.Ordinal);
        Assert.Equal(before, Files());
    }

    [Fact]
    public void A_folder_in_use_is_refused_and_so_is_one_without_a_journal()
    {
        using (var journal = JournalFolder.Open(new JournalOptions(Journal)))
        {
            Assert.Equal(ReplayCommand.Impossible, Replay().Code);
            Assert.Contains($"in use by process {Environment.ProcessId}", Replay().Said, StringComparison.Ordinal);
        }
        Assert.Equal(0, Replay().Code);

        var (code, said) = Replay(Path.Combine(_data.Path, "nowhere"));
        Assert.Equal(ReplayCommand.Impossible, code);
        Assert.Contains("There is no journal", said, StringComparison.Ordinal);
    }

    [Fact]
    public void No_server_can_start_on_a_folder_that_is_being_replayed()
    {
        RecordedDay.Write(_data.Path, 6, 100, snapshotEvery: long.MaxValue);
        using var replayed = RecordedJournal.Open(Journal);

        Assert.Throws<FolderInUseException>(() => JournalFolder.Open(new JournalOptions(Journal)));
    }

    /// <summary>
    /// Writes a day of CALLCENTER_REPLAY_CALLS calls (a million) into the folder CALLCENTER_REPLAY_FOLDER, for <c>./run replay</c>:
    /// <c>CallCenter.Simulation.Tests -explicit only</c>.
    /// </summary>
    [Fact(Explicit = true)]
    public void Write_a_whole_day_to_replay()
    {
        string folder = Environment.GetEnvironmentVariable("CALLCENTER_REPLAY_FOLDER") ?? _data.Path;
        int calls = int.TryParse(Environment.GetEnvironmentVariable("CALLCENTER_REPLAY_CALLS"), out int asked) ? asked : 1_000_000;
        var (written, events) = RecordedDay.Write(folder, 1, calls, snapshotEvery: 1_000_000);
        output.WriteLine($"{written:N0} calls and {events:N0} events in {folder}");
        Assert.True(written > 0);
    }

    private (int Code, string Said) Replay(string? folder = null)
    {
        var said = new StringWriter();
        int code = ReplayCommand.Run(folder ?? _data.Path, said, said);
        return (code, said.ToString());
    }

    private List<(string, long, DateTime)> Files() =>
        [.. Directory.GetFiles(_data.Path, "*", SearchOption.AllDirectories).Order()
            .Select(path => (path, new FileInfo(path).Length, File.GetLastWriteTimeUtc(path)))];
}
