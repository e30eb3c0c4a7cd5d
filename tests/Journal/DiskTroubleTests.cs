using CallCenter.Journal.Snapshots;
using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests;

/// <summary>A disk that is full or read-only.</summary>
public class DiskTroubleTests
{
    [Fact]
    public void What_a_full_disk_refused_is_written_when_there_is_room_and_nothing_is_lost()
    {
        using var disk = SmallDisk.TryMount(1);
        Assert.SkipWhen(disk is null, SmallDisk.NeedsRoot);
        var journal = Open(disk.Path);
        var writer = journal.NewWriter();
        journal.WriteTurns(Turns.Main, 1, 10);
        disk.Fill();
        var turn = 11;

        for (; turn < 1000; turn++)
        {
            writer.AppendTurn(Turns.Main, turn);
            if (turn > 500) // Well beyond the segment: also the next one cannot be begun.
            {
                Assert.Throws<IOException>(writer.Flush);
            }
        }
        var readable = journal.Reader.LastSequence(Turns.Main);
        Assert.Equal(20, readable);
        disk.Empty();
        writer.Flush();

        Assert.Equal(Turns.FirstSequences(1, turn - 1), journal.Sequences(Turns.Main));
        journal.Dispose();
        using var again = Open(disk.Path);
        Assert.Null(again.Tail);
        Assert.Equal(Turns.FirstSequences(1, turn - 1), again.Sequences(Turns.Main));
    }

    [Fact]
    public void A_kill_on_a_full_disk_leaves_what_was_acknowledged()
    {
        using var disk = SmallDisk.TryMount(1);
        Assert.SkipWhen(disk is null, SmallDisk.NeedsRoot);
        using (var journal = Open(disk.Path))
        {
            var writer = journal.NewWriter();
            journal.WriteTurns(Turns.Main, 1, 10);
            disk.Fill();
            for (var turn = 11; turn < 500; turn++)
            {
                writer.AppendTurn(Turns.Main, turn);
            }
            Assert.Throws<IOException>(writer.Flush); // Half of a record may have reached the last page.
        }
        disk.Empty();

        using var again = Open(disk.Path);

        Assert.Equal(Turns.FirstSequences(1, 10), again.Sequences(Turns.Main));
    }

    [Fact]
    public void A_read_only_folder_is_not_mistaken_for_one_in_use()
    {
        using var disk = SmallDisk.TryMount(1);
        Assert.SkipWhen(disk is null, SmallDisk.NeedsRoot);
        Open(disk.Path).Dispose();
        disk.MakeReadOnly();

        var refused = Assert.ThrowsAny<IOException>(() => Open(disk.Path));

        Assert.Contains("Read-only file system", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_is_not_mistaken_for_a_folder_in_use()
    {
        using var disk = SmallDisk.TryMount(1);
        Assert.SkipWhen(disk is null, SmallDisk.NeedsRoot);
        disk.Fill();

        var refused = Assert.ThrowsAny<IOException>(() => Open(disk.Path));

        Assert.Contains("No space left", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_snapshot_that_found_no_room_takes_none_away_for_long()
    {
        using var disk = SmallDisk.TryMount(1);
        Assert.SkipWhen(disk is null, SmallDisk.NeedsRoot);
        SnapshotFile.Write(disk.Path, Turns.Main, 1, new byte[100]);
        Assert.Throws<IOException>(() => SnapshotFile.Write(disk.Path, Turns.Main, 2, new byte[2_000_000]));
        Assert.Equal(1, SnapshotFile.ReadNewest(disk.Path, Turns.Main)?.Sequence);

        SnapshotFile.Write(disk.Path, Turns.Main, 3, new byte[100]);

        Assert.Equal(2, Directory.GetFiles(disk.Path).Length);
        Assert.Equal(3, SnapshotFile.ReadNewest(disk.Path, Turns.Main)?.Sequence);
    }

    private static JournalFolder Open(string folder) => JournalFolder.Open(new JournalOptions(folder) { SegmentBytes = 16 * 1024 });
}
