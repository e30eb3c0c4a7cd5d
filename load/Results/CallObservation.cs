namespace CallCenter.Load.Results;

/// <summary>
/// One call as the generator saw it. Times are microseconds since the Unix epoch, taken from one monotonic clock; 0: did not happen.
/// </summary>
internal sealed class CallObservation
{
    /// <summary>Number of the call in its run, from 0.</summary>
    public int Number { get; init; }

    /// <summary>Call-ID of the leg of whoever placed the call.</summary>
    public required string CallId { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    /// <summary>Whether an employee placed it.</summary>
    public bool Outgoing { get; init; }

    /// <summary>When the plan of arrivals wanted it.</summary>
    public long DueMicros { get; set; }

    /// <summary>INVITE sent.</summary>
    public long InviteMicros { get; set; }

    /// <summary>First 100 received.</summary>
    public long TryingMicros { get; set; }

    /// <summary>First 18x received.</summary>
    public long RingingMicros { get; set; }

    /// <summary>First reply of all, whichever it was.</summary>
    public long ReplyMicros => TryingMicros != 0 ? TryingMicros : RingingMicros;

    /// <summary>First INVITE for this call at an employee's phone.</summary>
    public long EmployeeInviteMicros { get; set; }

    /// <summary>The employee's 200 that won, sent.</summary>
    public long EmployeeAnswerMicros { get; set; }

    /// <summary>200 received by the caller.</summary>
    public long AnswerMicros { get; set; }

    /// <summary>The caller gave up: his CANCEL ordered.</summary>
    public long CancelMicros { get; set; }

    /// <summary>The caller's BYE sent.</summary>
    public long ByeMicros { get; set; }

    /// <summary>200 to the caller's BYE received.</summary>
    public long ByeDoneMicros { get; set; }

    /// <summary>Over.</summary>
    public long EndedMicros { get; set; }

    /// <summary>Id of the employee who answered.</summary>
    public string? Employee { get; set; }

    public ObservedOutcome Outcome { get; set; }

    /// <summary>For refused and failed calls, e.g. <c>INVITE 503</c>, <c>INVITE timeout</c>, <c>BYE 481</c>.</summary>
    public string? Cause { get; set; }
}
