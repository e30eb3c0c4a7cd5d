using System.Text.Json.Serialization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Statistics;

/// <summary>
/// The whole state of the fold in canonical order: equal folds give equal states, byte for byte when written. Today's sums are not in it,
/// they are made again of the intervals.
/// </summary>
public sealed record StatisticsState(
    string TimeZone, long LastAt, IReadOnlyList<FoldedCallState> Calls, IReadOnlyList<DepartmentLineState> Lines,
    IReadOnlyList<EmployeeTileState> Tiles, IReadOnlyList<IntervalState> Intervals);

/// <summary>A live call.</summary>
/// <param name="EarlierTakers">Who talked on it before the taker; null: nobody.</param>
public sealed record FoldedCallState(
    long Call, CallDirection Direction, long ArrivedAt, EmployeeId? Caller, long? EnteredAt, EmployeeId? Taker, bool Taken,
    bool CallerHolds, bool OtherSideHolds, IReadOnlyList<EmployeeId>? EarlierTakers);

/// <summary>A department's limits and who waits there.</summary>
public sealed record DepartmentLineState(string Department, long WithinMs, long ShortMs, IReadOnlyList<WaitingState> Waiting);

/// <summary>A waiting call.</summary>
public sealed record WaitingState(long Call, long EnteredAt);

/// <summary>An employee's running tile.</summary>
public sealed record EmployeeTileState(string Employee, EmployeeState State, long SegmentStart, long EntryAt, bool ClientCall, bool OnHold);

/// <summary>One interval in one mode.</summary>
public sealed record IntervalState(
    long Number, IntervalMode Mode, IReadOnlyList<KeyValuePair<string, ProjectFigures>> Project,
    IReadOnlyList<KeyValuePair<string, DepartmentFigures>> Departments, IReadOnlyList<KeyValuePair<string, EmployeeFigures>> Employees);

/// <summary>The generated (reflection-free) JSON shape of <see cref="StatisticsState"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StatisticsState))]
public sealed partial class StatisticsJsonContext : JsonSerializerContext;
