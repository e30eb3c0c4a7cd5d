namespace CallCenter.Media.Prompts;

/// <param name="MostDuration">What is longer is refused as a whole.</param>
/// <param name="IsLevelled">Whether the peak is brought to −3 dBFS, see <c>PeakLevel</c>.</param>
public sealed record WaveReadingOptions(TimeSpan MostDuration, bool IsLevelled = false)
{
    /// <summary>Ten minutes, as loud as it is.</summary>
    public static WaveReadingOptions Default { get; } = new(TimeSpan.FromMinutes(10));
}
