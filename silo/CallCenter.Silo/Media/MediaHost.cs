using System.Collections.Concurrent;
using System.Net;
using CallCenter.Abstractions;
using CallCenter.Media.Dtmf;
using CallCenter.Media.Engine;
using CallCenter.Media.Playing;
using CallCenter.Media.Ports;
using CallCenter.Silo.Media.Recordings;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Media;

/// <summary>
/// The media engines of a silo, shared by its projects: the ports, which engine a call lives in, and who is told what happens to a leg. The
/// engines are started with the first call that needs one. From any thread.
/// </summary>
internal sealed class MediaHost : IMediaObserver, IDisposable
{
    private readonly ConcurrentDictionary<long, IMediaListener> _listeners = new();
    private readonly Lazy<MediaEngine[]> _engines;
    private readonly PortPool _ports;
    private readonly IPAddress _bind;
    private readonly ILogger _log;
    private long _lastKey;

    /// <param name="recordings">Gets what is recorded.</param>
    /// <param name="bind">Where we listen.</param>
    /// <param name="advertised">What descriptions name.</param>
    /// <exception cref="ArgumentException">A range that holds no pair of ports.</exception>
    public MediaHost(MediaOptions options, RecordingDesk recordings, IPAddress bind, IPAddress advertised, ILogger log)
    {
        (Options, Recordings, _bind, Advertised, _log) = (options, recordings, bind, advertised, log);
        _ports = new PortPool(options.FirstPort, options.LastPort);
        _engines = new Lazy<MediaEngine[]>(Start);
    }

    public MediaOptions Options { get; }

    public RecordingDesk Recordings { get; }

    public Sounds Sounds { get; } = new();

    public IPAddress Advertised { get; }

    /// <summary>Another call finds ports for its legs, and this machine carries audio at all.</summary>
    public bool HasRoom => OperatingSystem.IsLinux() && Environment.Is64BitProcess && _ports.Capacity - _ports.Taken >= 4;

    /// <summary>Legs open now.</summary>
    public int Legs => _listeners.Count;

    /// <summary>The engine that all legs of a call live in.</summary>
    public MediaEngine EngineOf(CallId call) => _engines.Value[call.Value % _engines.Value.Length];

    /// <summary>Null with the reason in the log where no leg can be opened.</summary>
    public MediaLeg? TryOpen(MediaEngine engine, LegTerms terms, IMediaListener listener, MediaLegState? resumed = null)
    {
        var key = Interlocked.Increment(ref _lastKey);
        _listeners[key] = listener;
        if (engine.TryOpen(new LegSetup(key, _bind, terms) { Resumed = resumed }, out var leg, out var refusal))
        {
            return leg;
        }

        _listeners.TryRemove(key, out _);
        MediaLog.NotOpened(_log, refusal);
        return null;
    }

    public void MediaBegan(MediaLeg leg, IPEndPoint source)
    {
    }

    public void MediaStopped(MediaLeg leg, TimeSpan silence) => Listener(leg)?.MediaStopped(silence);

    public void KeyPressed(MediaLeg leg, KeyPress press) => Listener(leg)?.KeyPressed(press);

    public void KeysSent(MediaLeg leg)
    {
    }

    public void PlaybackEnded(MediaLeg leg, Playback playback, bool isComplete) => Listener(leg)?.PlaybackEnded(playback, isComplete);

    public void LegClosed(MediaLeg leg, LegQuality quality)
    {
        if (_listeners.TryRemove(leg.Key, out var listener))
        {
            listener.Closed(quality);
        }
    }

    /// <summary>Nobody is told: the next start goes on with the streams.</summary>
    public void Dispose()
    {
        if (_engines.IsValueCreated)
        {
            foreach (var engine in _engines.Value)
            {
                engine.Dispose();
            }
        }

        Recordings.Dispose();
    }

    private IMediaListener? Listener(MediaLeg leg) => _listeners.GetValueOrDefault(leg.Key);

    private MediaEngine[] Start()
    {
        var threads = Options.Threads > 0 ? Options.Threads : Math.Max(1, Environment.ProcessorCount / 2);
        var options = new MediaEngineOptions(_ports) { CanonicalName = "callcenter" };
        MediaEngine[] engines = [.. Enumerable.Range(0, threads).Select(_ => new MediaEngine(options, this))];
        Array.ForEach(engines, static engine => engine.Start());
        MediaLog.Started(_log, threads, Options.FirstPort, Options.LastPort);
        return engines;
    }
}
