using System.Buffers.Binary;
using CallCenter.Abstractions;
using CallCenter.Journal.Segments;
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
    public void A_snapshot_of_a_newer_form_is_passed_over_and_said_and_never_misread()
    {
        SnapshotFile.Write(_folder.Path, Project, 1, [1, 2, 3]);
        SnapshotFile.Write(_folder.Path, Project, 2, [4, 5, 6]);
        var newest = Directory.GetFiles(_folder.Path).Order(StringComparer.Ordinal).Last();
        var bytes = File.ReadAllBytes(newest);
        bytes[8] = SnapshotFile.Version + 1;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), Crc32C.Of(0, bytes.AsSpan(8)));
        File.WriteAllBytes(newest, bytes);
        var passedOver = new List<UnusableSnapshot>();

        Assert.Equal(1, SnapshotFile.ReadNewest(_folder.Path, Project, passedOver.Add)?.Sequence);
        Assert.Equal(1, Assert.Single(SnapshotFile.ReadAll(_folder.Path, Project, passedOver.Add)).Sequence);
        Assert.Equal(0, SnapshotFile.CoveredSequence(_folder.Path, new ProjectId("another")));

        Assert.All(passedOver, one => Assert.Equal((newest, SnapshotFile.Version + 1), (one.Path, one.Version)));
        Assert.Equal("has the form 3, written by a newer program; this one reads forms up to 2", passedOver[0].Reason);
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
