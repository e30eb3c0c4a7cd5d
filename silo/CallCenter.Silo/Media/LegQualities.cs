using CallCenter.Abstractions.Calls;
using CallCenter.Media.Engine;
using CallCenter.Media.Quality;

namespace CallCenter.Silo.Media;

/// <summary>What the media engine measured of a leg, as history keeps it.</summary>
internal static class LegQualities
{
    public static LegQualityRecord Of(LegQuality quality) => new(
        quality.Heard.Expected, quality.Heard.Lost, Us(quality.Heard.Jitter), quality.Heard.RoundTrip is { } trip ? Us(trip) : null,
        Score(quality.Heard), quality.PacketsSent, quality.Sent?.Lost, quality.Sent is { } sent ? Us(sent.Jitter) : null,
        quality.Sent is { } told ? Score(told) : null);

    private static long Us(TimeSpan time) => (long)time.TotalMicroseconds;

    private static int? Score(StreamQuality stream) => stream.MeanOpinionScore is { } score ? (int)Math.Round(score * 100) : null;
}
