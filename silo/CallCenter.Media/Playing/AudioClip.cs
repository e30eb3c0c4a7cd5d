using CallCenter.Media.Codecs;

namespace CallCenter.Media.Playing;

/// <summary>
/// Audio in memory, 8 kHz mono, in both laws of G.711: coded once when it is loaded and shared by everybody who hears it, so that playing
/// copies bytes. Never changed. A minute takes 0.96 MB.
/// </summary>
public sealed class AudioClip
{
    private readonly byte[] _aLaw;
    private readonly byte[] _muLaw;

    /// <param name="samples">16 bits, 8 kHz; at least one.</param>
    /// <exception cref="ArgumentException">Nothing to play.</exception>
    public AudioClip(ReadOnlySpan<short> samples)
    {
        if (samples.IsEmpty)
        {
            throw new ArgumentException("A clip has at least one sample.", nameof(samples));
        }

        _aLaw = new byte[samples.Length];
        _muLaw = new byte[samples.Length];
        G711.Encode(G711Law.A, samples, _aLaw);
        G711.Encode(G711Law.Mu, samples, _muLaw);
    }

    private AudioClip(byte[] aLaw, byte[] muLaw)
    {
        _aLaw = aLaw;
        _muLaw = muLaw;
    }

    /// <summary>In samples.</summary>
    public int Length => _aLaw.Length;

    public TimeSpan Duration => TimeSpan.FromSeconds((double)Length / G711.SampleRate);

    /// <summary>From what is coded already, as voicemail and G.711 files are.</summary>
    public static AudioClip FromCodes(G711Law law, ReadOnlySpan<byte> codes)
    {
        var samples = new short[codes.Length];
        G711.Decode(law, codes, samples);
        return new AudioClip(samples);
    }

    /// <summary>One after another, without a gap and coded as they are.</summary>
    /// <exception cref="ArgumentException">Nothing to play.</exception>
    public static AudioClip Join(IReadOnlyList<AudioClip> clips)
    {
        if (clips.Count == 0)
        {
            throw new ArgumentException("A clip is joined of one clip at least.", nameof(clips));
        }

        return clips.Count == 1
            ? clips[0]
            : new AudioClip(JoinedCodes(clips, G711Law.A), JoinedCodes(clips, G711Law.Mu));
    }

    internal ReadOnlySpan<byte> Codes(G711Law law) => law == G711Law.A ? _aLaw : _muLaw;

    private static byte[] JoinedCodes(IReadOnlyList<AudioClip> clips, G711Law law)
    {
        var joined = new byte[clips.Sum(clip => clip.Length)];
        var rest = joined.AsSpan();
        foreach (var clip in clips)
        {
            clip.Codes(law).CopyTo(rest);
            rest = rest[clip.Length..];
        }

        return joined;
    }
}
