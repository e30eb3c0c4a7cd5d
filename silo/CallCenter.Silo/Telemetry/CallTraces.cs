using System.Diagnostics;
using System.Threading.Channels;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Silo.Telemetry;

/// <summary>
/// A trace for each ended call, made from its record: a span for the call, below it one for each stay in a queue, each ringing and each
/// conversation. The loop only hands the record over, and only while somebody listens; beyond <see cref="MostWaiting"/> that wait a call
/// gets none. Numbers and names of clients are not in it: traces go to systems with other readers.
/// </summary>
internal sealed class CallTraces
{
    private const int MostWaiting = 4_096;
    private static readonly ActivitySource Source = new(TelemetryNames.Source);

    private readonly Channel<(ProjectId Project, CallRecord Call)> _ended =
        Channel.CreateBounded<(ProjectId, CallRecord)>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    private long _dropped;

    /// <summary>Calls that got no trace. From any thread.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>A call ended. Inside the loop.</summary>
    public void Ended(ProjectId project, CallRecord call)
    {
        if (Source.HasListeners() && !_ended.Writer.TryWrite((project, call)))
        {
            Volatile.Write(ref _dropped, _dropped + 1);
        }
    }

    /// <summary>Makes the traces until it is cancelled, then those that still wait.</summary>
    public async Task Write(CancellationToken stopping)
    {
        try
        {
            await foreach (var (project, call) in _ended.Reader.ReadAllAsync(stopping).ConfigureAwait(false))
            {
                Write(project, call);
            }
        }
        catch (OperationCanceledException)
        {
            while (_ended.Reader.TryRead(out var last))
            {
                Write(last.Project, last.Call);
            }
        }
    }

    private static void Write(ProjectId project, CallRecord call)
    {
        Activity.Current = null;
        if (Source.StartActivity("call", ActivityKind.Server, default(ActivityContext), Tags(project, call), null, At(call.ArrivedAt))
            is not { } root)
        {
            return; // not one of the sample
        }

        foreach (var visit in call.Visits)
        {
            var queue = Begin(root, "queue", visit.EnteredAt)?.SetTag("callcenter.department", visit.Department.Value)
                .SetTag("callcenter.queue.exit", Word(visit.Exit)).SetTag("callcenter.employee", visit.Employee?.Value);
            End(queue, visit.EnteredAt, visit.LeftAt);
        }

        foreach (var leg in call.Legs)
        {
            if (leg.Number != 0)
            {
                Write(root, leg);
            }
        }

        End(root, call.ArrivedAt, call.EndedAt);
    }

    private static void Write(Activity root, LegRecord leg)
    {
        var ring = Begin(root, "ring", leg.StartedAt)?.SetTag("callcenter.employee", leg.Employee?.Value)
            .SetTag("callcenter.leg", leg.Number).SetTag("callcenter.leg.end", Word(leg.End))
            .SetTag("callcenter.sip.status_code", leg.SipStatus);
        if (leg.RangAt is { } rang)
        {
            ring?.AddEvent(new ActivityEvent("alerting", At(rang)));
        }

        End(ring, leg.StartedAt, leg.AnsweredAt ?? leg.EndedAt);
        if (leg.AnsweredAt is { } answered)
        {
            var talk = Begin(root, "talk", answered)?.SetTag("callcenter.employee", leg.Employee?.Value)
                .SetTag("callcenter.leg", leg.Number).SetTag("callcenter.hold.duration", leg.HoldMs / 1000.0);
            End(talk, answered, leg.EndedAt);
        }
    }

    private static KeyValuePair<string, object?>[] Tags(ProjectId project, CallRecord call) =>
    [
        new("callcenter.project", project.Value), new("callcenter.call", call.Call.Value),
        new("callcenter.direction", Word(call.Direction)), new("callcenter.outcome", Word(call.Outcome)),
        new("callcenter.ended_by", Word(call.EndedBy)),
        new("callcenter.dialled", call.DialledNumber), new("callcenter.department", call.Department?.Value),
        new("callcenter.employee", call.Employee?.Value), new("callcenter.sip.call_id", call.SipCallId),
    ];

    private static Activity? Begin(Activity root, string name, long at) =>
        Source.StartActivity(name, ActivityKind.Internal, root.Context, null, null, At(at));

    // An end that is the beginning would be taken for none, and become the present time.
    private static void End(Activity? activity, long began, long ended)
    {
        activity?.SetEndTime(ended > began ? At(ended).UtcDateTime : At(began).UtcDateTime.AddTicks(1));
        activity?.Stop();
    }

    private static DateTimeOffset At(long unixMs) => DateTimeOffset.FromUnixTimeMilliseconds(unixMs);

    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
