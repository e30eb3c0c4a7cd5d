using CallCenter.Media.Codecs;

namespace CallCenter.Media.Prompts;

/// <summary>
/// Makes a loop of what was no loop: it fades out at its end and in at its beginning, so that the seam is a breath and no click. Ends are
/// not laid over each other, because it may be somebody who speaks.
/// </summary>
public static class LoopSeam
{
    private const int FadeIn = G711.SampleRate / 20;
    private const int FadeOut = G711.SampleRate / 2;

    /// <param name="samples">In place, 8 kHz; a short one fades over a quarter of it at most.</param>
    public static void Fade(Span<short> samples)
    {
        var (fadeIn, fadeOut) = (Math.Min(FadeIn, samples.Length / 4), Math.Min(FadeOut, samples.Length / 4));
        for (var i = 0; i < fadeIn; i++)
        {
            samples[i] = (short)(samples[i] * i / fadeIn);
        }

        for (var i = 0; i < fadeOut; i++)
        {
            ref var sample = ref samples[samples.Length - 1 - i];
            sample = (short)(sample * i / fadeOut);
        }
    }
}
