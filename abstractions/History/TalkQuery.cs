using CallCenter.Abstractions.Calls;

namespace CallCenter.Abstractions.History;

/// <summary>Which recorded conversations with clients to read. Null filters fit all; internal calls have no client and never fit.</summary>
/// <param name="From">Unix milliseconds UTC, inclusive, of the call's arrival.</param>
/// <param name="To">Exclusive.</param>
/// <param name="Employees">Whose conversations: of those who took an incoming call or made an outgoing one.</param>
/// <param name="OnlyOf">As in <see cref="CallQuery"/>.</param>
/// <param name="OrOwnedBy">As in <see cref="CallQuery"/>.</param>
/// <param name="Most">The newest that are read, 1 to <see cref="LargestMost"/>.</param>
public sealed record TalkQuery(
    long? From = null, long? To = null, IReadOnlyList<EmployeeId>? Employees = null, CallDirection? Direction = null,
    IReadOnlyList<DepartmentId>? OnlyOf = null, EmployeeId? OrOwnedBy = null, int Most = TalkQuery.LargestMost)
{
    /// <summary>Whoever reads a year of a large project gets so many, and is told.</summary>
    public const int LargestMost = 2_000;
}

/// <summary>A recorded conversation of an employee with a client; its sound may be gone.</summary>
/// <param name="Conversation">The number of the <see cref="ConversationRecord"/>.</param>
public sealed record ClientTalk(
    CallId Call, int Conversation, EmployeeId Employee, CallDirection Direction, string ClientNumber, string? ClientName,
    RecordingRecord Recording);

/// <param name="IsCut">Whether there are more than were read.</param>
public sealed record ClientTalks(IReadOnlyList<ClientTalk> Talks, bool IsCut);
