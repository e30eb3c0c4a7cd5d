using CallCenter.Media.Dtmf;
using CallCenter.Media.Engine;

namespace CallCenter.Silo.Media;

/// <summary>Whoever has a leg hears of it; on the media thread, so that he must neither wait nor throw.</summary>
internal interface IMediaListener
{
    void MediaStopped(TimeSpan silence);

    void KeyPressed(KeyPress press);

    void Closed(LegQuality quality);
}
