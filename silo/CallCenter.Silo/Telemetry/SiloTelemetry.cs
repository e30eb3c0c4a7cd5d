using System.Diagnostics.Metrics;
using CallCenter.Abstractions.Ports;
using CallCenter.History;

namespace CallCenter.Silo.Telemetry;

/// <summary>
/// Everything that the silo shows to the outside, by the conventions of OpenTelemetry (names, units, seconds). Counts are read from where
/// they are counted anyway, when somebody collects; times are taken only while somebody listens.
/// </summary>
internal sealed class SiloTelemetry : IDisposable
{
    /// <summary>From a turn of a few microseconds to a disk that makes everybody wait.</summary>
    private static readonly double[] Fast =
        [0.000_005, 0.000_01, 0.000_025, 0.000_05, 0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

    /// <summary>Up to phones that take their time to ring.</summary>
    private static readonly double[] Reactions =
        [0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    private readonly Meter _meter = new(TelemetryNames.Source);

    public SiloTelemetry(SiloCounters counters)
    {
        Turn = Time("callcenter.turn.duration", "One turn of a project: the engine decides, its events are encoded.", Fast);
        Batch = Time("callcenter.batch.duration", "One batch of the loop: its inputs, the flush, sending, replies.", Fast);
        Flush = Time("callcenter.journal.flush.duration", "Writing the events of a batch into the journal.", Fast);
        InviteToInvite = Time(
            "callcenter.call.invite_to_invite.duration",
            "From the caller's INVITE to the first one to an employee, where one was free at once.", Reactions);
        InviteToRinging = Time(
            "callcenter.call.invite_to_ringing.duration", "From the caller's INVITE to his first 180.", Reactions);

        Total("callcenter.call.ended", "{call}", "Calls that ended.", () => counters.CallsEnded);
        Total("callcenter.journal.events", "{event}", "Events in the journal.", () => counters.Events);
        Total("callcenter.loop.batches", "{batch}", "Batches of the loop.", () => counters.Batches);
        Total("callcenter.loop.failures", "{failure}", "Inputs that failed by a defect.", () => counters.LoopFailures);
        Total("callcenter.trace.dropped", "{call}", "Ended calls without a trace, because too many ended at once.", () => Traces.Dropped);
        Total("callcenter.sip.datagrams.received", "{datagram}", "UDP datagrams that came in.", () => counters.DatagramsIn);
        Total("callcenter.sip.messages.sent", "{message}", "SIP messages that went out.", () => counters.MessagesOut);
        Total("callcenter.sip.malformed", "{message}", "Messages that were not SIP or malformed.", () => counters.Malformed);
        Total("callcenter.sip.strangers", "{request}", "Requests of unknown sources or with wrong credentials.", () => counters.Strangers);
        Total(
            "callcenter.sip.calls.unrecorded", "{call}", "Refused calls beyond what is recorded.", () => counters.CallsUnrecorded);
        Total(
            "callcenter.sip.connections.refused", "{connection}", "Connections beyond their bound.", () => counters.ConnectionsRefused);
        Count("callcenter.call.active", "{call}", "Calls that live.", () => counters.CallsLive);
        _meter.CreateObservableCounter(
            "callcenter.sip.messages.dropped",
            () => (Measurement<long>[])
            [
                Dropped("queue_full", counters.DatagramsDropped), Dropped("rate_limited", counters.RateLimited),
                Dropped("known_limited", counters.KnownLimited), Dropped("send_failed", counters.SendFailures),
            ],
            "{message}", "Messages that were given up, by the reason.");
    }

    public MeasuredTime Turn { get; }

    public MeasuredTime Batch { get; }

    public MeasuredTime Flush { get; }

    public MeasuredTime InviteToInvite { get; }

    public MeasuredTime InviteToRinging { get; }

    public CallTraces Traces { get; } = new();

    /// <summary>Shows what a silo holds, from its start on.</summary>
    /// <param name="started">Null before the start.</param>
    public void Show(Func<SiloRuntime?> started, Func<HistoryHealth> history)
    {
        Count("callcenter.shipping.backlog", "{event}", "Events that PostgreSQL does not have yet.", () => history().Backlog);
        Count("callcenter.sip.connections", "{connection}", "Connections that stand, TCP and TLS.", () => started()?.Connections ?? 0);
        Count("callcenter.sip.registrations", "{account}", "Accounts with a registered phone.",
            () => started()?.Projects.All.Sum(project => project.Signaling.Core.Phones.Registered) ?? 0);
        Count("callcenter.sip.transactions", "{transaction}", "SIP transactions alive.",
            () => started()?.Projects.All.Sum(project => project.Signaling.Transactions) ?? 0);
    }

    /// <summary>The time stamp of a message that just came in; 0 while nobody measures reactions. From any thread.</summary>
    public long Received() => InviteToInvite.IsWanted ? InviteToInvite.Begin() : InviteToRinging.Begin();

    /// <summary>What is measured of a new call; null when its INVITE has no time stamp.</summary>
    public CallReaction? Reaction(UnsentTimes unsent, long receivedAt, long now) =>
        receivedAt == 0 ? null : new CallReaction(this, unsent, receivedAt, now);

    public void Dispose() => _meter.Dispose();

    private MeasuredTime Time(string name, string description, double[] bounds) => new(_meter.CreateHistogram(
        name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds }));

    private void Total(string name, string unit, string description, Func<long> read) =>
        _meter.CreateObservableCounter(name, read, unit, description);

    private void Count(string name, string unit, string description, Func<long> read) =>
        _meter.CreateObservableUpDownCounter(name, read, unit, description);

    private static Measurement<long> Dropped(string reason, long count) => new(count, new KeyValuePair<string, object?>("reason", reason));
}
