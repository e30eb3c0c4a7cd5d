namespace CallCenter.Abstractions.Routing;

/// <summary>What would become of a call that an employee or a client dials, if nothing else was going on.</summary>
/// <param name="Number">What is called: E.164 where it goes outside, else as dialled.</param>
/// <param name="Shown">The number that is shown; empty: nobody's; null where nothing is called outside.</param>
/// <param name="Trunk">Key of the trunk that is tried first; null where nothing is called outside.</param>
/// <param name="HasNextTrunk">Whether another one is tried where this one does not carry the call.</param>
/// <param name="ByRule">Whether a rule of caller numbers fits; else the first number of the company is shown.</param>
/// <param name="Department">Key of the department whose extension was dialled.</param>
/// <param name="Employee">Key of the employee whose extension was dialled.</param>
/// <param name="OwnNumber">Key of the company's number that a client called: its destination says where he goes.</param>
/// <param name="IsTold">He is told before anything else that the conversation may be recorded.</param>
public sealed record DialOutcome(
    DialResult Result, string Number, string? Shown = null, string? Trunk = null, bool HasNextTrunk = false, bool ByRule = false,
    string? Department = null, string? Employee = null, string? OwnNumber = null, bool IsTold = false);

/// <summary>How it ends.</summary>
public enum DialResult
{
    /// <summary>It goes out through a trunk.</summary>
    Outside,

    /// <summary>It goes out as a call for help.</summary>
    Emergency,

    /// <summary>It is somebody's extension.</summary>
    Internal,

    /// <summary>No prefix of the allowed destinations fits.</summary>
    NotAllowed,

    /// <summary>The rule that fits leads through no trunk that is there.</summary>
    NoTrunk,

    /// <summary>It is no number of any country, and no extension.</summary>
    NoSuchNumber,

    /// <summary>The employee has no SIP account to call from.</summary>
    NoAccount,

    /// <summary>The document has errors.</summary>
    Invalid,

    /// <summary>A client comes in by one of the company's numbers.</summary>
    Incoming,

    /// <summary>There is no trunk that a client could come in by.</summary>
    NoLine,
}
