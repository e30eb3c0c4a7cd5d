using System.Net;
using CallCenter.Media.Linux;
using CallCenter.Media.Mixing;
using CallCenter.Media.Ports;
using CallCenter.Media.Recording;
using CallCenter.Media.Srtp;
using CallCenter.Media.Streams;

namespace CallCenter.Media.Engine;

/// <summary>
/// One peer's media: a pair of ports of ours, the stream it sends and the stream it hears. A handle: everything is ordered through
/// <see cref="MediaEngine"/>, and what the leg is made of belongs to the media thread.
/// </summary>
public sealed class MediaLeg
{
    private IPEndPoint? _source;

    internal MediaLeg(LegSetup setup, LegFormats formats, PortPair ports, UdpPort rtp, UdpPort? rtcp, OutboundStream outbound)
    {
        Key = setup.Key;
        Ports = ports;
        Rtp = rtp;
        Rtcp = rtcp;
        Outbound = outbound;
        Terms = setup.Terms;
        Formats = formats;
    }

    /// <summary>The host's name for it.</summary>
    public long Key { get; }

    public PortPair Ports { get; }

    /// <summary>Where we listen to RTP.</summary>
    public IPEndPoint LocalEndPoint => Rtp.LocalEndPoint;

    /// <summary>Of everything we send on this leg.</summary>
    public uint Ssrc => Outbound.Ssrc;

    internal UdpPort Rtp { get; }

    /// <summary>Null with rtcp-mux.</summary>
    internal UdpPort? Rtcp { get; }

    internal OutboundStream Outbound { get; }

    internal InboundStream Inbound { get; } = new();

    internal LegTerms Terms { get; set; }

    internal LegFormats Formats { get; set; }

    /// <summary>The leg's place in the table of the loop; −1 when it is not there.</summary>
    internal int Slot { get; set; } = -1;

    /// <summary>The other leg of the bridge.</summary>
    internal MediaLeg? Peer { get; set; }

    /// <summary>What becomes of what is heard here on the way to <see cref="Peer"/>.</summary>
    internal RelayTable? Relay { get; set; }

    /// <summary>What is sent in place of what the peer of the bridge says.</summary>
    internal IFrameSource? Speaker { get; set; }

    /// <summary>What is heard here is recorded there; null when it is not.</summary>
    internal ConversationRecording? Recording { get; set; }

    /// <summary>The leg's channel in <see cref="Recording"/>.</summary>
    internal RecordingSide RecordingSide { get; set; }

    /// <summary>Whom it hears in place of <see cref="Peer"/>; null outside of conferences.</summary>
    internal Conference? Conference { get; set; }

    /// <summary>What it is in <see cref="Conference"/>.</summary>
    internal MixParty? Party { get; set; }

    internal PeerReport PeerReport { get; } = new();

    internal long NextReportUs { get; set; }

    internal long Refused { get; set; }

    internal bool MaySend => (Terms.Direction & MediaDirection.Send) != 0;

    internal bool MayReceive => (Terms.Direction & MediaDirection.Receive) != 0;

    /// <summary>Null for plain RTP.</summary>
    internal SecureLeg? Secure { get; set; }

    internal IPEndPoint? Source
    {
        get => Volatile.Read(ref _source);
        set => Volatile.Write(ref _source, value);
    }

    /// <summary>What the leg can go on from after a restart, as of now. From any thread.</summary>
    public MediaLegState ReadState()
    {
        var (highest, timestamp) = Outbound.Position;
        return new MediaLegState(Ports, Ssrc, highest, timestamp, Source);
    }
}
