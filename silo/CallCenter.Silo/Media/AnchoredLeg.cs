using System.Net;
using System.Net.Sockets;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Media.Dtmf;
using CallCenter.Media.Engine;
using CallCenter.Media.Mixing;
using CallCenter.Media.Playing;
using CallCenter.Media.Ports;
using CallCenter.Media.Recording;
using CallCenter.Media.Srtp;
using CallCenter.Silo.Loop;
using CallCenter.Sip.Sdp;

namespace CallCenter.Silo.Media;

/// <summary>
/// One side of a call whose audio goes through us: its ports, and what both sides said of them (RFC 3264). Inside the project's loop; words
/// of the media thread enter that.
/// </summary>
internal sealed class AnchoredLeg : IMediaListener
{
    private readonly MediaHost _host;
    private readonly ProjectLoop _loop;
    private readonly MediaEngine _engine;
    private readonly ulong _session;
    private MediaLeg? _leg;
    private ulong _version = 1;
    private (AudioClip Clip, long Since)? _music;
    private Playback? _said;
    private Action<long>? _afterSaid;

    private AnchoredLeg(MediaHost host, ProjectLoop loop, LegId id)
    {
        (_host, _loop) = (host, loop);
        _engine = host.EngineOf(id.Call);
        // A number of its own in each dialog (RFC 8866 §5.2).
        _session = ((ulong)id.Call.Value << 16) | (ushort)id.Number;
    }

    /// <summary>The last description of ours that the peer has; null before it has one.</summary>
    public byte[]? Said { get; private set; }

    /// <summary>The peer's that belongs to it; null before it gave one.</summary>
    public byte[]? Heard { get; private set; }

    /// <summary>What both agree on; null before they do.</summary>
    public AudioTerms? Terms { get; private set; }

    /// <summary>
    /// What the description that the peer has says of us; what its answer is read with. The key in it stays for as long as we encrypt.
    /// </summary>
    private LocalAudio? Standing { get; set; }

    /// <summary>Called in the loop when nothing came from the peer for as long as is allowed.</summary>
    public Action<TimeSpan, long>? OnSilence { get; set; }

    /// <summary>Called in the loop when a key was pressed.</summary>
    public Action<char, long>? OnKey { get; set; }

    /// <summary>Called in the loop when it is closed.</summary>
    public Action<LegQuality, long>? OnClosed { get; set; }

    /// <summary>Null where there are no ports for it.</summary>
    public static AnchoredLeg? TryOpen(MediaHost host, ProjectLoop loop, LegId id)
    {
        var anchored = new AnchoredLeg(host, loop, id);
        var terms = new LegTerms { Receives = [.. AudioFormats.Ours.Select(AudioFormats.Of)], Sends = [] };
        anchored._leg = host.TryOpen(anchored._engine, terms, anchored);
        return anchored._leg is null ? null : anchored;
    }

    /// <summary>
    /// After a restart: the same ports, descriptions and keys, and the same stream unless it is encrypted
    /// (<see cref="MediaLegState.Begin"/>). Null where the ports are taken.
    /// </summary>
    public static AnchoredLeg? TryResume(MediaHost host, ProjectLoop loop, LegId id, LegMedia facts, byte[]? heard, long now)
    {
        var anchored = new AnchoredLeg(host, loop, id);
        var said = SessionDescription.TryParse(facts.Sdp, out var description) ? description : null;
        var ports = new PortPair(facts.Port);
        var state = said?.Media.Any(static line => line is { IsTalkable: true, IsSecureRtp: true }) == true ? MediaLegState.Begin(ports)
            : new MediaLegState(ports, facts.Ssrc, facts.Sequence, facts.Timestamp, Source: null)
                .After(TimeSpan.FromMilliseconds(Math.Max(0, now - facts.At)));
        var terms = new LegTerms { Receives = [.. AudioFormats.Ours.Select(AudioFormats.Of)], Sends = [] };
        anchored._leg = host.TryOpen(anchored._engine, terms, anchored, state);
        if (anchored._leg is null)
        {
            return null;
        }

        anchored.Restore(facts.Sdp, said, heard);
        return anchored;
    }

    /// <summary>
    /// Whether an offer can be talked on with us: G.711 over RTP that we can do, beside whatever else, from an address that we reach.
    /// </summary>
    public static bool CanTake(MediaHost host, ReadOnlySpan<byte> offer) =>
        SessionDescription.TryParse(offer, out var description) && description.Media.Any(line =>
            line.IsTalkable && line.Formats.Any(AudioFormats.IsG711) && IPAddress.TryParse(line.Address, out var address)
            && address.AddressFamily == host.Advertised.AddressFamily);

    /// <summary>Our offer of these formats; the one that stands where they are the same.</summary>
    /// <param name="isEncrypted">Also where the leg is not yet; one that is stays so.</param>
    public byte[] Offer(IReadOnlyList<AudioFormat> formats, bool isEncrypted = false)
    {
        var crypto = Standing?.Crypto ?? (isEncrypted ? NewCrypto() : null);
        var offer = OfferAnswer.Offer(Local(formats) with { Crypto = crypto });
        if (IsAnother(offer))
        {
            offer = OfferAnswer.Offer(Local(formats) with { Crypto = crypto });
        }

        (Said, Standing) = (offer, Local(formats) with { Crypto = crypto });
        if (Terms is null)
        {
            // It may be heard before it answers.
            _engine.Renegotiate(_leg!, Mapped([.. formats.Select(AudioFormats.Of)]));
        }

        return Said;
    }

    /// <summary>Our answer to the peer's offer, which is in force with it; null where nothing of it can be talked on.</summary>
    public byte[]? Answer(ReadOnlySpan<byte> offer, IReadOnlyList<AudioFormat> formats)
    {
        if (!SessionDescription.TryParse(offer, out var description))
        {
            return null;
        }

        var crypto = description.Media.Any(static line => line.IsSecureRtp) ? Standing?.Crypto ?? NewCrypto() : null;
        if (OfferAnswer.Answer(description, Local(formats) with { Crypto = crypto }) is not { } agreed || !IsReachable(agreed.Terms))
        {
            return null;
        }

        if (IsAnother(agreed.Sdp))
        {
            agreed = OfferAnswer.Answer(description, Local(formats) with { Crypto = crypto })!.Value;
        }

        // Repeated in a refresh it is an offer, under the numbers of the peer's.
        (Said, Standing) = (agreed.Sdp, agreed.Standing);
        Take(offer, agreed.Terms);
        return Said;
    }

    /// <summary>The peer's answer to our offer is in force; false where nothing can be talked on.</summary>
    public bool Accept(ReadOnlySpan<byte> answer)
    {
        if (Standing is null || !SessionDescription.TryParse(answer, out var description)
            || OfferAnswer.Accept(description, Standing) is not { } terms || !IsReachable(terms))
        {
            return false;
        }

        Take(answer, terms);
        return true;
    }

    /// <summary>Both hear each other from now on, and nothing else.</summary>
    public void Bridge(AnchoredLeg other)
    {
        Silence();
        other.Silence();
        _engine.Bridge(_leg!, other._leg!);
    }

    /// <summary>We understand what it speaks, and can mix it with others.</summary>
    public bool CanBeMixed => Terms?.Sends.Any(AudioFormats.IsG711) == true;

    /// <summary>The peer hears a mix from now on, or is heard in it by others than before.</summary>
    /// <param name="whisperTo">Who alone hears it, with <see cref="MixRole.Whisper"/>.</param>
    public void Join(Conference conference, MixRole role, AnchoredLeg? whisperTo = null) =>
        _engine.Join(conference, _leg!, new MixPlace(role, whisperTo?._leg));

    /// <summary>The peer hears this over and over in place of whoever it is connected with.</summary>
    public void PlayMusic(AudioClip music, long now)
    {
        _music = (music, now);
        if (_said is null)
        {
            _engine.Play(_leg!, new Playback(music, IsLooped: true));
        }
    }

    /// <summary>The peer hears this once; then the music goes on where it would be by then.</summary>
    public void Say(AudioClip clip)
    {
        _said = new Playback(clip);
        _engine.Play(_leg!, _said);
    }

    /// <summary>The peer hears this once and nothing else; in the loop it is told when it is over.</summary>
    public void SayAlone(AudioClip clip, Action<long> over)
    {
        (_music, _afterSaid) = (null, over);
        Say(clip);
    }

    /// <summary>Nothing of ours is played any more.</summary>
    public void Silence()
    {
        if (_music is not null || _said is not null)
        {
            (_music, _said, _afterSaid) = (null, null, null);
            _engine.StopPlaying(_leg!);
        }
    }

    /// <summary>The peer is told that a key was pressed (RFC 4733), where it understands that.</summary>
    public void PressKey(char key) => _engine.PressKeys(_leg!, key.ToString());

    /// <summary>What comes from here is the left lane, from the other the right one; null: nobody's.</summary>
    public ConversationRecording Record(AnchoredLeg? right, RecordingSetup setup) =>
        _engine.Record(_leg!, right?._leg, setup, _host.Recordings.Thread);

    public void Pause(ConversationRecording recording, bool isPaused) => _engine.PauseRecording(recording, isPaused);

    public void EndRecording(ConversationRecording recording) => _engine.EndRecording(recording);

    /// <summary>The peer is told goodbye, the ports are free.</summary>
    public void Close() => _engine.Close(_leg!);

    /// <summary>What a restart goes on with.</summary>
    public LegMedia Facts(long now)
    {
        var state = _leg!.ReadState();
        return new LegMedia(state.Ports.Rtp, state.Ssrc, state.Highest, state.Timestamp, now, Said ?? [], Heard);
    }

    void IMediaListener.MediaStopped(TimeSpan silence) => Enter(now => OnSilence?.Invoke(silence, now));

    void IMediaListener.KeyPressed(KeyPress press) => Enter(now => OnKey?.Invoke(press.Key, now));

    void IMediaListener.PlaybackEnded(Playback playback, bool isComplete) => Enter(now => OnPlaybackEnded(playback, isComplete, now));

    void IMediaListener.Closed(LegQuality quality) => Enter(now => OnClosed?.Invoke(quality, now));

    private void OnPlaybackEnded(Playback playback, bool isComplete, long now)
    {
        if (!isComplete || !ReferenceEquals(playback, _said))
        {
            return;
        }

        var over = _afterSaid;
        (_said, _afterSaid) = (null, null);
        over?.Invoke(now);
        if (_said is null && _music is var (clip, since))
        {
            _engine.Play(_leg!, new Playback(clip, IsLooped: true, TimeSpan.FromMilliseconds(Math.Max(0, now - since))));
        }
    }

    private void Enter(Action<long> word) => _loop.Enter(new MediaWord(word));

    private LocalAudio Local(IReadOnlyList<AudioFormat> formats) => new(
        _session, _version, _host.Advertised.ToString(), _leg!.Ports.Rtp, formats, HasRtcpMux: false,
        Place: Standing?.Place ?? 0, Others: Standing?.Others);

    private static CryptoAttribute NewCrypto() => new(1, CryptoSuite.Tag80, SrtpMasterKey.Create().ToBytes());

    /// <summary>A description that differs from the one before has the next number (RFC 3264 §8): it has to be written anew.</summary>
    private bool IsAnother(ReadOnlySpan<byte> description)
    {
        if (Said is null || description.SequenceEqual(Said))
        {
            return false;
        }

        _version++;
        return true;
    }

    private void Take(ReadOnlySpan<byte> sdp, AudioTerms terms)
    {
        Heard = sdp.ToArray();
        Terms = terms;
        _engine.Renegotiate(_leg!, Mapped([.. terms.Receives.Select(AudioFormats.Of)], terms));
    }

    /// <summary>What was agreed is in both descriptions, whoever offered.</summary>
    private void Restore(byte[] text, SessionDescription? said, byte[]? heard)
    {
        Said = text;
        if (said is null || !SdpSummary.TryParse(text, out var summary) || OfferAnswer.Standing(said, Local([])) is not { } standing)
        {
            return;
        }

        (_version, Standing) = (summary.SessionVersion, standing);
        if (heard is not null && SessionDescription.TryParse(heard, out var theirs) && OfferAnswer.Accept(theirs, standing) is { } terms)
        {
            Take(heard, terms);
        }
    }

    private LegTerms Mapped(IReadOnlyList<PayloadFormat> receives, AudioTerms? terms = null)
    {
        if (terms is null)
        {
            return new LegTerms { Receives = receives, Sends = [] };
        }

        var address = IPAddress.Parse(terms.Address);
        var isSomewhere = !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any);
        return new LegTerms
        {
            Receives = receives,
            Sends = [.. terms.Sends.Select(AudioFormats.Of)],
            Remote = isSomewhere ? new IPEndPoint(address, terms.Port) : null,
            RemoteRtcp = isSomewhere ? new IPEndPoint(address, terms.RtcpPort) : null,
            Direction = (terms.Direction.Sends() ? MediaDirection.Send : MediaDirection.None)
                | (terms.Direction.Receives() ? MediaDirection.Receive : MediaDirection.None),
            Srtp = terms.Crypto is var (ours, theirs)
                ? new SrtpTerms(
                    new SrtpMasterKey(ours.Key.Span), new SrtpMasterKey(theirs.Key.Span), ours.Suite == CryptoSuite.Tag32)
                : null,
            SilenceLimit = _host.Options.SilenceLimit,
        };
    }

    private bool IsReachable(AudioTerms terms) =>
        IPAddress.TryParse(terms.Address, out var address) && address.AddressFamily == _host.Advertised.AddressFamily
        && address.AddressFamily is AddressFamily.InterNetwork or AddressFamily.InterNetworkV6;

    private sealed class MediaWord(Action<long> word) : LoopInput
    {
        public override void Handle(long now) => word(now);
    }
}
