using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Simulation.Tests.Books;

namespace CallCenter.Simulation.Tests.Invariants;

/// <summary>
/// A phone that cannot take what the caller offers is no miss of its owner, and a call that the phones in reach of all who are ready
/// refused does not wait.
/// </summary>
internal sealed class OffersAreJudgedFairly : IInvariant
{
    public void Check(Moment moment)
    {
        foreach (var happened in moment.Turn.Events)
        {
            if (moment.Command is not ReportFailed { SipStatus: 488 or 415 }) break;
            Breach.Unless(
                happened is not RingMissed { Miss: RingMiss.Unreachable }, $"the caller's offer is charged to an employee: {happened}");
        }
        if (!moment.Everything) return;
        foreach (var call in moment.Book.Calls.Values)
        {
            if (call is { Visit: { } visit, Legs.Count: 0, Refusing.Count: > 0 }) CheckHope(call, visit, moment);
        }
    }

    private static void CheckHope(CallBook call, VisitBook visit, Moment moment)
    {
        bool refused = false;
        foreach (var employee in moment.Board.Employees)
        {
            if (!employee.Departments.Contains(visit.Department) || employee.State.Availability != Availability.Ready) continue;
            var reachable = Reachable(employee, moment);
            if (reachable.Length == 0) continue;
            if (!Array.TrueForAll(reachable, contact => call.Refusing.Contains(contact.Value()))) return;
            refused = true;
        }
        Breach.Unless(!refused, $"call {call.Id} waits in {visit.Department}, where every phone refused its offer");
    }

    private static ContactPoint[] Reachable(EmployeeLine employee, Moment moment) =>
    [
        .. moment.Book.Document.Employees.First(known => known.Id == employee.Id.Value).MainContacts.Where(contact =>
            contact.Account is { } account ? moment.Book.Reaches(account)
            : contact.Number is null || moment.Book.Document.Trunks.Count > 0),
    ];
}
