using System.Buffers.Binary;
using CallCenter.Journal.Segments;

namespace CallCenter.Journal.Snapshots;

/// <summary>
/// The first form of a snapshot, which had no version: letters CCSN, CRC-32C over what follows, sequence, state. It is read for ever and
/// not written any more.
/// </summary>
internal static class FirstSnapshotForm
{
    private const uint Magic = 0x4E534343; // "CCSN"
    private const int HeaderLength = 16;

    /// <summary>Null where it is another form, or damaged.</summary>
    public static Snapshot? Read(byte[] file) =>
        file.Length >= HeaderLength && BinaryPrimitives.ReadUInt32LittleEndian(file) == Magic
        && BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)) == Crc32C.Of(0, file.AsSpan(8))
            ? new Snapshot(BinaryPrimitives.ReadInt64LittleEndian(file.AsSpan(8)), file[HeaderLength..])
            : null;
}
