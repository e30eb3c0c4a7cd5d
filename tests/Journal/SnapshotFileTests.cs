using CallCenter.Abstractions;
using CallCenter.Journal.Snapshots;
using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests;

public sealed class SnapshotFileTests : IDisposable
{
    private static readonly ProjectId Project = new("../головний*");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_newest_snapshot_is_read_and_two_are_kept()
    {
        Assert.Null(SnapshotFile.ReadNewest(_folder.Path, Project));
        SnapshotFile.Write(_folder.Path, Project, 9, [9]);
        Assert.Equal(0, SnapshotFile.CoveredSequence(_folder.Path, Project));
        SnapshotFile.Write(_folder.Path, Project, 100, [1, 0, 0]);
        SnapshotFile.Write(_folder.Path, Project, 1000, [1, 0, 0, 0]);
        SnapshotFile.Write(_folder.Path, new ProjectId("another"), 5, []);

        var newest = SnapshotFile.ReadNewest(_folder.Path, Project);

        Assert.Equal(1000, newest?.Sequence);
        Assert.Equal([1, 0, 0, 0], newest?.State);
        Assert.Equal(100, SnapshotFile.CoveredSequence(_folder.Path, Project));
        Assert.Equal(3, Directory.GetFiles(_folder.Path).Length);
        Assert.Equal(2, SnapshotFile.Projects(_folder.Path).Count);
    }

    [Fact]
    public void A_damaged_snapshot_is_passed_over_whichever_byte_is_wrong()
    {
        SnapshotFile.Write(_folder.Path, Project, 1, [1, 2, 3]);
        SnapshotFile.Write(_folder.Path, Project, 2, [4, 5, 6]);
        var newest = Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).Last();
        var whole = File.ReadAllBytes(newest);

        for (var i = 0; i < whole.Length; i++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[i] ^= 4;
            File.WriteAllBytes(newest, damaged);
            Assert.Equal(1, SnapshotFile.ReadNewest(_folder.Path, Project)?.Sequence);
            File.WriteAllBytes(newest, whole[..i]);
            Assert.Equal(1, SnapshotFile.ReadNewest(_folder.Path, Project)?.Sequence);
        }
    }
}
