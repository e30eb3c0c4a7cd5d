namespace CallCenter.Abstractions.Employees;

/// <summary>What the employee says about himself; set by people only (and by the RONA rule, which says so).</summary>
public enum Availability : byte { SignedOut = 0, Ready = 1, NotReady = 2 }

/// <summary>What the engine sees the employee do.</summary>
public enum Activity : byte { Idle = 0, Ringing = 1, Talking = 2, WrapUp = 3 }

/// <summary>
/// Both axes of an employee at one moment. A value with its <see cref="Since"/> is one tile of the employee's day: the next
/// value begins in the millisecond where this one ends.
/// </summary>
/// <param name="Reason">Why not ready, one of the project's not-ready reasons; null otherwise.</param>
/// <param name="Call">The call rung, talked on or wrapped up; null when idle.</param>
/// <param name="Department">The department the activity is for; null when idle or when the call came directly.</param>
/// <param name="Since">Unix milliseconds UTC when this value began.</param>
/// <param name="Until">Unix milliseconds UTC when it ends by itself (ring time, wrap-up); null when only an event ends it.</param>
[GenerateSerializer, Immutable]
public sealed record EmployeeState(
    Availability Availability, string? Reason, Activity Activity, CallId? Call, DepartmentId? Department, long Since, long? Until);

/// <summary>Why an employee did not take a call that rang at his contact points.</summary>
public enum RingMiss : byte
{
    /// <summary>Redirect on no answer (RONA): it rang for the whole ring time.</summary>
    NoAnswer = 0,
    /// <summary>He refused the call (486, 603 …).</summary>
    Rejected = 1,
    /// <summary>None of his contact points could be reached (404, 408, 480, 503 …).</summary>
    Unreachable = 2,
}
