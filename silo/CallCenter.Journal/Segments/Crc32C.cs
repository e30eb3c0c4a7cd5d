using System.Buffers.Binary;
using System.Numerics;

namespace CallCenter.Journal.Segments;

/// <summary>
/// CRC-32C (Castagnoli): one processor instruction per eight bytes where there is one, a software fallback of the runtime elsewhere.
/// </summary>
internal static class Crc32C
{
    public static uint Of(uint seed, ReadOnlySpan<byte> data)
    {
        var crc = ~seed;
        while (data.Length >= 8)
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(data));
            data = data[8..];
        }
        foreach (var value in data)
        {
            crc = BitOperations.Crc32C(crc, value);
        }
        return ~crc;
    }
}
