using CallCenter.Media.Dtmf;
using CallCenter.Media.Linux;
using CallCenter.Media.Quality;
using CallCenter.Media.Rtcp;
using CallCenter.Media.Rtp;

namespace CallCenter.Media.Streams;

/// <summary>What a peer sends: from where, in which source, how well.</summary>
internal sealed class InboundStream
{
    private SourceLatch _rtp;
    private SourceLatch _rtcp;
    private uint _lastSenderReport;
    private long _lastSenderReportUs;

    public ReceptionStatistics Statistics { get; } = new();

    public KeyReader Keys { get; } = new();

    /// <summary>Where our packets go.</summary>
    public ref readonly PeerAddress Target => ref _rtp.Target;

    /// <summary>Where our reports go unless they share the port.</summary>
    public ref readonly PeerAddress ReportTarget => ref _rtcp.Target;

    public bool IsLatched => _rtp.IsLatched;

    /// <summary>Whether packets are coming: false before the first one and while they fail to come.</summary>
    public bool IsFlowing { get; set; }

    /// <summary>Whether the observer knows that nothing comes.</summary>
    public bool IsSilenceTold { get; set; }

    /// <summary>When a packet was heard last, or when waiting for the first one began; monotonic.</summary>
    public long HeardUs { get; set; }

    public uint? Ssrc { get; private set; }

    public void Negotiate(in PeerAddress rtp, in PeerAddress rtcp)
    {
        _rtp.Negotiate(rtp);
        _rtcp.Negotiate(rtcp);
    }

    public void Resume(in PeerAddress source) => _rtp.Resume(source);

    /// <summary>Whether a valid packet from here belongs to the stream.</summary>
    public bool Accepts(in PeerAddress source) => _rtp.Accepts(source);

    /// <summary>Whether the source is another one than when this was asked before.</summary>
    public bool TakeMove() => _rtp.TakeMove();

    public bool AcceptsReport(in PeerAddress source) => _rtcp.Accepts(source);

    /// <summary>Counts an accepted packet; false when it came before.</summary>
    /// <param name="arrival">Now, in units of the clock rate.</param>
    /// <param name="isTimed">See <see cref="ReceptionStatistics.Receive"/>.</param>
    public bool Count(in RtpPacket packet, uint arrival, bool isTimed)
    {
        if (Ssrc != packet.Ssrc)
        {
            Ssrc = packet.Ssrc;
            Statistics.BeginAnew();
        }

        return Statistics.Receive(packet.SequenceNumber, packet.Timestamp, arrival, isTimed);
    }

    public void HearSenderReport(in SenderInfo info, long nowUs)
    {
        _lastSenderReport = NtpTime.Middle(info.NtpTime);
        _lastSenderReportUs = nowUs;
    }

    /// <summary>What we report of the stream; null as long as there is none.</summary>
    public ReportBlock? Report(long nowUs)
    {
        if (Ssrc is not { } ssrc)
        {
            return null;
        }

        var delay = _lastSenderReport == 0 ? 0 : NtpTime.Short(TimeSpan.FromMicroseconds(nowUs - _lastSenderReportUs));
        return Statistics.Report(ssrc, _lastSenderReport, delay);
    }
}
