using System.Net;
using CallCenter.Media.Dtmf;

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

    /// <summary>The leg's ports are free again.</summary>
    void LegClosed(MediaLeg leg, LegQuality quality);
}
