using System.Buffers.Binary;

namespace CallCenter.Media.Dtmf;

/// <summary>The four bytes of a telephone-event payload (RFC 4733 §2.3).</summary>
/// <param name="Code">0 to 15 are the keys; others are tones and lines, which a call center has no use for.</param>
/// <param name="IsEnd">The key was released: <paramref name="Duration"/> is final.</param>
/// <param name="Volume">0 (loudest) to 63, in −dBm0.</param>
/// <param name="Duration">Since the packet's timestamp, in its units.</param>
public readonly record struct TelephoneEvent(byte Code, bool IsEnd, byte Volume, ushort Duration)
{
    /// <summary>Bytes of one event.</summary>
    public const int Bytes = 4;

    private const string Keys = "0123456789*#ABCD";
    private const byte EndBit = 0x80;
    private const byte VolumeMask = 0x3F;

    /// <summary>The key's character; null for what is no key.</summary>
    public char? Key => Code < Keys.Length ? Keys[Code] : null;

    /// <summary>The code of a key, 0 to 15; null for another character. Letters in either case.</summary>
    public static byte? CodeOf(char key) => Keys.IndexOf(char.ToUpperInvariant(key)) is >= 0 and var code ? (byte)code : null;

    /// <summary>Reads the first event of a payload; false when it is too short.</summary>
    public static bool TryRead(ReadOnlySpan<byte> payload, out TelephoneEvent read)
    {
        read = default;
        if (payload.Length < Bytes)
        {
            return false;
        }

        read = new TelephoneEvent(
            payload[0], (payload[1] & EndBit) != 0, (byte)(payload[1] & VolumeMask), BinaryPrimitives.ReadUInt16BigEndian(payload[2..]));
        return true;
    }

    /// <param name="destination">At least four bytes.</param>
    public void Write(Span<byte> destination)
    {
        destination[0] = Code;
        destination[1] = (byte)((IsEnd ? EndBit : 0) | (Volume & VolumeMask));
        BinaryPrimitives.WriteUInt16BigEndian(destination[2..], Duration);
    }
}
