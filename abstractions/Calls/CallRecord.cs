namespace CallCenter.Abstractions.Calls;

/// <summary>
/// The record of one ended call: what the journal page, the reports and the export show. Times are Unix milliseconds UTC.
/// </summary>
/// <param name="ShownNumber">The number shown to the called side on an outgoing call (<c>caller_number</c>); null otherwise.</param>
/// <param name="DialledNumber">The key of the number (DID) that was called.</param>
/// <param name="FirstDepartment">The department first reached: a missed call belongs to it.</param>
/// <param name="Department">The department that took the call; null on direct calls and when nobody took it.</param>
/// <param name="Employee">Who talked (last): the employee who took an incoming call or made an outgoing one.</param>
/// <param name="AnsweredAt">When the first conversation began; null when nobody talked, whatever a menu said.</param>
/// <param name="Responsible">The responsible employee found for the client; null if none.</param>
/// <param name="WaitMs">From arrival to the conversation, or to the end when there was none.</param>
/// <param name="TalkMs">All conversations, without hold.</param>
/// <param name="Conversations">In the order in which they began.</param>
/// <param name="Steps">What the caller went through with us alone, in order.</param>
/// <param name="Reason">Why we turned the caller down; null where he was answered or left, and in records of older versions.</param>
public sealed record CallRecord(
    CallId Call, CallDirection Direction, CallOutcome Outcome, EndedBy EndedBy, int? SipStatus,
    string ClientNumber, string? ClientName, string Dialled, string? DialledNumber, string? ShownNumber, string? Trunk,
    DepartmentId? FirstDepartment, DepartmentId? Department, EmployeeId? Employee, EmployeeId? Responsible,
    long ArrivedAt, long? AnsweredAt, long EndedAt, long WaitMs, long TalkMs, long HoldMs,
    int ConfigurationVersion, string SipCallId, IReadOnlyList<LegRecord> Legs, IReadOnlyList<QueueVisitRecord> Visits,
    IReadOnlyList<ConversationRecord> Conversations, HangUpReason? Reason = null, IReadOnlyList<StepRecord>? Steps = null)
{
    // What older versions said of a call knows none.
    public IReadOnlyList<ConversationRecord> Conversations { get; init; } = Conversations ?? [];

    public IReadOnlyList<StepRecord> Steps { get; init; } = Steps ?? [];

    /// <summary>1 to 5, how the caller rated the conversation that he had last; null where he did not.</summary>
    public int? Rating() => Steps.LastOrDefault(static step => step is { Kind: StepKind.Rating, End: StepEnd.Chosen })?.Keys is [var key]
        ? key - '0' : null;
}

/// <summary>One leg of an ended call; number 0 is the caller's.</summary>
public sealed record LegRecord(
    int Number, LegKind Kind, EmployeeId? Employee, DepartmentId? Department, string Target,
    long StartedAt, long? RangAt, long? AnsweredAt, long EndedAt, long HoldMs, LegEnd End, int? SipStatus);

/// <summary>One stay of a call in a department's queue.</summary>
public sealed record QueueVisitRecord(
    int Visit, DepartmentId Department, int Priority, long EnteredAt, long LeftAt, QueueExit Exit, EmployeeId? Employee);

/// <summary>Two legs of an ended call that talked with each other.</summary>
/// <param name="Leg">The number of one leg, the client's where it is one of both.</param>
/// <param name="Employee">Whose conversation it is: who took an incoming call or made an outgoing one.</param>
/// <param name="WaitMs">How long the client waited for it.</param>
/// <param name="HoldMs">How long either held the other.</param>
/// <param name="IsRecorded">A recording of it was made; whether it is complete or deleted, is told apart from this.</param>
public sealed record ConversationRecord(
    int Number, int Leg, int OtherLeg, EmployeeId? Employee, DepartmentId? Department, long BeganAt, long EndedAt, long WaitMs,
    long HoldMs, EndedBy EndedBy, bool IsRecorded = false)
{
    /// <summary>Without hold.</summary>
    public long TalkMs => EndedAt - BeganAt - HoldMs;

    /// <summary>
    /// Of a record of older versions, which had one conversation and did not write it: with the leg that answered and got the call.
    /// </summary>
    public static IReadOnlyList<ConversationRecord> OfOlder(CallRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.AnsweredAt is not { } began) return [];
        var leg = record.Legs.FirstOrDefault(one => one is { Number: > 0, AnsweredAt: not null } && one.End != LegEnd.TakenElsewhere);
        var visit = record.Visits.LastOrDefault(one => one.Exit == QueueExit.Answered);
        return
        [
            new ConversationRecord(
                1, 0, leg?.Number ?? 0, record.Employee, record.Department, began, record.EndedAt,
                visit is null ? record.WaitMs : began - visit.EnteredAt, record.HoldMs, record.EndedBy),
        ];
    }
}
