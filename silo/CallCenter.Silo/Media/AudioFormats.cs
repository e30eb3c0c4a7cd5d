using CallCenter.Media.Engine;
using CallCenter.Sip.Sdp;

namespace CallCenter.Silo.Media;

/// <summary>Which formats a leg is offered: what we understand ourselves, and what the other side has and we only pass on.</summary>
internal static class AudioFormats
{
    private const int FirstDynamic = 96;
    private const int LastDynamic = 127;

    /// <summary>G.711 and key presses.</summary>
    public static readonly IReadOnlyList<AudioFormat> Ours = [AudioFormat.Pcma, AudioFormat.Pcmu, AudioFormat.Keys];

    /// <summary>
    /// What may be agreed on with a leg whose other side has these, in their order: G.711 in both laws where it has one of them, because we
    /// turn one into the other; everything else as it is.
    /// </summary>
    public static IReadOnlyList<AudioFormat> Facing(IReadOnlyList<AudioFormat> others)
    {
        List<AudioFormat> formats = [];
        foreach (var format in others)
        {
            if (IsG711(format))
            {
                Add(formats, IsLaw(format, AudioFormat.Pcma) ? AudioFormat.Pcma : AudioFormat.Pcmu);
            }
            else if (!format.IsBesideAudio)
            {
                Add(formats, format);
            }
        }

        if (formats.Exists(IsG711))
        {
            Add(formats, AudioFormat.Pcma);
            Add(formats, AudioFormat.Pcmu);
        }

        Add(formats, AudioFormat.Keys);
        return formats;
    }

    public static PayloadFormat Of(AudioFormat format) =>
        new((byte)format.PayloadType, format.Name, format.ClockRate, format.Channels);

    public static bool IsG711(AudioFormat format) => IsLaw(format, AudioFormat.Pcma) || IsLaw(format, AudioFormat.Pcmu);

    private static bool IsLaw(AudioFormat format, AudioFormat law) => format.Fits(law);

    /// <summary>Once, and under a number that no other one has.</summary>
    private static void Add(List<AudioFormat> formats, AudioFormat format)
    {
        if (formats.Exists(format.Fits))
        {
            return;
        }

        var number = format.PayloadType;
        for (var free = FirstDynamic; formats.Exists(one => one.PayloadType == number) && free <= LastDynamic; free++)
        {
            number = free;
        }

        formats.Add(format with { PayloadType = number });
    }
}
