namespace CallCenter.Load.Results;

/// <summary>What is measured of each call.</summary>
internal enum Latency
{
    /// <summary>Due → INVITE sent: how late the generator itself was.</summary>
    DueToInvite,

    /// <summary>
    /// INVITE → the first reply: the 100, or the 18x of a server that has it within 200 ms and may then leave the 100 out
    /// (RFC 3261 §17.2.1).
    /// </summary>
    InviteToReply,

    /// <summary>INVITE → first 18x.</summary>
    InviteToRinging,

    /// <summary>INVITE → the first INVITE at an employee's phone.</summary>
    InviteToEmployee,

    /// <summary>Due → the first INVITE at an employee's phone: a stall of either side shows in full.</summary>
    DueToEmployee,

    /// <summary>The employee's 200 → the caller's 200.</summary>
    AnswerToAnswer,

    /// <summary>The caller's BYE → its 200.</summary>
    ByeToOk,
}

/// <summary>The figures' names, as reports show them and files hold them.</summary>
internal static class LatencyNames
{
    public static readonly IReadOnlyList<Latency> All = Enum.GetValues<Latency>();

    public static string Of(Latency latency) => latency switch
    {
        Latency.DueToInvite => "due → INVITE",
        Latency.InviteToReply => "INVITE → 100 or 180",
        Latency.InviteToRinging => "INVITE → 180",
        Latency.InviteToEmployee => "INVITE → employee",
        Latency.DueToEmployee => "due → employee",
        Latency.AnswerToAnswer => "answer → answer",
        Latency.ByeToOk => "BYE → 200",
        _ => throw new ArgumentOutOfRangeException(nameof(latency)),
    };
}
