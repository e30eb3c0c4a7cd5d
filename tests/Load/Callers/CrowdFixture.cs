using System.Net;
using CallCenter.Load.Arrivals;
using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Phones;
using CallCenter.Load.Results;
using CallCenter.Load.Tests.Transport;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Tests.Callers;

/// <summary>
/// Callers and employees' phones on one loop, over real sockets; without a server between them the phones get the callers' calls.
/// </summary>
public abstract class CrowdFixture : IDisposable
{
    private protected static readonly IPEndPoint FreePort = new(IPAddress.Loopback, 0);
    private protected static readonly TimeRange Soon = TimeRange.Milliseconds(20, 40);

    private protected static readonly CallerHabits Patient = new()
    {
        Patience = Spread.Always(TimeSpan.FromMinutes(5)),
        Talk = Soon,
        RedialChance = 0,
    };

    private protected static readonly PhoneHabits Answers = new()
    {
        AnswerAfter = Soon,
        MissChance = 0,
        RejectChance = 0,
        HangUpFirstChance = 0,
        HoldChance = 0,
        MeanBetweenOwnCalls = null,
    };

    // The recorder's window begins earlier, so that calls may be late.
    private static readonly TimeSpan Before = TimeSpan.FromMinutes(1);

    private readonly UserAgentHost _phoneHost;
    private readonly List<SimulatedPhone> _phones = [];

    protected CrowdFixture()
    {
        Live = new CallsByCaller(Loop);
        _phoneHost = new UserAgentHost(Loop, FreePort, FreePort);
        Trunk = new UserAgentHost(Loop, FreePort, _phoneHost.Local.ToIPEndPoint());
        Recorder = new RunRecorder(new RunWindow(Loop.MicrosAt(-Before), TimeSpan.Zero, TimeSpan.FromHours(1)), () => Loop.NowMicros);
        _phoneHost.Start();
        Trunk.Start();
    }

    private protected SimulationLoop Loop { get; } = new(TimeProvider.System);

    private protected UserAgentHost Trunk { get; }

    private protected CallsByCaller Live { get; }

    private protected RunRecorder Recorder { get; }

    private protected SimulationCounts Counts { get; } = new();

    private protected IReadOnlyList<SimulatedPhone> Phones => _phones;

    public void Dispose()
    {
        Trunk.Dispose();
        _phoneHost.Dispose();
        Loop.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Every call finds a free phone with these habits.</summary>
    private protected void Staff(PhoneHabits habits) => _phoneHost.IncomingCall = (leg, user) =>
    {
        Live.EmployeeRang(leg.CallerUser);
        var phone = _phones.Find(phone => !phone.IsBusy) ?? Hire(user, habits);
        return phone.TakeCall(leg);
    };

    private protected CallerCrowd Crowd(IArrivals arrivals, CallerHabits habits, double tcpShare = 0, params int[] allowed) => new(
        Trunk, new CrowdOptions(habits, ["+380442000000"], tcpShare, allowed.ToHashSet()), arrivals, Recorder, Live, new Seeds(1));

    /// <summary>One call, to its end; what was observed of it.</summary>
    private protected CallObservation Observe(CallerCrowd crowd, CallerPlan plan)
    {
        var caller = new ObservedCaller(crowd, plan, new CallRequest(0, "+380670000001", "+380442000000", Loop.NowMicros));
        Live.Add(caller.Call);
        Loop.RunUntil(() => caller.Call.EndedMicros != 0 && Trunk.LiveLegs == 0 && _phoneHost.LiveLegs == 0, "the call was over");
        return caller.Call;
    }

    private protected void RunUntilOver(CallerCrowd crowd) =>
        Loop.RunUntil(() => crowd.IsOver && Trunk.LiveLegs == 0 && _phoneHost.LiveLegs == 0, "all calls were over on both sides");

    private SimulatedPhone Hire(string user, PhoneHabits habits)
    {
        var account = new PhoneAccount(user, null);
        var phone = new SimulatedPhone(_phoneHost, account, habits, new PhoneDirectory(["1002"], []), new Random(_phones.Count), Counts)
        {
            Employee = $"e{_phones.Count + 1}",
            Calls = Live,
        };
        _phones.Add(phone);
        return phone;
    }
}
