using System.Net;
using CallCenter.Media.Dtmf;
using CallCenter.Media.Engine;
using CallCenter.Media.Mixing;
using CallCenter.Media.Playing;
using CallCenter.Media.Ports;
using CallCenter.Media.Recording;

namespace CallCenter.Load.Media;

/// <summary>
/// A run of <c>media</c>:
/// 1. an engine, and two bridged legs for each call;
/// 2. if asked for, a recording of each;
/// 3. phones that speak on all of them, on threads of their own;
/// 4. after a warm-up, the processor time of the media thread, and what the phones send and hear.
/// </summary>
internal sealed class MediaRun : IMediaObserver, IRecordingObserver
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static MediaReport Run(MediaRunOptions options)
    {
        using var phones = new PhoneCrowd(options.Streams, options.IsNapping);
        if (options.IsDirect)
        {
            phones.ConnectDirectly();
            return Measure(options, phones, engine: null, recordings: null);
        }

        var run = new MediaRun();
        using var recordings = options.RecordTo is null ? null : new RecordingThread(run);
        recordings?.Start();
        using var engine = new MediaEngine(new MediaEngineOptions(new PortPool(10_000, 31_999)) { MostLegs = options.Streams }, run);
        engine.Start();
        for (var call = 0; call < options.Calls; call++)
        {
            var (client, employee) = OpenCall(engine, phones, call, options);
            if (recordings is not null)
            {
                var file = Path.Combine(Directory.CreateDirectory(options.RecordTo!).FullName, $"{call}.wav");
                engine.Record(client, employee, new RecordingSetup(call, file), recordings);
            }
        }

        return Measure(options, phones, ThreadCpu.Of("media"), recordings is null ? null : ThreadCpu.Of("recordings"));
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

    public void PlaybackEnded(MediaLeg leg, Playback playback, bool isComplete)
    {
        // Nothing is played.
    }

    public void LegClosed(MediaLeg leg, LegQuality quality)
    {
        // The run ends with the engine.
    }

    public void RecordingOpens(RecordingSetup setup)
    {
    }

    public void RecordingIsSilent(RecordingSetup setup)
    {
    }

    public void RecordingEnded(RecordingResult result)
    {
        // The run ends with the files as they are.
    }

    public void RecordingFailed(RecordingSetup setup, string problem) => Console.Error.WriteLine(problem);

    private static MediaReport Measure(MediaRunOptions options, PhoneCrowd phones, ThreadCpu? engine, ThreadCpu? recordings)
    {
        phones.Start();
        Thread.Sleep(WarmUp);
        var (engineBefore, recordingsBefore) = (engine?.Read(), recordings?.Read());
        phones.BeginMeasuring();
        Thread.Sleep(options.Duration);
        var (engineSpent, recordingsSpent) = (engine?.Read() - engineBefore, recordings?.Read() - recordingsBefore);
        phones.EndMeasuring();
        return new MediaReport(options, engineSpent, recordingsSpent, phones.Sent, phones.Received, phones.Delay);
    }

    private static (MediaLeg Client, MediaLeg Employee) OpenCall(MediaEngine engine, PhoneCrowd phones, int call, MediaRunOptions options)
    {
        var other = options.IsTranscoded ? PayloadFormat.Pcmu : PayloadFormat.Pcma;
        var first = call * options.Parties;
        var client = Open(engine, first, LegTerms.Of(phones.EndPoint, PayloadFormat.Pcma));
        var employee = Open(engine, first + 1, LegTerms.Of(phones.EndPoint, other));
        phones.Connect(first, client.LocalEndPoint, employee.LocalEndPoint, PayloadFormat.Pcma.PayloadType);
        phones.Connect(first + 1, employee.LocalEndPoint, client.LocalEndPoint, other.PayloadType);
        if (!options.IsMixed)
        {
            engine.Bridge(client, employee);
            return (client, employee);
        }

        var third = Open(engine, first + 2, LegTerms.Of(phones.EndPoint, PayloadFormat.Pcma));
        phones.Connect(first + 2, third.LocalEndPoint, third.LocalEndPoint, PayloadFormat.Pcma.PayloadType);
        var conference = MediaEngine.OpenConference();
        foreach (var leg in new[] { client, employee, third })
        {
            engine.Join(conference, leg, new MixPlace(MixRole.Join));
        }

        return (client, employee);
    }

    private static MediaLeg Open(MediaEngine engine, long key, LegTerms terms) =>
        engine.TryOpen(new LegSetup(key, IPAddress.Loopback, terms), out var leg, out var refusal)
            ? leg
            : throw new InvalidOperationException($"A leg cannot be opened: {refusal}.");
}
