using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine;
using CallCenter.Simulation.Tests.Books;

namespace CallCenter.Simulation.Tests.Invariants;

/// <summary>The end of a turn: what was asked, what came of it, what the naive book and the engine say now.</summary>
/// <param name="LateMs">How late the timers of this day may be.</param>
/// <param name="Everything">Whether all employees are looked at, or those whom the turn touched.</param>
internal sealed record Moment(
    ProjectCommand Command, Turn Turn, Project Project, Book Book, long Now, long LateMs, bool Everything)
{
    private BoardSnapshot? _board;

    public BoardSnapshot Board => _board ??= Project.Board(Now, 0);

    public IEnumerable<EmployeeBook> Employees => Everything
        ? Book.Employees.Values
        : Book.TouchedEmployees.Select(id => Book.Employees.GetValueOrDefault(id)).OfType<EmployeeBook>();

    /// <summary>The leg that the command reported about; null when it reported about none.</summary>
    public LegId? Reported => Command switch
    {
        ReportFailed failed => failed.Leg,
        ReportHangUp hangUp => hangUp.Leg,
        ReportBroken broken => broken.Leg,
        _ => null,
    };
}
