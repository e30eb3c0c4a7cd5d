namespace CallCenter.Load.Results;

/// <summary>
/// Gathers what a run shows. The simulation's thread tells it what happens, for some ten nanoseconds each and without allocating except
/// the ledger's blocks; another thread may look at <see cref="Progress"/>.
/// </summary>
/// <param name="window">What of the run counts for percentiles.</param>
/// <param name="nowMicros">The clock the observations are taken from: microseconds since the Unix epoch.</param>
internal sealed class RunRecorder(RunWindow window, Func<long> nowMicros)
{
    private readonly Lock _gate = new();
    private readonly RunSeries _series = new(window.StartMicros);
    private readonly CallLatencies _latencies = new();
    private readonly LatencyHistogram _recentReply = new();
    private readonly LatencyHistogram _recentEmployee = new();
    private readonly FailureCauses _causes = new();
    private readonly long[] _ended = new long[Enum.GetValues<ObservedOutcome>().Length];
    private long _answered;
    private long _offered;
    private long _offeredMeasured;
    private long _completedMeasured;
    private int _waiting;
    private int _talking;

    public RunWindow Window => window;

    /// <summary>Every ended call, for the comparison with the server's history once the run is over.</summary>
    public CallLedger Calls { get; } = new();

    /// <summary>A call is due now: called once for each call, before its INVITE.</summary>
    public void Offered(long micros)
    {
        lock (_gate)
        {
            _offered++;
            if (window.Contains(micros)) _offeredMeasured++;
            _series.Offered(micros);
        }
    }

    /// <summary>So many calls wait to be answered now.</summary>
    public void Waiting(int now)
    {
        lock (_gate)
        {
            _waiting = now;
            _series.Waiting(nowMicros(), now);
        }
    }

    /// <summary>So many calls talk now.</summary>
    public void Talking(int now)
    {
        lock (_gate)
        {
            _talking = now;
            _series.Talking(nowMicros(), now);
        }
    }

    /// <summary>A call is over: called once for each call, when nothing of it will change any more.</summary>
    public void Ended(CallObservation call)
    {
        lock (_gate)
        {
            Calls.Add(call);
            _ended[(int)call.Outcome]++;
            Count(call);
            if (call.Outcome is ObservedOutcome.Refused or ObservedOutcome.Failed)
                _causes.Add(call.Outcome, call.Cause ?? "no cause", call.CallId);
            if (call.Outcome == ObservedOutcome.Answered && window.Contains(call.EndedMicros)) _completedMeasured++;
            if (window.Contains(call.DueMicros != 0 ? call.DueMicros : call.InviteMicros)) _latencies.Add(call);
            if (call.ReplyMicros != 0) _recentReply.Add(call.ReplyMicros - call.InviteMicros);
            if (call.EmployeeInviteMicros != 0)
            {
                _recentEmployee.Add(call.EmployeeInviteMicros - call.InviteMicros);
                _series.ReachedEmployee(call.InviteMicros, call.EmployeeInviteMicros);
            }
        }
    }

    /// <summary>How the run stands; its percentiles are of the time since the last look, so only one may look.</summary>
    public RunProgress Progress()
    {
        lock (_gate)
        {
            var recent = _recentReply.Count + _recentEmployee.Count == 0
                ? null
                : new RecentLatencies(P99(_recentReply), P99(_recentEmployee));
            _recentReply.Clear();
            _recentEmployee.Clear();
            return new RunProgress(
                TimeSpan.FromMicroseconds(nowMicros() - window.StartMicros), _offered, _answered + _talking,
                _ended[(int)ObservedOutcome.Answered], _ended[(int)ObservedOutcome.Abandoned], _ended[(int)ObservedOutcome.Refused],
                _ended[(int)ObservedOutcome.Failed], _waiting, _talking, _causes.Counted(), recent);
        }
    }

    /// <summary>The result, once all calls are over.</summary>
    /// <param name="about">What was run.</param>
    /// <param name="besides">What else was measured meanwhile.</param>
    public RunResult Finish(RunDescription about, BesidesCalls besides)
    {
        lock (_gate)
        {
            var counts = new CountsResult(
                _offered, _ended[(int)ObservedOutcome.Answered], _ended[(int)ObservedOutcome.Abandoned],
                _ended[(int)ObservedOutcome.Refused], _ended[(int)ObservedOutcome.Failed]);
            var seconds = window.Measured.TotalSeconds;
            return new RunResult(
                RunResult.CurrentFormat, about, MachineResult.This(),
                new WindowResult(
                    DateTimeOffset.UnixEpoch.AddMicroseconds(window.StartMicros), window.WarmUp.TotalSeconds, seconds, _offeredMeasured,
                    _completedMeasured, PerSecond(_offeredMeasured), PerSecond(_completedMeasured)),
                counts, [.. LatencyNames.All.Select(latency => LatencyResult.Of(LatencyNames.Of(latency), _latencies[latency]))],
                _causes.Counted(), _series.Result(nowMicros()), besides.Server?.PerCall(_completedMeasured),
                besides.Generator?.PerCall(_offeredMeasured),
                besides.Board, besides.History);

            double PerSecond(long count) => seconds == 0 ? 0 : count / seconds;
        }
    }

    private void Count(CallObservation call)
    {
        // An answered call that failed later, as by a lost BYE, counts in both columns.
        if (call.AnswerMicros != 0)
        {
            _answered++;
            _series.Answered(call.AnswerMicros);
        }

        switch (call.Outcome)
        {
            case ObservedOutcome.Abandoned:
                _series.Abandoned(call.EndedMicros);
                break;
            case ObservedOutcome.Refused:
                _series.Refused(call.EndedMicros);
                break;
            case ObservedOutcome.Failed:
                _series.Failed(call.EndedMicros);
                break;
            case ObservedOutcome.Answered:
                break;
        }
    }

    private static double? P99(LatencyHistogram histogram) => histogram.Count == 0 ? null : histogram.PercentileMicros(0.99) / 1000.0;
}
