using CallCenter.Abstractions;

namespace CallCenter.Engine.Statistics;

/// <summary>All figures of one interval; those without anything to count are absent.</summary>
/// <param name="Start">Unix milliseconds UTC.</param>
public sealed record IntervalFigures(
    long Start, ProjectFigures Project,
    IReadOnlyList<KeyValuePair<DepartmentId, DepartmentFigures>> Departments,
    IReadOnlyList<KeyValuePair<EmployeeId, EmployeeFigures>> Employees);
