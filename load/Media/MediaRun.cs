using System.Net;
using CallCenter.Media.Dtmf;
using CallCenter.Media.Engine;
using CallCenter.Media.Ports;

namespace CallCenter.Load.Media;

/// <summary>
/// A run of <c>media</c>:
/// 1. an engine, and two bridged legs for each call;
/// 2. phones that speak on all of them, on threads of their own;
/// 3. after a warm-up, the processor time of the media thread, and what the phones send and hear.
/// </summary>
internal sealed class MediaRun : IMediaObserver
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static MediaReport Run(MediaRunOptions options)
    {
        using var phones = new PhoneCrowd(options.Streams);
        if (options.IsDirect)
        {
            // Everybody speaks to himself: all streams look alike to the listener, so one is enough for the delay.
            phones.Connect(0, phones.EndPoint, phones.EndPoint, PayloadFormat.Pcma.PayloadType);
            for (var stream = 1; stream < options.Streams; stream++)
            {
                phones.Connect(stream, phones.EndPoint, new IPEndPoint(IPAddress.Loopback, 0), PayloadFormat.Pcma.PayloadType);
            }

            return Measure(options, phones, cpu: null);
        }

        using var engine = new MediaEngine(
            new MediaEngineOptions(new PortPool(10_000, 31_999)) { MostLegs = options.Streams }, new MediaRun());
        engine.Start();
        for (var call = 0; call < options.Calls; call++)
        {
            OpenCall(engine, phones, call, options);
        }

        return Measure(options, phones, ThreadCpu.Of("media"));
    }

    public void MediaBegan(MediaLeg leg, IPEndPoint source)
    {
        // Seen by the phones.
    }

    public void MediaStopped(MediaLeg leg, TimeSpan silence)
    {
        // No limit is set.
    }

    public void KeyPressed(MediaLeg leg, KeyPress press)
    {
        // Nobody presses keys.
    }

    public void KeysSent(MediaLeg leg)
    {
        // Nobody presses keys.
    }

    public void LegClosed(MediaLeg leg, LegQuality quality)
    {
        // The run ends with the engine.
    }

    private static MediaReport Measure(MediaRunOptions options, PhoneCrowd phones, ThreadCpu? cpu)
    {
        phones.Start();
        Thread.Sleep(WarmUp);
        var before = cpu?.Read();
        phones.BeginMeasuring();
        Thread.Sleep(options.Duration);
        var spent = cpu?.Read() - before;
        phones.EndMeasuring();
        return new MediaReport(options, spent, phones.Sent, phones.Received, phones.Delay);
    }

    private static void OpenCall(MediaEngine engine, PhoneCrowd phones, int call, MediaRunOptions options)
    {
        var other = options.IsTranscoded ? PayloadFormat.Pcmu : PayloadFormat.Pcma;
        var client = Open(engine, call * 2, LegTerms.Of(phones.EndPoint, PayloadFormat.Pcma));
        var employee = Open(engine, (call * 2) + 1, LegTerms.Of(phones.EndPoint, other));
        engine.Bridge(client, employee);
        phones.Connect(call * 2, client.LocalEndPoint, employee.LocalEndPoint, PayloadFormat.Pcma.PayloadType);
        phones.Connect((call * 2) + 1, employee.LocalEndPoint, client.LocalEndPoint, other.PayloadType);
    }

    private static MediaLeg Open(MediaEngine engine, long key, LegTerms terms) =>
        engine.TryOpen(new LegSetup(key, IPAddress.Loopback, terms), out var leg, out var refusal)
            ? leg
            : throw new InvalidOperationException($"A leg cannot be opened: {refusal}.");
}
