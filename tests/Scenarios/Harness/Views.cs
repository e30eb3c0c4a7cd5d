using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Scenarios.Tests.Harness;

// What the scenarios read of the API's answers: an integrator's view, not the server's types.

internal sealed record HealthView(bool Ready, IReadOnlyList<PartView> Parts, long CallsLive, long CallsEnded, long JournalBacklog);

internal sealed record PartView(string Name, bool Ready, string? Reason);

internal sealed record BoardView(IReadOnlyList<EmployeeView> Employees, IReadOnlyList<LiveCallView> Calls, DayView Today);

internal sealed record EmployeeView(string Id, bool Reachable, Availability Availability, Activity Activity, int RonaToday);

internal sealed record LiveCallView(long Id, string ClientNumber, string Dialled, CallStage Stage);

internal sealed record DayView(int Incoming, int Outgoing, int Answered, int Missed);

internal sealed record CallsView(IReadOnlyList<CallView> Calls, string? Next = null);

internal sealed record CallView(
    long Id, CallDirection Direction, CallOutcome Outcome, EndedBy EndedBy, string ClientNumber, string? ShownNumber, string? Employee,
    string? FirstDepartment, DateTimeOffset ArrivedAt, long WaitMs, long TalkMs, long HoldMs);

internal sealed record CardView(
    CallView Call, IReadOnlyList<LegView> Legs, IReadOnlyList<VisitView> Visits, IReadOnlyList<DecisionView> Decisions);

internal sealed record LegView(
    int Number, LegKind Kind, string? Employee, string Target, DateTimeOffset StartedAt, LegEnd End, int? SipStatus);

internal sealed record VisitView(string Department, QueueExit Exit);

internal sealed record DecisionView(string Rule, IReadOnlyList<ExclusionView> Excluded);

internal sealed record ExclusionView(string Employee, ExclusionReason Reason);
