using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.Board;

/// <summary>A headline number.</summary>
public sealed record HeadlineWaiting(int Waiting, int Departments);

/// <summary>The client who waits longest anywhere.</summary>
public sealed record HeadlineLongest(long? Since, string? Department, int AmberSeconds, int RedSeconds);

/// <summary>How many departments reach their goal today.</summary>
/// <param name="Measured">Departments with a service level at all.</param>
/// <param name="Below">Names of those below, the worst first.</param>
/// <param name="Far">Whether one of them is far below.</param>
public sealed record HeadlineGoal(int AtGoal, int Measured, string Below, bool Far);

/// <summary>People who could take a call.</summary>
public sealed record HeadlinePeople(int Ready, int SignedIn, int Talking);

/// <summary>Live calls and the day's outgoing ones.</summary>
/// <param name="Outgoing">Null where some departments are shown: they are the project's.</param>
public sealed record HeadlineCalls(int Live, int? Outgoing);

/// <summary>The day's incoming calls.</summary>
/// <param name="Yesterday">Incoming ones until the same time of yesterday; null while that is not known.</param>
/// <param name="LastWeek">And of the same day a week ago.</param>
public sealed record HeadlineDay(int Incoming, int Answered, int Missed, int? Yesterday, int? LastWeek);

/// <summary>What somebody has to look at, in place of a headline.</summary>
public sealed record AlarmNote(SiloAlarmKind Kind, long Figure);

/// <summary>A call's row.</summary>
/// <param name="Amber">Seconds after which the wait is long; null when it is no wait.</param>
/// <param name="Recording">Of the conversation that goes on.</param>
/// <param name="Listeners">Supervisors who hear it.</param>
/// <param name="HelpSince">Since when its employee asks for one; null: he does not.</param>
public sealed record BoardCallRow(
    CallId Id, CallDirection Direction, string ClientNumber, string? ClientName, string Dialled, CallStage Stage, long StageSince,
    long ArrivedAt, string? Department, string With, int Priority, int? Amber, int? Red,
    RecordingState Recording, CallListeners Listeners, long? HelpSince);

/// <summary>An employee's row.</summary>
/// <param name="Then">What he will be after the call, where that is not ready.</param>
/// <param name="OnHoldSince">When the call he talks on was put on hold; null when it is not.</param>
public sealed record PersonRow(
    EmployeeId Id, string Name, string? Extension, PersonState State, PersonState? Then, string? Reason, long Since, bool Reachable,
    string? Client, string Departments, int CallsToday, long TalkTodayMs, int RonaToday, long? OnHoldSince);

/// <summary>A note in place of rows, or under them.</summary>
public sealed record TableNote(TableNoteKind Kind, int Count = 0);

/// <summary>What a note says.</summary>
public enum TableNoteKind { NoCalls, MoreCalls, NoPeople, MorePeople, NoDepartments }
