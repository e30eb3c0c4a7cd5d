using CallCenter.Media.Dtmf;
using CallCenter.Media.Engine;
using CallCenter.Media.Playing;

namespace CallCenter.Silo.Media;

/// <summary>Whoever has a leg hears of it; on the media thread, so that he must neither wait nor throw.</summary>
internal interface IMediaListener
{
    void MediaStopped(TimeSpan silence);

    void KeyPressed(KeyPress press);

    /// <param name="isComplete">False where it was stopped, or something else took its place.</param>
    void PlaybackEnded(Playback playback, bool isComplete);

    void Closed(LegQuality quality);
}
