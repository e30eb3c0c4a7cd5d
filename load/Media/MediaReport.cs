using System.Globalization;
using CallCenter.Load.Results;

namespace CallCenter.Load.Media;

/// <summary>What a run of <c>media</c> found.</summary>
/// <param name="EngineCpu">User and system time of the media thread while it was measured; null without an engine.</param>
/// <param name="RecordingCpu">The same of the thread that writes recordings; null when nothing was recorded.</param>
/// <param name="Sent">Packets of both ways.</param>
/// <param name="Delay">From the system call that sent a packet to the one that received it: relay, two ways through the loopback, and the
/// wake-up of the listener.</param>
internal sealed record MediaReport(
    MediaRunOptions Options, TimeSpan? EngineCpu, TimeSpan? RecordingCpu, long Sent, long Received, LatencyHistogram Delay)
{
    public void Write(TextWriter output)
    {
        Line(output, $"{Options.Calls} calls for {Options.Duration.TotalSeconds:0} s: {Sent:N0} packets");
        WriteCpu(output, "media thread", EngineCpu);
        WriteCpu(output, "recording thread", RecordingCpu);

        if (Options.IsMixed)
        {
            return;
        }

        Line(output, $"lost: {(Sent == 0 ? 0 : 100.0 * (Sent - Received) / Sent):0.000} %");
        Line(output, $"delay: p50 {Ms(0.5)}, p99 {Ms(0.99)}, p99.9 {Ms(0.999)}, most {Delay.MaxMicros / 1_000.0:0.00} ms");
    }

    private void WriteCpu(TextWriter output, string thread, TimeSpan? spent)
    {
        if (spent is { } cpu)
        {
            var share = 100 * (cpu / Options.Duration);
            Line(output, $"{thread}: {share:0.0} % of a core, {share * 100 / Options.Calls:0.0} % per 100 calls");
        }
    }

    private string Ms(double share) => string.Create(CultureInfo.InvariantCulture, $"{Delay.PercentileMicros(share) / 1_000.0:0.00} ms");

    private static void Line(TextWriter output, FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
