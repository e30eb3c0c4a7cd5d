namespace CallCenter.Media.Playing;

/// <summary>One clip being played on one leg.</summary>
/// <param name="IsLooped">From its end back to its beginning until it is stopped.</param>
/// <param name="Start">Where to begin, not negative; beyond the clip it goes around. For music that goes on where it was.</param>
public sealed record Playback(AudioClip Clip, bool IsLooped = false, TimeSpan Start = default);
