using System.Net;
using CallCenter.Media.Dtmf;
using CallCenter.Media.Playing;

namespace CallCenter.Media.Engine;

/// <summary>
/// What happened, told on the media thread: whoever listens must neither wait nor throw. Legs that were closed are told about once more,
/// by <see cref="LegClosed"/>, and then no more.
/// </summary>
public interface IMediaObserver
{
    /// <summary>The first packet came, or the first one after <see cref="MediaStopped"/>.</summary>
    void MediaBegan(MediaLeg leg, IPEndPoint source);

    /// <summary>Nothing came for as long as the terms allow, counted from the last packet or from the terms.</summary>
    void MediaStopped(MediaLeg leg, TimeSpan silence);

    /// <summary>A key was pressed and released (RFC 4733).</summary>
    void KeyPressed(MediaLeg leg, KeyPress press);

    /// <summary>All keys that were ordered were sent.</summary>
    void KeysSent(MediaLeg leg);

    /// <summary>A clip came to its end, was stopped, or another one took its place. Not told of a leg that is closed meanwhile.</summary>
    /// <param name="isComplete">Whether it came to its end.</param>
    void PlaybackEnded(MediaLeg leg, Playback playback, bool isComplete);

    /// <summary>The leg's ports are free again.</summary>
    void LegClosed(MediaLeg leg, LegQuality quality);
}
