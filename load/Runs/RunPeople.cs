using CallCenter.Load.Arrivals;
using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Phones;
using CallCenter.Load.Results;
using CallCenter.Load.Scenarios;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Runs;

/// <summary>Everybody in a run: the employees at their phones, and the trunk through which callers come.</summary>
internal sealed class RunPeople : IDisposable
{
    // A lost BYE is repeated for half a minute; only then an employee may wonder why it is silent.
    private static readonly TimeSpan SilenceAtMost = TimeSpan.FromSeconds(90);

    private readonly Scenario _scenario;
    private readonly RunSite _site;
    private readonly Seeds _seeds;
    private readonly CallsByCaller _calls;

    /// <summary>Binds the ports; throws <see cref="System.Net.Sockets.SocketException"/> when one is taken.</summary>
    public RunPeople(SimulationLoop loop, RunPlan plan, RunSite site, System.Net.IPEndPoint trunk, SimulationCounts counts)
    {
        _scenario = plan.Scenario;
        _site = site;
        _seeds = new Seeds(plan.Seed);
        _calls = new CallsByCaller(loop);
        Trunk = new UserAgentHost(loop, trunk, site.Sip);
        var fixedAt = Staff.FixedAddresses(site.Document);
        var phones = fixedAt.Count > 0 ? fixedAt[0] : new System.Net.IPEndPoint(LocalAddress.Towards(site.Sip), 0);
        try
        {
            var options = new StaffOptions(phones, site.Sip, site.Document, Habits(_scenario), _scenario.Employees.TcpShare);
            Staff = new Staff(loop, options, _calls, _seeds, counts);
        }
        catch (System.Net.Sockets.SocketException)
        {
            Trunk.Dispose();
            throw;
        }

        if (_scenario.Wire is { LossShare: > 0 } or { DuplicateShare: > 0 } or { ReorderShare: > 0 })
        {
            var wire = _scenario.Wire;
            Faults = new WireFaults(_seeds.For("wire"), wire.LossShare, wire.DuplicateShare, wire.ReorderShare);
        }
    }

    public UserAgentHost Trunk { get; }

    public Staff Staff { get; }

    /// <summary>What goes wrong on the way, once calls come; null: nothing.</summary>
    public WireFaults? Faults { get; }

    /// <summary>The callers of the scenario.</summary>
    public CallerCrowd Crowd(RunRecorder recorder)
    {
        var callers = _scenario.Callers;
        var habits = new CallerHabits
        {
            Patience = callers.Patience,
            Talk = callers.Talk,
            RedialChance = callers.RedialShare,
            RedialAfter = callers.RedialAfter,
            HangUpEarlyChance = callers.HangUpEarlyShare,
            HangUpEarlyAfter = callers.HangUpEarlyAfter,
        };
        return Crowd(habits, _scenario.Arrivals.Create(_seeds.For("arrivals"), _scenario.Length), recorder);
    }

    /// <summary>Other callers of the same numbers.</summary>
    public CallerCrowd Crowd(CallerHabits habits, IArrivals arrivals, RunRecorder recorder)
    {
        string[] numbers = [.. _site.Document.Numbers.Select(number => number.Number)];
        var options = new CrowdOptions(habits, numbers, _scenario.Callers.TcpShare, _scenario.AllowedRefusals.ToHashSet());
        return new CallerCrowd(Trunk, options, arrivals, recorder, _calls, _seeds);
    }

    /// <summary>From now on datagrams get lost, doubled and late, or no more.</summary>
    public void Disturb(bool disturbed)
    {
        Trunk.Faults = disturbed ? Faults : null;
        Staff.Faults = disturbed ? Faults : null;
    }

    public void Dispose()
    {
        Trunk.Dispose();
        Staff.Dispose();
    }

    /// <summary>Callers hang up, not employees: these listen on until long after the longest talk.</summary>
    private static PhoneHabits Habits(Scenario scenario)
    {
        var employees = scenario.Employees;
        return new PhoneHabits
        {
            AnswerAfter = employees.AnswerAfter,
            MissChance = employees.MissShare,
            RejectChance = employees.RejectShare,
            RejectAfter = employees.RejectAfter,
            HangUpFirstChance = 0,
            Talk = scenario.Callers.Talk,
            HoldChance = employees.HoldShare,
            HoldAfter = employees.HoldAfter,
            HoldFor = employees.HoldFor,
            TransferChance = employees.TransferShare,
            TransferAfter = employees.TransferAfter,
            LoseNetworkChance = employees.LoseNetworkShare,
            LoseNetworkAfter = employees.LoseNetworkAfter,
            AwayFor = employees.AwayFor,
            MeanBetweenOwnCalls = null,
            Silence = SilenceAtMost,
        };
    }
}
