using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;

namespace CallCenter.Grains.Board;

/// <summary>Today's figures, as the board and two of the strategies need them.</summary>
internal sealed class Today
{
    public int CallsToday(EmployeeId employee) => 0;
    public long TalkTodayMs(EmployeeId employee) => 0;
    public DepartmentToday Department(DepartmentId department, long now) => default;
    public EmployeeToday Employee(EmployeeId employee, long now) => default;
    public DayTotals Totals(ProjectState state, long now) => new(0, 0, 0, 0, state.Calls.Count);
}

internal readonly record struct DepartmentToday(
    double? ServiceLevelLive, double? ServiceLevel, int Offered, int Answered, int Abandoned, int ShortAbandoned, int FlowedOut,
    long? AverageSpeedOfAnswerMs);

internal readonly record struct EmployeeToday(int Calls, long TalkMs, int Rona);
