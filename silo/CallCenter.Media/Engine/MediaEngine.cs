using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Text;
using CallCenter.Media.Dtmf;
using CallCenter.Media.Linux;
using CallCenter.Media.Mixing;
using CallCenter.Media.Playing;
using CallCenter.Media.Ports;
using CallCenter.Media.Recording;
using CallCenter.Media.Streams;

namespace CallCenter.Media.Engine;

/// <summary>
/// Media on a thread of its own: one engine is one thread. Legs that are connected live in one engine; a host with more cores starts more
/// engines over one pool of ports. Orders are given from any thread, never wait, and are carried out one after the other. How many may wait
/// is bounded by what a host orders for <see cref="MediaEngineOptions.MostLegs"/> legs.
/// </summary>
public sealed class MediaEngine : IDisposable
{
    // Ports of the pool that another program has.
    private const int MostForeignPorts = 1_024;

    private readonly MediaEngineOptions _options;
    private readonly MediaLoop _loop;
    private int _legs;

    /// <exception cref="PlatformNotSupportedException">Not on Linux with 64 bits.</exception>
    /// <exception cref="ArgumentException">A canonical name of more than 255 bytes.</exception>
    public MediaEngine(MediaEngineOptions options, IMediaObserver observer)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            throw new PlatformNotSupportedException("Media needs Linux on 64 bits: it waits for sockets with epoll.");
        }

        if (Encoding.UTF8.GetByteCount(options.CanonicalName) > byte.MaxValue)
        {
            throw new ArgumentException("A canonical name has at most 255 bytes.", nameof(options));
        }

        _options = options;
        _loop = new MediaLoop(options, observer);
    }

    /// <summary>Legs open now, those included that are just being closed.</summary>
    public int LegCount => Volatile.Read(ref _legs);

    /// <summary>Begins to work; what was ordered before waits for it.</summary>
    public void Start() => _loop.Start();

    /// <summary>Opens the ports of a leg and begins to listen. Nothing is sent before there is something to send.</summary>
    /// <returns>False with the reason when it cannot be.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A payload type above 127.</exception>
    public bool TryOpen(LegSetup setup, [NotNullWhen(true)] out MediaLeg? leg, out LegRefusal refusal)
    {
        leg = null;
        var formats = new LegFormats(setup.Terms);
        if (Interlocked.Increment(ref _legs) > _options.MostLegs)
        {
            Interlocked.Decrement(ref _legs);
            refusal = LegRefusal.TooManyLegs;
            return false;
        }

        refusal = setup.Resumed is { } resumed ? Reopen(setup, formats, resumed, out leg) : OpenNext(setup, formats, out leg);
        if (leg is null)
        {
            Interlocked.Decrement(ref _legs);
            return false;
        }

        var opened = leg;
        _loop.Order(() => _loop.Add(opened, setup.Resumed));
        return true;
    }

    /// <summary>Another session description: address, formats, direction (hold). What it does not change goes on as it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A payload type above 127.</exception>
    public void Renegotiate(MediaLeg leg, LegTerms terms)
    {
        var formats = new LegFormats(terms);
        _loop.Order(() => _loop.SetTerms(leg, terms, formats));
    }

    /// <summary>Each hears the other from now on, in place of whoever it heard before. Neither notices more than a gap.</summary>
    public void Bridge(MediaLeg one, MediaLeg other) => _loop.Order(() => _loop.Connect(one, other));

    /// <summary>Neither the leg nor its bridge's other one hears anybody any more.</summary>
    public void Unbridge(MediaLeg leg) => _loop.Order(() => MediaLoop.Disconnect(leg));

    /// <summary>Presses keys on the peer's side; <see cref="IMediaObserver.KeysSent"/> tells when they are sent.</summary>
    /// <param name="keys">0 to 9, * # A to D, at most 64 of them; so many wait to be pressed, more are left out.</param>
    /// <exception cref="ArgumentException">No keys, too many, or a character that is none.</exception>
    public void PressKeys(MediaLeg leg, string keys)
    {
        var codes = keys.Select(TelephoneEvent.CodeOf).ToArray();
        if (codes.Length is 0 or > KeySpeaker.MostWaiting || codes.Contains(null))
        {
            throw new ArgumentException($"\"{keys}\" are no keys.", nameof(keys));
        }

        _loop.Order(() => _loop.PressKeys(leg, codes.Select(code => code!.Value)));
    }

    /// <summary>
    /// Plays a clip on a leg in place of what it would hear; what comes from it goes its way meanwhile. Replaces a clip that plays.
    /// <see cref="IMediaObserver.PlaybackEnded"/> tells the end; then the other leg of the bridge is heard again.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative start.</exception>
    public void Play(MediaLeg leg, Playback playback)
    {
        var player = new ClipPlayer(playback);
        _loop.Order(() => _loop.Play(leg, player));
    }

    /// <summary>Stops the clip that plays, if there is one.</summary>
    public void StopPlaying(MediaLeg leg) => _loop.Order(() => _loop.Play(leg, null));

    /// <summary>A conference that nobody has joined; it is gone when the last one leaves.</summary>
    public static Conference OpenConference() => new();

    /// <summary>The leg hears a mix from now on in place of its bridge. Joining again with another place steps up or down.</summary>
    public void Join(Conference conference, MediaLeg leg, MixPlace place) => _loop.Order(() => _loop.Join(conference, leg, place));

    /// <summary>The leg hears nobody any more; <see cref="Bridge"/> takes it out of a conference as well.</summary>
    public void Leave(MediaLeg leg) => _loop.Order(() => _loop.Leave(leg));

    /// <summary>
    /// Records what comes from two legs, one left, one right, whoever they are bridged with meanwhile. <see cref="Retap"/> changes a side.
    /// </summary>
    /// <param name="right">Null: nobody is there, and the right channel is silent.</param>
    /// <param name="thread">Writes the file and tells the end.</param>
    public ConversationRecording Record(MediaLeg left, MediaLeg? right, RecordingSetup setup, RecordingThread thread)
    {
        var recording = new ConversationRecording(thread, setup);
        _loop.Order(() => _loop.Record(recording, thread, left, right));
        return recording;
    }

    /// <summary>Another leg becomes one side of a recording, as when an employee answers at another phone.</summary>
    public void Retap(ConversationRecording recording, RecordingSide side, MediaLeg leg) =>
        _loop.Order(() => _loop.Tap(recording, side, leg));

    /// <summary>From now on silence of true length is recorded, or sound again.</summary>
    public void PauseRecording(ConversationRecording recording, bool isPaused) => _loop.Order(() => recording.IsPaused = isPaused);

    /// <summary>Ends a recording; <see cref="IRecordingObserver.RecordingEnded"/> tells when its file is complete.</summary>
    public void EndRecording(ConversationRecording recording) => _loop.Order(() => _loop.EndRecording(recording));

    /// <summary>Says goodbye and frees the ports; <see cref="IMediaObserver.LegClosed"/> tells how it went. Once is enough.</summary>
    public void Close(MediaLeg leg) => _loop.Order(() =>
    {
        if (_loop.Remove(leg))
        {
            Interlocked.Decrement(ref _legs);
        }
    });

    /// <summary>Ends the thread and closes all legs without a word to anybody, so that a restart can go on with them.</summary>
    public void Dispose() => _loop.Dispose();

    private LegRefusal Reopen(LegSetup setup, LegFormats formats, MediaLegState resumed, out MediaLeg? leg)
    {
        leg = null;
        if (!_options.Ports.TryClaim(resumed.Ports))
        {
            return LegRefusal.PortsTaken;
        }

        leg = TryBind(setup, formats, resumed.Ports, out var error);
        if (leg is not null)
        {
            return LegRefusal.None;
        }

        _options.Ports.Return(resumed.Ports);
        return error == SocketError.AddressAlreadyInUse ? LegRefusal.PortsTaken : LegRefusal.NoSuchAddress;
    }

    private LegRefusal OpenNext(LegSetup setup, LegFormats formats, out MediaLeg? leg)
    {
        leg = null;
        for (var tried = 0; tried < MostForeignPorts && _options.Ports.TryTake(out var pair); tried++)
        {
            leg = TryBind(setup, formats, pair, out var error);
            if (leg is not null)
            {
                return LegRefusal.None;
            }

            // Taken in turn, so the next one is another.
            _options.Ports.Return(pair);
            if (error != SocketError.AddressAlreadyInUse)
            {
                return LegRefusal.NoSuchAddress;
            }
        }

        return LegRefusal.NoPorts;
    }

    private static MediaLeg? TryBind(LegSetup setup, LegFormats formats, PortPair pair, out SocketError error)
    {
        var rtp = UdpPort.TryOpen(new IPEndPoint(setup.LocalAddress, pair.Rtp), out error);
        if (rtp is null)
        {
            return null;
        }

        UdpPort? rtcp = null;
        if (!setup.HasRtcpMux && (rtcp = UdpPort.TryOpen(new IPEndPoint(setup.LocalAddress, pair.Rtcp), out error)) is null)
        {
            rtp.Dispose();
            return null;
        }

        var stream = setup.Resumed ?? MediaLegState.Begin(pair);
        var outbound = new OutboundStream(stream.Ssrc, stream.Highest, stream.Timestamp);
        return new MediaLeg(setup, formats, pair, rtp, rtcp, outbound);
    }
}
