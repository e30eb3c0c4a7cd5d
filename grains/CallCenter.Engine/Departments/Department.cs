using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Routing.Strategies;

namespace CallCenter.Engine.Departments;

/// <summary>One department: its waiting line and the people who serve it.</summary>
internal sealed class Department(DepartmentId id)
{
    private readonly SortedSet<Call> _open = new(WaitingOrder.Instance);

    public DepartmentId Id => id;
    public DepartmentConfiguration Configuration { get; private set; } = null!;
    public IStrategy Strategy { get; private set; } = null!;
    public bool HighestFirst { get; private set; }
    public Employee[] Members { get; private set; } = [];
    public Standings Standings { get; private set; } = new(0);
    /// <summary>The tiers in rising order; empty unless the strategy is in order.</summary>
    public TierGroup[] Tiers { get; private set; } = [];
    /// <summary>Who was rung last (round robin); null before the first ring.</summary>
    public EmployeeId? LastRung { get; private set; }
    public int LastRungPosition { get; private set; } = -1;

    /// <summary>Calls in the queue, those that ring included.</summary>
    public int Waiting { get; private set; }
    /// <summary>Calls that somebody more could be rung for, in the order they are served.</summary>
    public SortedSet<Call> Open => _open;
    /// <summary>Of the calls in the queue, those whose offer a phone refused.</summary>
    public int Refused { get; set; }
    public int SignedIn { get; set; }
    public int Ready { get; set; }
    public int Free { get; set; }
    /// <summary>Its tile on the board as written last; null after something but its members' states may have changed.</summary>
    public DepartmentLine? Line { get; set; }
    /// <summary>Scratch of the board: when the call that waits longest entered.</summary>
    public long? LongestWaitSince { get; set; }
    /// <summary>Whether it lies on the list of departments to settle in this turn.</summary>
    public bool IsTouched { get; set; }

    public void Configure(DepartmentConfiguration configuration, Dictionary<EmployeeId, Employee> employees)
    {
        Configuration = configuration;
        Strategy = StrategyList.Of(configuration.Strategy);
        HighestFirst = Strategy.HighestFirst;
        var members = new List<Employee>(configuration.Members.Count);
        foreach (var member in configuration.Members)
        {
            if (!employees.TryGetValue(new EmployeeId(member.Employee), out var employee) || members.Contains(employee)) continue;
            employee.Departments.Add(this);
            employee.Memberships.Add(new Membership(this, members.Count));
            members.Add(employee);
        }
        Members = [.. members];
        Standings = new Standings(Members.Length);
        Tiers = configuration.Strategy == Abstractions.Configuration.Strategy.InOrder ? TierPlan.Of(configuration, employees) : [];
        SetLastRung(LastRung);
        SignedIn = Ready = Free = 0;
        Line = null;
    }

    public void SetLastRung(EmployeeId? employee)
    {
        LastRung = employee;
        LastRungPosition = Array.FindIndex(Members, member => member.Id == employee);
    }

    public void Enter(Call call)
    {
        Waiting++;
        if (call.HasRefusals) Refused++;
        Line = null;
        _open.Add(call);
    }

    /// <summary>To be called while the call's visit is still open: the order of the line rests on it.</summary>
    public void Leave(Call call)
    {
        Waiting--;
        if (call.HasRefusals) Refused--;
        Line = null;
        _open.Remove(call);
    }

    /// <summary>Whether anybody more can be rung for a call of this queue depends on the strategy and on what rings.</summary>
    public void Reopen(Call call)
    {
        bool open = call.RingingLegs == 0 || Configuration.Strategy == Abstractions.Configuration.Strategy.RingAll;
        if (open) _open.Add(call);
        else _open.Remove(call);
    }
}
