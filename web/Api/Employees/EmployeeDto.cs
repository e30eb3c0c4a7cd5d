using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;
using CallCenter.Web.Api.Board;

namespace CallCenter.Web.Api.Employees;

/// <summary>An employee as he is now.</summary>
/// <param name="Departments">Keys of his departments.</param>
/// <param name="Reachable">Whether at least one of his main contact points can be rung.</param>
/// <param name="Availability">What he says about himself.</param>
/// <param name="Reason">Why he is not ready.</param>
/// <param name="Activity">What the engine sees him do.</param>
/// <param name="Call">The call he rings for, talks on or wraps up.</param>
/// <param name="Since">When this state began.</param>
/// <param name="Until">When it ends by itself.</param>
/// <param name="Client">Name or number of the client he rings for or talks with.</param>
/// <param name="TalkTodayMs">Of talks that are over: the running one counts from its end on.</param>
/// <param name="RonaToday">Rings he did not answer today.</param>
/// <param name="OnHoldSince">When he or the other side put the call he talks on on hold.</param>
public sealed record EmployeeDto(
    string Id, string Name, string? Extension, IReadOnlyList<string> Departments, bool Reachable, Availability Availability,
    string? Reason, Activity Activity, long? Call, string? Department, DateTimeOffset Since, DateTimeOffset? Until, string? Client,
    int CallsToday, long TalkTodayMs, int RonaToday,
    DateTimeOffset? OnHoldSince)
{
    public static EmployeeDto From(EmployeeLine line) => new(
        line.Id.Value, line.Name, line.Extension, [.. line.Departments.Select(department => department.Value)], line.Reachable,
        line.State.Availability, line.State.Reason, line.State.Activity, line.State.Call?.Value, line.State.Department?.Value,
        line.State.Since.ToTime(), line.State.Until.ToTime(), line.Client, line.CallsToday, line.TalkTodayMs, line.RonaToday,
        line.OnHoldSince.ToTime());
}

/// <summary>An employee with what he sees of himself.</summary>
/// <param name="NoCallReasons">Why no department call comes to him right now; empty when he is to be rung.</param>
/// <param name="LiveCall">The call he is in.</param>
/// <param name="Queues">His departments.</param>
/// <param name="NotReadyReasons">The reasons that not ready may have.</param>
public sealed record EmployeeDeskDto(
    EmployeeDto Employee, IReadOnlyList<NoCallReasonDto> NoCallReasons, LiveCallDto? LiveCall, IReadOnlyList<DepartmentDto> Queues,
    IReadOnlyList<string> NotReadyReasons)
{
    /// <param name="seesListeners">Who hears his call; he himself is not told.</param>
    public static EmployeeDeskDto From(EmployeeDesk desk, bool seesListeners) => new(
        EmployeeDto.From(desk.Line),
        [.. desk.NoCallReasons.Select(reason => new NoCallReasonDto(reason.Reason, reason.Detail, reason.UntilMs.ToTime()))],
        desk.Call is { } call ? LiveCallDto.From(seesListeners ? call : call with { Supervisors = null }) : null,
        [.. desk.QueuesServed.Select(DepartmentDto.From)],
        desk.NotReadyReasons);
}

/// <summary>One reason why no call comes.</summary>
/// <param name="Until">When it ends by itself.</param>
public sealed record NoCallReasonDto(ExclusionReason Reason, string? Detail, DateTimeOffset? Until);

/// <summary>The availability to set.</summary>
/// <param name="Availability">signedOut, ready or notReady.</param>
/// <param name="Reason">Needed for notReady: one of the project's not-ready reasons.</param>
public sealed record AvailabilityRequest(string? Availability, string? Reason);
