using System.Net;
using CallCenter.Media.Linux;
using CallCenter.Media.Srtp;

namespace CallCenter.Media.Engine;

/// <summary>Legs come, change and go; all of it on the media thread.</summary>
internal sealed partial class MediaLoop
{
    public void Add(MediaLeg leg, MediaLegState? resumed)
    {
        leg.Slot = _freeSlots.Pop();
        _legs[leg.Slot] = leg;
        _legCount++;
        _epoll.Add(leg.Rtp.Descriptor, RtpKey(leg.Slot));
        if (leg.Rtcp is { } rtcp)
        {
            _epoll.Add(rtcp.Descriptor, RtcpKey(leg.Slot));
        }

        SetTerms(leg, leg.Terms, leg.Formats);
        if (resumed?.Source is { } source)
        {
            leg.Inbound.Resume(new PeerAddress(source));
            leg.Source = source;
        }

        ScheduleReport(leg);
    }

    /// <summary>After the first session description or another one. A bridge goes on.</summary>
    public void SetTerms(MediaLeg leg, LegTerms terms, LegFormats formats)
    {
        if (leg.Slot < 0)
        {
            return;
        }

        leg.Terms = terms;
        leg.Formats = formats;
        Encrypt(leg, terms.Srtp);
        if (terms.Remote is { } remote)
        {
            var rtcp = terms.RemoteRtcp ?? new IPEndPoint(remote.Address, Math.Min(remote.Port + 1, ushort.MaxValue));
            leg.Inbound.Negotiate(new PeerAddress(remote), new PeerAddress(rtcp));
        }

        // On hold nothing had to come.
        CountSilenceAnew(leg);
        if (leg.Peer is { } peer)
        {
            Connect(leg, peer);
        }
    }

    private static void Encrypt(MediaLeg leg, SrtpTerms? keys)
    {
        if (keys is null)
        {
            leg.Secure?.Dispose();
            leg.Secure = null;
        }
        else if (leg.Secure is { } secure)
        {
            secure.Follow(keys, leg.Outbound.Highest);
        }
        else
        {
            leg.Secure = new SecureLeg(keys, leg.Outbound.Highest);
        }
    }

    /// <summary>Each hears the other; whoever was connected with one of them hears nothing any more.</summary>
    public void Connect(MediaLeg one, MediaLeg other)
    {
        if (one.Slot < 0 || other.Slot < 0)
        {
            return;
        }

        Leave(one);
        Leave(other);
        Disconnect(one, unless: other);
        Disconnect(other, unless: one);
        (one.Peer, other.Peer) = (other, one);
        CountSilenceAnew(one);
        CountSilenceAnew(other);
        one.Relay = new RelayTable(one.Terms.Receives, other.Terms.Sends);
        other.Relay = new RelayTable(other.Terms.Receives, one.Terms.Sends);
    }

    private void CountSilenceAnew(MediaLeg leg)
    {
        leg.Inbound.HeardUs = _nowUs;
        leg.Inbound.IsSilenceTold = false;
    }

    /// <summary>Nobody is heard on either leg any more.</summary>
    public static void Disconnect(MediaLeg leg, MediaLeg? unless = null)
    {
        if (leg.Peer is not { } peer || peer == unless)
        {
            return;
        }

        (leg.Peer, leg.Relay, peer.Peer, peer.Relay) = (null, null, null, null);
    }

    /// <summary>The peer is told goodbye; the ports are free when the observer hears of it.</summary>
    /// <returns>False when it was gone already.</returns>
    public bool Remove(MediaLeg leg)
    {
        if (leg.Slot < 0)
        {
            return false;
        }

        SendReport(leg, isLast: true);
        Disconnect(leg);
        Leave(leg);
        SetSpeaker(leg, null);
        leg.Recording = null;
        _epoll.Remove(leg.Rtp.Descriptor);
        if (leg.Rtcp is { } rtcp)
        {
            _epoll.Remove(rtcp.Descriptor);
        }

        _legs[leg.Slot] = null;
        _freeSlots.Push(leg.Slot);
        leg.Slot = -1;
        _legCount--;
        Release(leg);
        _observer.LegClosed(leg, QualityOf(leg));
        return true;
    }

    private void Release(MediaLeg? leg)
    {
        if (leg is null)
        {
            return;
        }

        leg.Rtp.Dispose();
        leg.Rtcp?.Dispose();
        leg.Secure?.Dispose();
        _options.Ports.Return(leg.Ports);
    }
}
