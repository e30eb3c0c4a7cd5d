using CallCenter.Media.Quality;
using CallCenter.Media.Rtcp;
using CallCenter.Media.Srtp;

namespace CallCenter.Media.Engine;

/// <summary>What time brings to a leg: keys whose end was lost, silence, reports.</summary>
internal sealed partial class MediaLoop
{
    private readonly byte[] _canonicalName;
    private readonly byte[] _report = GC.AllocateArray<byte>(RtcpWriter.MostBytes + SrtpSender.MostExtraBytes, pinned: true);

    private void Attend()
    {
        FlushRecordings();
        foreach (var leg in _legs)
        {
            if (leg is null)
            {
                continue;
            }

            if (leg.Inbound.Keys.IsHeld)
            {
                TellKeys(leg);
            }

            NoticeSilence(leg);
            if (_nowUs >= leg.NextReportUs)
            {
                SendReport(leg, isLast: false);
                ScheduleReport(leg);
            }
        }
    }

    private void NoticeSilence(MediaLeg leg)
    {
        var limit = leg.Terms.SilenceLimit;
        var silence = TimeSpan.FromMicroseconds(_nowUs - leg.Inbound.HeardUs);
        if (limit <= TimeSpan.Zero || silence < limit || leg.Inbound.IsSilenceTold || !leg.MayReceive)
        {
            return;
        }

        leg.Inbound.IsFlowing = false;
        leg.Inbound.IsSilenceTold = true;
        _observer.MediaStopped(leg, silence);
    }

    // Drawn from half to one and a half of the interval, so that reports of many legs do not fall together (RFC 3550 §6.3.1).
    private void ScheduleReport(MediaLeg leg) =>
        leg.NextReportUs = _nowUs + (long)(_options.ReportInterval.TotalMicroseconds * (0.5 + Random.Shared.NextDouble()));

    private void SendReport(MediaLeg leg, bool isLast)
    {
        var target = leg.Rtcp is null ? leg.Inbound.Target : leg.Inbound.ReportTarget;
        if (!target.IsKnown)
        {
            return;
        }

        var outbound = leg.Outbound;
        SenderInfo? sender = outbound.HasSent
            ? new SenderInfo(ReadNtp(), outbound.TimestampAt(Units(leg.Formats.ClockRate)), outbound.PacketCount, outbound.OctetCount)
            : null;
        var writer = new RtcpWriter(_report);
        writer.Report(leg.Ssrc, sender, leg.Inbound.Report(_nowUs));
        writer.SourceDescription(leg.Ssrc, _canonicalName);
        if (isLast)
        {
            writer.Goodbye(leg.Ssrc);
        }

        var length = leg.Secure?.Sender.ProtectReport(_report, writer.Length) ?? writer.Length;
        (leg.Rtcp ?? leg.Rtp).Send(_report.AsSpan(0, length), target);
    }

    private static LegQuality QualityOf(MediaLeg leg)
    {
        var heard = leg.Inbound.Statistics;
        var rate = leg.Formats.ClockRate;
        return new LegQuality(
            new StreamQuality(
                heard.Expected, heard.Lost, heard.OutOfOrder, TimeSpan.FromSeconds((double)heard.Jitter / rate), leg.PeerReport.RoundTrip),
            leg.PeerReport.Quality(rate),
            leg.Outbound.PacketCount,
            leg.Refused);
    }
}
