namespace CallCenter.Abstractions.Routing;

/// <summary>What was decided.</summary>
public enum DecisionKind : byte
{
    /// <summary>Where the call goes next: department, employee, external number, hang up.</summary>
    Destination = 0,
    /// <summary>Whom to ring for a waiting call.</summary>
    Employees = 1,
    /// <summary>Which number to show and which trunk to take for an outgoing call.</summary>
    Outgoing = 2,
}

/// <summary>
/// One routing decision with everything that led to it, so that a page can say "Anna rang because she was idle longest (4 min 10 s);
/// Ivan was in wrap-up, 4 s left". At most <see cref="MostListed"/> chosen, passed-over and excluded employees are listed; the totals
/// count all.
/// </summary>
/// <param name="Rule">Stable key of the rule: <c>longest-idle</c>, <c>number</c>, <c>responsible</c>, <c>last-talked</c>,
/// <c>time-out</c> …</param>
/// <param name="Destination">What was chosen, for people: <c>department sales</c>, <c>+380441234567 via trunk kyivstar</c>; null for
/// employees.</param>
/// <param name="Chosen">Whom it rings, in order.</param>
/// <param name="PassedOver">Eligible, but behind the chosen by the rule.</param>
public sealed record Decision(
    DecisionKind Kind, string Rule, string? Destination, DepartmentId? Department,
    IReadOnlyList<Candidate> Chosen, IReadOnlyList<Candidate> PassedOver, int CandidatesTotal,
    IReadOnlyList<Exclusion> Excluded, int ExcludedTotal, int ConfigurationVersion)
{
    public const int MostListed = 20;
}

/// <summary>
/// An eligible employee with the figure that the rule compared: idle milliseconds, calls today, talk milliseconds, position,
/// tier. A value, because a decision lists twenty of them.
/// </summary>
public readonly record struct Candidate(EmployeeId Employee, long Score);

/// <summary>An employee who was not eligible, and why.</summary>
/// <param name="UntilMs">Unix milliseconds UTC when the reason ends by itself (wrap-up, rest after a miss); null if it does not.</param>
public sealed record Exclusion(EmployeeId Employee, ExclusionReason Reason, string? Detail, long? UntilMs);

/// <summary>Why an employee is not rung; the same list answers "why am I not getting calls?".</summary>
public enum ExclusionReason : byte
{
    SignedOut = 0, NotReady = 1, Ringing = 2, Talking = 3, WrapUp = 4, PhoneNotRegistered = 5, RestingAfterMiss = 6,
    AlreadyRungForThisCall = 7, NotInThisTier = 8, InNoDepartment = 9, OfferRefused = 10,
    /// <summary>He listens to a conversation of others.</summary>
    Supervising = 11,
}
