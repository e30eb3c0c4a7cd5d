using CallCenter.Load.Results;

namespace CallCenter.Load.Tests.Results;

/// <summary>A run of ten measured seconds after two of warm-up, with calls as a test wants them.</summary>
internal sealed class SampleRun
{
    public const long Start = 1_750_000_000_000_000;

    private int _number;

    public SampleRun() => Recorder = new RunRecorder(new RunWindow(Start, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)), () => Now);

    public long Now { get; set; } = Start;

    public RunRecorder Recorder { get; }

    public static long At(double seconds) => Start + (long)(seconds * 1e6);

    /// <summary>An answered call that is due then: 2 ms to the 100, 5 ms to the employee, 200 ms of talk.</summary>
    public CallObservation Answered(double due)
    {
        var at = At(due);
        return new CallObservation
        {
            Number = _number,
            CallId = $"call-{_number++}",
            From = "+380670000001",
            To = "+380442000000",
            DueMicros = at,
            InviteMicros = at + 100,
            TryingMicros = at + 2_100,
            RingingMicros = at + 6_100,
            EmployeeInviteMicros = at + 5_100,
            EmployeeAnswerMicros = at + 50_000,
            AnswerMicros = at + 53_000,
            ByeMicros = at + 253_000,
            ByeDoneMicros = at + 254_000,
            EndedMicros = at + 254_000,
            Employee = "e1",
            Outcome = ObservedOutcome.Answered,
        };
    }

    /// <summary>A call that ended so before anybody answered.</summary>
    public CallObservation Lost(double due, ObservedOutcome outcome, string? cause = null)
    {
        var at = At(due);
        return new CallObservation
        {
            Number = _number,
            CallId = $"call-{_number++}",
            From = "+380670000001",
            To = "+380442000000",
            DueMicros = at,
            InviteMicros = at,
            TryingMicros = at + 1_000,
            EndedMicros = at + 500_000,
            Outcome = outcome,
            Cause = cause,
        };
    }

    /// <summary>The call is due and, as time does not matter to the recorder's order, over.</summary>
    public SampleRun With(CallObservation call)
    {
        Recorder.Offered(call.DueMicros);
        Recorder.Ended(call);
        Now = Math.Max(Now, call.EndedMicros);
        return this;
    }

    public RunResult Finish(BesidesCalls? besides = null, bool cut = false) => Recorder.Finish(
        new RunDescription("steady", "127.0.0.1:5060", new Dictionary<string, string> { ["rate"] = "10/s" }, cut)
        {
            Notes = ["00:00:05 the database stood still"],
        },
        besides ?? new BesidesCalls());
}
