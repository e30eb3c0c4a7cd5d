using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Web.Api.Board;

namespace CallCenter.Web.Hubs;

/// <summary>The message <c>snapshot</c>: the whole board. The next delta begins at its sequence.</summary>
public sealed record BoardSnapshotMessage(long Sequence, BoardDto Board);

/// <summary>
/// The message <c>delta</c>: what changed between two sequences. It fits on a board at exactly <paramref name="From"/>; a receiver that
/// stands at another one asks for <c>Resume</c>. <see cref="BoardDeltaWriter"/> writes it with lines as they are in the snapshot.
/// </summary>
/// <param name="From">The sequence of the board it changes.</param>
/// <param name="To">The sequence after it.</param>
/// <param name="TakenAt">The server's clock when the new board was taken, Unix milliseconds UTC.</param>
/// <param name="OldestChangeAt">When the oldest change in it happened, Unix milliseconds UTC: what a delay badge is measured from.</param>
/// <param name="ConfigurationVersion">The configuration in force.</param>
/// <param name="Departments">Lines that changed or are new.</param>
/// <param name="Employees">Lines that changed or are new.</param>
/// <param name="Calls">Lines that changed or are new.</param>
/// <param name="RemovedDepartments">Keys of lines that are gone.</param>
/// <param name="RemovedEmployees">Keys of lines that are gone.</param>
/// <param name="RemovedCalls">Numbers of calls that are gone.</param>
/// <param name="Today">The day's totals; null when they did not change.</param>
public sealed record BoardDelta(
    long From, long To, long TakenAt, long OldestChangeAt, int ConfigurationVersion,
    IReadOnlyList<DepartmentLine> Departments, IReadOnlyList<EmployeeLine> Employees, IReadOnlyList<CallLineOnBoard> Calls,
    IReadOnlyList<DepartmentId> RemovedDepartments, IReadOnlyList<EmployeeId> RemovedEmployees, IReadOnlyList<CallId> RemovedCalls,
    DayTotals? Today);
