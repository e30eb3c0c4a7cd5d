using System.Buffers.Binary;
using CallCenter.Media.Codecs;
using CallCenter.Media.Linux;
using CallCenter.Media.Mixing;
using CallCenter.Media.Rtcp;
using CallCenter.Media.Rtp;
using CallCenter.Media.Srtp;

namespace CallCenter.Media.Engine;

/// <summary>A datagram from its socket to the other side.</summary>
internal sealed partial class MediaLoop
{
    private readonly byte[] _protected = GC.AllocateArray<byte>(LongestDatagram + SrtpSender.MostExtraBytes, pinned: true);

    // A socket is reported as its leg's slot, doubled, and whether it is the one for reports.
    private static int RtpKey(int slot) => slot * 2;

    private static int RtcpKey(int slot) => (slot * 2) + 1;

    private void Receive(int key)
    {
        if (key == WakeUpKey)
        {
            // Cleared before the orders are looked at, with a full fence: whoever orders later signals again.
            _wakeUp.Clear();
            Interlocked.Exchange(ref _isWoken, 0);
            return;
        }

        if (_legs[key / 2] is not { } leg)
        {
            return;
        }

        // Between the report of a socket and here its leg may have gone and another one, with rtcp-mux, come into its place.
        var isRtcpPort = key % 2 != 0;
        if ((isRtcpPort ? leg.Rtcp : leg.Rtp) is not { } port)
        {
            return;
        }

        var length = port.Receive(_buffer, out var source);
        if (length <= 0)
        {
            return;
        }

        var datagram = _buffer.AsSpan(0, length);
        if (isRtcpPort || (leg.Rtcp is null && RtcpMux.IsRtcp(datagram)))
        {
            HearReport(leg, datagram, source);
        }
        else
        {
            Open(leg, datagram, source);
        }
    }

    /// <summary>On hold too, because an SRTP receiver has to count how often the numbers rolled over.</summary>
    private void Open(MediaLeg leg, Span<byte> datagram, in PeerAddress source)
    {
        var length = leg.Secure is { } secure ? secure.Receiver.TryOpen(datagram) : datagram.Length;
        if (length < 0)
        {
            leg.Refused++;
        }
        else if (leg.MayReceive)
        {
            Hear(leg, datagram[..length], source);
        }
    }

    private void Hear(MediaLeg leg, Span<byte> datagram, in PeerAddress source)
    {
        var inbound = leg.Inbound;
        var kind = PayloadKind.Unknown;
        if (!RtpPacket.TryParse(datagram, out var packet)
            || (kind = leg.Formats.Kind(packet.PayloadType)) == PayloadKind.Unknown
            || !inbound.Accepts(source))
        {
            leg.Refused++;
            return;
        }

        inbound.HeardUs = _nowUs;
        if (inbound.TakeMove() || !inbound.IsFlowing)
        {
            Begin(leg, source);
        }

        if (!inbound.Count(packet, Units(leg.Formats.ClockRate), isTimed: kind == PayloadKind.Audio))
        {
            return;
        }

        if (kind == PayloadKind.TelephoneEvent)
        {
            inbound.Keys.Receive(packet.Payload, packet.Timestamp, _nowUs / 1_000);
            TellKeys(leg);
        }
        else if (leg.Formats.Law(packet.PayloadType) is { } law)
        {
            leg.Recording?.Hear(leg.RecordingSide, packet, law, _nowUs, _drainedUs);
            leg.Party?.Hear(packet, law, Conference.Position(_nowUs));
        }

        if (leg.Peer is { } peer)
        {
            Pass(leg, peer, packet, datagram);
        }
    }

    private void Begin(MediaLeg leg, in PeerAddress source)
    {
        var endPoint = source.ToEndPoint();
        leg.Source = endPoint;
        if (!leg.Inbound.IsFlowing)
        {
            leg.Inbound.IsFlowing = true;
            leg.Inbound.IsSilenceTold = false;
            _observer.MediaBegan(leg, endPoint);
        }
    }

    private void Pass(MediaLeg leg, MediaLeg peer, in RtpPacket packet, Span<byte> datagram)
    {
        if (peer.Speaker is not null)
        {
            return;
        }

        var action = leg.Relay!.Action(packet.PayloadType);
        if (action == RelayAction.Drop || packet.Payload.IsEmpty || !peer.MaySend)
        {
            peer.Outbound.Skip(leg, packet);
            return;
        }

        var payloadType = leg.Relay.PayloadType(packet.PayloadType);
        if (!peer.Outbound.TryMap(leg, packet, payloadType, Units(peer.Formats.ClockRate), out var header))
        {
            return;
        }

        // The new header goes right before the payload, over what is left of the old one: the payload stays where it is.
        var outgoing = datagram.Slice(packet.PayloadAt - RtpPacket.HeaderBytes, RtpPacket.HeaderBytes + packet.Payload.Length);
        header.Write(outgoing);
        if (action != RelayAction.Pass)
        {
            G711.Transcode(action == RelayAction.AToMu ? G711Law.A : G711Law.Mu, outgoing[RtpPacket.HeaderBytes..]);
        }

        Send(peer, outgoing);
    }

    private void Send(MediaLeg leg, ReadOnlySpan<byte> packet)
    {
        ref readonly var target = ref leg.Inbound.Target;
        if (target.IsKnown && leg.Rtp.Send(leg.Secure is { } secure ? Protect(leg, secure, packet) : packet, target))
        {
            leg.Outbound.CountSent(packet.Length - RtpPacket.HeaderBytes);
        }
    }

    private ReadOnlySpan<byte> Protect(MediaLeg leg, SecureLeg secure, ReadOnlySpan<byte> packet)
    {
        packet.CopyTo(_protected);
        var sequenceNumber = BinaryPrimitives.ReadUInt16BigEndian(packet[2..]);
        var extended = SequenceNumbers.Extend(sequenceNumber, leg.Outbound.Highest);
        return _protected.AsSpan(0, secure.Sender.Protect(_protected, packet.Length, extended));
    }

    private void TellKeys(MediaLeg leg)
    {
        while (leg.Inbound.Keys.TryTake(_nowUs / 1_000, out var press))
        {
            _observer.KeyPressed(leg, press);
        }
    }

    private void HearReport(MediaLeg leg, Span<byte> datagram, in PeerAddress source)
    {
        var length = leg.Secure is { } secure ? secure.Receiver.TryOpenReport(datagram) : datagram.Length;
        // With rtcp-mux a report proves no source: whoever may speak is known by audio.
        var isFromPeer = leg.Rtcp is null ? source == leg.Inbound.Target : leg.Inbound.AcceptsReport(source);
        if (length < 0 || !RtcpCompound.TryParse(datagram[..length], out var compound) || !isFromPeer)
        {
            leg.Refused++;
            return;
        }

        while (compound.MoveNext())
        {
            if (compound.Current.TryReadReportBlock(leg.Ssrc, out var block))
            {
                leg.PeerReport.Hear(block, NtpTime.Middle(ReadNtp()), leg.Outbound);
            }

            if (compound.Current.TryReadSenderInfo(out var info) && compound.Current.Ssrc == leg.Inbound.Ssrc)
            {
                leg.Inbound.HearSenderReport(info, _nowUs);
            }
        }
    }
}
