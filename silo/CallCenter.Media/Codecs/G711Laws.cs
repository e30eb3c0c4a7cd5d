using System.Numerics;

namespace CallCenter.Media.Codecs;

/// <summary>The two laws computed by their definition (G.711 tables 1 and 2), for the tables of <see cref="G711"/>.</summary>
internal static class G711Laws
{
    private const int SignBit = 0x80;
    private const int SegmentShift = 4;
    private const int IntervalMask = 0x0F;

    // A-law inverts every other bit, the least significant first among them, so that silence has many changes on a line.
    private const int ALawInversion = 0x55;

    // Of 14 bits: each segment begins a power of two above this.
    private const int MuLawBias = 33;
    private const int MuLawClip = 8_191;

    public static byte EncodeA(short sample)
    {
        var value = sample >> 3;
        var sign = value >= 0 ? SignBit : 0;
        var magnitude = value >= 0 ? value : -value - 1;
        var segment = Math.Max(0, BitOperations.Log2((uint)magnitude | 1) - SegmentShift);
        var interval = magnitude >> Math.Max(1, segment) & IntervalMask;
        return (byte)((sign | (segment << SegmentShift) | interval) ^ ALawInversion);
    }

    public static short DecodeA(byte code)
    {
        var bits = code ^ ALawInversion;
        var segment = (bits & ~SignBit) >> SegmentShift;
        var interval = bits & IntervalMask;

        // The middle of the interval; segments above the first two double in width.
        var magnitude = segment == 0 ? (interval << 4) + 8 : ((interval << 4) + 0x108) << (segment - 1);
        return (short)((bits & SignBit) != 0 ? magnitude : -magnitude);
    }

    public static byte EncodeMu(short sample)
    {
        var value = sample >> 2;
        var sign = value < 0 ? 0 : SignBit;
        var magnitude = Math.Min(Math.Abs(value), MuLawClip - MuLawBias) + MuLawBias;
        var segment = BitOperations.Log2((uint)magnitude) - 5;
        var interval = magnitude >> (segment + 1) & IntervalMask;
        return (byte)(sign | (~((segment << SegmentShift) | interval) & 0x7F));
    }

    public static short DecodeMu(byte code)
    {
        var bits = ~code;
        var segment = (bits & 0x70) >> SegmentShift;
        var magnitude = (((((bits & IntervalMask) << 1) + MuLawBias) << segment) - MuLawBias) << 2;
        return (short)((bits & SignBit) != 0 ? -magnitude : magnitude);
    }
}
