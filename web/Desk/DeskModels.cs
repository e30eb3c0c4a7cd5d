using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;
using CallCenter.Web.Board;

namespace CallCenter.Web.Desk;

/// <summary>The large state at the top.</summary>
public sealed record DeskState(
    PersonState State, PersonState? Then, string? Reason, long Since, long? Until, bool Reachable,
    int CallsToday, long TalkTodayMs, int RonaToday);

/// <summary>The buttons of the availability.</summary>
/// <param name="Reasons">
/// The project's not-ready reasons, separated by <see cref="Separator"/>: a flat value, so that equal buttons are equal.
/// </param>
/// <param name="Recording">Of the conversation that he has.</param>
/// <param name="AsksForHelp">Whether he asks for a supervisor to hear it.</param>
public sealed record DeskActions(
    PersonState State, Availability Availability, string? Reason, string Reasons, RecordingState Recording, bool AsksForHelp)
{
    public const char Separator = '\n';
}

/// <summary>
/// The call he rings for or talks on; all null when there is none. Who else hears it is not in it: that is for supervisors on the board.
/// </summary>
public sealed record DeskCall(
    CallDirection? Direction, string? ClientName, string? ClientNumber, string? Dialled,
    CallStage Stage, long StageSince, string? Department, RecordingState Recording = RecordingState.None, long? HelpSince = null);

/// <summary>One reason why no call comes; null: none.</summary>
public sealed record DeskReason(ExclusionReason? Reason, string? Detail, long? Until);

/// <summary>A department he serves.</summary>
public sealed record DeskQueue(DepartmentId? Id, string? Name, int Waiting, long? LongestWaitSince, int AmberSeconds, int RedSeconds);

/// <summary>A message that waits.</summary>
/// <param name="Mailbox">Whose it is; null: that of whose desk this is.</param>
/// <param name="CanBeDone">Whoever looks may say that it is.</param>
public sealed record DeskMessage(
    CallId Call, string? ClientName, string ClientNumber, long LeftAt, long DurationMs, string? Mailbox, bool CanBeDone);

/// <summary>How many of them.</summary>
public sealed record DeskMessageCount(int Count);
