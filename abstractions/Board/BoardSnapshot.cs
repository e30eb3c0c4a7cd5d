using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Abstractions.Board;

/// <summary>
/// Everything the live board shows, at one sequence number. Times are Unix milliseconds UTC; nothing in it changes just because time
/// passes, so two snapshots without an event between them are equal but for <see cref="TakenAt"/>. A line that did not change is the same
/// object as in the snapshot before, so is a list without a changed line: compare by reference first.
/// </summary>
/// <param name="Sequence">The last event it contains.</param>
/// <param name="OldestChangeAt">Time of the oldest event that the snapshot before did not contain: what the delay badge is measured
/// from.</param>
/// <param name="Departments">In the order of the document.</param>
/// <param name="Employees">In the order of the document.</param>
/// <param name="Calls">In the order of their numbers.</param>
/// <param name="MessagesWaiting">How many messages wait for somebody: desks changed when this or <paramref name="NewestMessage"/>
/// did.</param>
/// <param name="NewestMessage">The call that left the newest of them; null when none waits.</param>
[GenerateSerializer, Immutable]
public sealed record BoardSnapshot(
    ProjectId Project, string ProjectName, string TimeZone, int ConfigurationVersion, long Sequence, long TakenAt, long OldestChangeAt,
    IReadOnlyList<DepartmentLine> Departments, IReadOnlyList<EmployeeLine> Employees, IReadOnlyList<CallLineOnBoard> Calls,
    DayTotals Today, int MessagesWaiting = 0, CallId? NewestMessage = null);

/// <summary>A department's tile. Figures are today's (project's time zone) unless they are said to be live.</summary>
/// <param name="LongestWaitSince">When the longest waiting call entered; null when none waits.</param>
/// <param name="ServiceLevelLive">Percent 0–100; null (shown as "—") when the denominator is empty. See <c>kpi.md</c>.</param>
[GenerateSerializer, Immutable]
public sealed record DepartmentLine(
    DepartmentId Id, string Name, string? Extension, int Waiting, long? LongestWaitSince,
    double? ServiceLevelLive, double? ServiceLevelToday, int GoalPercent, int WithinSeconds, int AmberWaitSeconds, int RedWaitSeconds,
    int Offered, int Answered, int Abandoned, int ShortAbandoned, int FlowedOut, long? AverageSpeedOfAnswerMs,
    int Ready, int Ringing, int Talking, int WrapUp, int NotReady, int SignedOut);

/// <summary>An employee's line.</summary>
/// <param name="Reachable">At least one main contact point can be rung (phone registered, fixed URI or number).</param>
/// <param name="Client">Name or number of whom he is ringing for or talking with.</param>
/// <param name="TalkTodayMs">Of talks that are over: the running one counts from its end on.</param>
/// <param name="OnHoldSince">When he or the other side put the call he talks on on hold; null when it is not.</param>
[GenerateSerializer, Immutable]
public sealed record EmployeeLine(
    EmployeeId Id, string Name, string? Extension, IReadOnlyList<DepartmentId> Departments, bool Reachable, EmployeeState State,
    string? Client, int CallsToday, long TalkTodayMs, int RonaToday, long? OnHoldSince = null);

/// <summary>A live call's line.</summary>
/// <param name="StageSince">When the stage began: its timer.</param>
/// <param name="With">Who rings or talks: employees' keys.</param>
/// <param name="Recording">Of the conversation that goes on.</param>
/// <param name="Supervisors">Who listens to it; for the eyes of supervisors. Null: nobody.</param>
/// <param name="HelpSince">Since when its employee asks for a supervisor; null: he does not.</param>
[GenerateSerializer, Immutable]
public sealed record CallLineOnBoard(
    CallId Id, CallDirection Direction, string ClientNumber, string? ClientName, string Dialled, string? DialledNumber,
    CallStage Stage, long StageSince, long ArrivedAt, DepartmentId? Department, int Priority, IReadOnlyList<EmployeeId> With,
    string? External, RecordingState Recording = RecordingState.None, IReadOnlyList<SupervisorLine>? Supervisors = null,
    long? HelpSince = null);

/// <summary>Somebody who listens to a conversation, or whose phone rings for it.</summary>
[GenerateSerializer, Immutable]
public sealed record SupervisorLine(EmployeeId Employee, SupervisionMode Mode, bool Listens);

/// <summary>The project's client calls of today.</summary>
[GenerateSerializer, Immutable]
public sealed record DayTotals(int Incoming, int Outgoing, int Answered, int Missed, int Live);

/// <summary>What one employee sees of himself.</summary>
/// <param name="NoCallReasons">Why no department call comes right now, in words' keys; empty: he is next when a call comes.</param>
/// <param name="QueuesServed">His departments with how many wait in each.</param>
/// <param name="Messages">That wait for him: his own, of his departments, of clients whom he is responsible for; oldest first.</param>
public sealed record EmployeeDesk(
    EmployeeLine Line, IReadOnlyList<Exclusion> NoCallReasons, CallLineOnBoard? Call, IReadOnlyList<DepartmentLine> QueuesServed,
    IReadOnlyList<string> NotReadyReasons, IReadOnlyList<WaitingMessage>? Messages = null)
{
    public IReadOnlyList<WaitingMessage> Messages { get; init; } = Messages ?? [];
}
