namespace CallCenter.Media.Codecs;

/// <summary>
/// G.711 (ITU-T, 1988) by table: one byte is one sample at 8 kHz. Linear samples are 16 bits as in WAV; A-law keeps the upper 13 of them,
/// µ-law the upper 14.
/// </summary>
public static class G711
{
    /// <summary>Samples, timestamp units and bytes of one second.</summary>
    public const int SampleRate = 8_000;

    /// <summary>The code of silence in A-law: the smallest positive value, +8.</summary>
    public const byte SilenceALaw = 0xD5;

    /// <summary>The code of silence in µ-law: zero.</summary>
    public const byte SilenceMuLaw = 0xFF;

    private const int ALawShift = 3;
    private const int MuLawShift = 2;

    private static readonly short[] FromALaw = CodeTable(G711Laws.DecodeA);
    private static readonly short[] FromMuLaw = CodeTable(G711Laws.DecodeMu);
    private static readonly byte[] ToALaw = LinearTable(ALawShift, G711Laws.EncodeA);
    private static readonly byte[] ToMuLaw = LinearTable(MuLawShift, G711Laws.EncodeMu);
    private static readonly byte[] AToMu = [.. FromALaw.Select(EncodeMu)];
    private static readonly byte[] MuToA = [.. FromMuLaw.Select(EncodeA)];

    public static short DecodeA(byte code) => FromALaw[code];

    public static short DecodeMu(byte code) => FromMuLaw[code];

    public static byte EncodeA(short sample) => ToALaw[(ushort)sample >> ALawShift];

    public static byte EncodeMu(short sample) => ToMuLaw[(ushort)sample >> MuLawShift];

    /// <param name="law">Which of the two laws.</param>
    /// <param name="samples">As many as there are codes, or more.</param>
    public static void Decode(G711Law law, ReadOnlySpan<byte> codes, Span<short> samples)
    {
        var table = law == G711Law.A ? FromALaw : FromMuLaw;
        for (var i = 0; i < codes.Length; i++)
        {
            samples[i] = table[codes[i]];
        }
    }

    /// <param name="law">Which of the two laws.</param>
    /// <param name="codes">As many as there are samples, or more.</param>
    public static void Encode(G711Law law, ReadOnlySpan<short> samples, Span<byte> codes)
    {
        var (table, shift) = law == G711Law.A ? (ToALaw, ALawShift) : (ToMuLaw, MuLawShift);
        for (var i = 0; i < samples.Length; i++)
        {
            codes[i] = table[(ushort)samples[i] >> shift];
        }
    }

    /// <summary>In place, from the law named to the other one.</summary>
    public static void Transcode(G711Law from, Span<byte> codes)
    {
        var table = from == G711Law.A ? AToMu : MuToA;
        for (var i = 0; i < codes.Length; i++)
        {
            codes[i] = table[codes[i]];
        }
    }

    private static short[] CodeTable(Func<byte, short> decode) => [.. Enumerable.Range(0, 256).Select(code => decode((byte)code))];

    private static byte[] LinearTable(int shift, Func<short, byte> encode) =>
        [.. Enumerable.Range(0, 65_536 >> shift).Select(index => encode((short)(index << shift)))];
}
