using System.Collections.Concurrent;
using System.Net;
using CallCenter.Media.Dtmf;
using CallCenter.Media.Engine;
using CallCenter.Media.Playing;
using CallCenter.Media.Ports;
using CallCenter.Tests.Shared;

namespace CallCenter.Media.Tests.Engine;

/// <summary>A running engine, and what it told.</summary>
internal sealed class Studio : IMediaObserver, IDisposable
{
    // Below the ports that the system gives out by itself.
    private const int FirstPort = 21_000;
    private const int LastPort = 24_999;

    private long _nextKey;
    private MediaLeg? _deaf;

    public Studio(MediaEngineOptions? options = null)
    {
        Options = options ?? new MediaEngineOptions(new PortPool(FirstPort, LastPort));
        Engine = new MediaEngine(Options, this);
        Engine.Start();
    }

    public MediaEngineOptions Options { get; }

    public MediaEngine Engine { get; }

    /// <summary>What was told, in order, as text: "began 1", "key 1 5".</summary>
    public ConcurrentQueue<string> Told { get; } = new();

    public ConcurrentDictionary<long, LegQuality> Qualities { get; } = new();

    public ConcurrentDictionary<long, IPEndPoint> Sources { get; } = new();

    /// <summary>Done on the media thread when a key is pressed.</summary>
    public Action? OnKey { get; set; }

    public MediaLeg Open(LegTerms terms, IPAddress? address = null, bool mux = false)
    {
        var setup = new LegSetup(++_nextKey, address ?? IPAddress.Loopback, terms) { HasRtcpMux = mux };
        Assert.True(Engine.TryOpen(setup, out var leg, out var refusal), refusal.ToString());
        return leg;
    }

    /// <summary>A leg for a phone that speaks A-law and keys.</summary>
    public MediaLeg Open(Phone phone) => Open(LegTerms.Of(phone.EndPoint, PayloadFormat.Pcma, PayloadFormat.TelephoneEvent));

    /// <summary>
    /// Returns when all packets sent before were looked at. The loop obeys, looks at packets, obeys again: of four orders, each given when
    /// the one before was obeyed, the last is obeyed after a look at packets that began after the first.
    /// </summary>
    public async Task Settle()
    {
        // A leg whose peer understands no keys: they are told as sent when the order is obeyed.
        _deaf ??= Open(LegTerms.Of(null, PayloadFormat.Pcma));
        for (var n = 0; n < 4; n++)
        {
            var before = Told.Count(line => line.StartsWith("keys sent", StringComparison.Ordinal));
            Engine.PressKeys(_deaf, "1");
            await Eventually.Holds(() => Told.Count(line => line.StartsWith("keys sent", StringComparison.Ordinal)) > before);
        }
    }

    public void MediaBegan(MediaLeg leg, IPEndPoint source)
    {
        Sources[leg.Key] = source;
        Told.Enqueue($"began {leg.Key}");
    }

    public void MediaStopped(MediaLeg leg, TimeSpan silence) => Told.Enqueue($"stopped {leg.Key}");

    public void KeyPressed(MediaLeg leg, KeyPress press)
    {
        OnKey?.Invoke();
        Told.Enqueue($"key {leg.Key} {press.Key}");
    }

    public void KeysSent(MediaLeg leg) => Told.Enqueue($"keys sent {leg.Key}");

    public void PlaybackEnded(MediaLeg leg, Playback playback, bool isComplete) =>
        Told.Enqueue($"{(isComplete ? "played" : "stopped playing")} {leg.Key}");

    public void LegClosed(MediaLeg leg, LegQuality quality)
    {
        Qualities[leg.Key] = quality;
        Told.Enqueue($"closed {leg.Key}");
    }

    public void Dispose() => Engine.Dispose();
}
