using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Simulation.Tests.World;

/// <summary>The employees: they register phones that vanish now and then, come and go, take breaks, end wrap-ups and dial.</summary>
internal sealed class Staff(Outside outside)
{
    private static readonly AuditEntry ByHead = new(
        AuditKind.WrapUpFinished, new AuditActor(ActorKind.Person, "head", "head", null, "10.0.0.2"));

    private readonly HashSet<string> _away = [];
    private Chance Chance => outside.Chance;
    private Agenda Agenda => outside.Agenda;
    private long EveryMs => outside.Plan.StaffEveryMs;

    public bool IsAway(string account) => _away.Contains(account);

    public void Begin()
    {
        for (int i = 1; i <= outside.Plan.Employees; i++)
        {
            string employee = Documents.Employee(i);
            Agenda.In(Chance.Ms(0, 20_000), () => Register(employee));
            Agenda.In(Chance.Ms(0, 30_000), () => Set(employee, Availability.Ready));
            Agenda.In(Chance.Around(EveryMs), () => DoSomething(employee));
        }
    }

    private void Register(string account)
    {
        if (outside.IsClosed) return;
        long expires = Chance.Ms(30, 600) * 1000;
        if (!_away.Contains(account)) outside.Handle(new ReportBindings(account, [Binding(account, 1, expires)]));
        Agenda.In(expires / 2, () => Register(account));
    }

    private PhoneBinding Binding(string account, uint place, long expiresIn) => new(
        $"sip:{account}@10.0.1.{place}", $"udp:10.0.1.{place}:5060", [], account, place, Agenda.Now + expiresIn, null);

    private void DoSomething(string employee)
    {
        if (outside.IsClosed) return;
        Agenda.In(Chance.Around(EveryMs), () => DoSomething(employee));
        switch (Chance.Below(10))
        {
            case 0: Vanish(employee); break;
            case 1: outside.Handle(new ReportBindings(employee,
                Chance.OneIn(2) ? [] : [Binding(employee, 1, Chance.Ms(1, 90_000)) with { IsLost = true }])); break;
            case 2 when !IsAway(employee):
                outside.Handle(new ReportBindings(employee,
                [Binding(employee, 1, Chance.Ms(1, 90_000)), Binding(employee, 2, Chance.Ms(1, 90_000))])); break;
            case 3 or 4:
                // A phone with several lines makes several calls.
                for (int calls = Chance.OneIn(5) ? 2 + Chance.Below(3) : 1; calls > 0; calls--) Dial(employee);
                break;
            case 5: outside.Handle(new AuditedCommand(new FinishWrapUp(new EmployeeId(employee), "head"), ByHead)); break;
            case 6: LeaveFor(employee, Availability.SignedOut); break;
            default: LeaveFor(employee, Availability.NotReady); break;
        }
    }

    /// <summary>Whoever goes comes back; with a reason that the project does not know he is refused.</summary>
    private void LeaveFor(string employee, Availability availability)
    {
        Set(employee, availability);
        Agenda.In(Chance.Around(EveryMs / 4), () => Set(employee, Availability.Ready));
    }

    private void Set(string employee, Availability availability) => outside.Handle(new SetAvailability(
        new EmployeeId(employee), availability, Chance.OneIn(40) ? "fishing" : Chance.Of("break", "lunch"), employee));

    /// <summary>Power cut, network gone: nothing is said, and the binding expires.</summary>
    private void Vanish(string account)
    {
        _away.Add(account);
        Agenda.In(Chance.Around(90_000), () => _away.Remove(account));
    }

    private void Dial(string account)
    {
        string digits = Chance.Below(8) switch
        {
            _ when Chance.OneIn(12) => "112",
            0 => "200",
            1 => "nonsense",
            2 => "+12125551212",
            3 or 4 => $"{1001 + Chance.Below(outside.Plan.Employees)}",
            _ => Callers.Client(Chance.Below(outside.Plan.Employees * 10)),
        };
        outside.Call(new CallLine(null, Chance.OneIn(30) ? "unknown" : account), account, digits);
    }
}
