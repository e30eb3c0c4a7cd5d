using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling;

/// <summary>
/// The one table between the engine's reasons and SIP: the final response to a caller who was not answered, the Reason header
/// (RFC 3326) of the CANCEL or BYE to a leg that ends, and which failure of several branches stands for a leg.
/// </summary>
internal static class SipStatusTable
{
    public const int RetryAfterSeconds = 5;

    /// <summary>
    /// The final response to a caller: what failed elsewhere is passed on where that tells him something, else the engine's reason speaks.
    /// A 503 of our own goes with Retry-After.
    /// </summary>
    /// <param name="status">The final status that the call failed with; null for reasons of ours.</param>
    public static int ForCaller(HangUpReason reason, int? status) =>
        IsPassedOn(reason, status) ? status!.Value
        // Nobody but us could have answered the challenge: our credentials are missing or wrong.
        : reason == HangUpReason.NetworkFailure && status is 401 or 407 ? 500
        : ForCaller(reason);

    /// <summary>Whether a failure says something of the trunk, and not only of whom was called through it.</summary>
    public static bool IsOfTrunk(int status) => status is not (404 or 480 or 484 or 486 or 487 or 600 or 603 or 604);

    /// <summary>The same where nothing but the reason is known.</summary>
    public static int ForCaller(HangUpReason reason) => reason switch
    {
        HangUpReason.NoSuchNumber => 404,
        HangUpReason.DestinationForbidden or HangUpReason.OutgoingLimit => 403,
        HangUpReason.Busy => 486,
        HangUpReason.CallerCancelled or HangUpReason.InvitationExpired => 487,
        HangUpReason.LoopDetected => 482,
        HangUpReason.NetworkFailure => 502,
        HangUpReason.OfferRefused => 488,
        HangUpReason.Overloaded or HangUpReason.Interrupted or HangUpReason.NoTrunk => 503,
        _ => 480,
    };

    /// <summary>
    /// Whether a final status reaches the caller as it is, with its headers. Not where the engine says that somebody was not reached (480:
    /// how we reach an employee is nothing the caller could change), and not these:
    /// 3xx names a place that only we may send a call to, or the caller would pass our rules and our trunk;
    /// 401, 407, 494 ask us, and the caller has no credentials there;
    /// 405, 414, 416, 421, 422, 423, 428, 430, 436–439, 469, 470, 489, 501, 505 speak of what we wrote, not of what he did;
    /// 408 and 487 are outcomes of a request of ours; 481, 482, 483, 491 would be read as a state of his own dialog, loop or request.
    /// A code without a place here is not passed on either: nobody knows what a phone makes of it.
    /// </summary>
    public static bool IsPassedOn(HangUpReason reason, int? status) =>
        reason is HangUpReason.OfferRefused or HangUpReason.Busy or HangUpReason.NoSuchNumber or HangUpReason.DestinationForbidden
            or HangUpReason.NetworkFailure or HangUpReason.NoAnswer
        && (reason != HangUpReason.NoAnswer || status == 480)
        && status is 400 or 402 or 403 or 404 or 406 or 410 or 413 or 415 or 420 or 433 or 480 or 484 or 485 or 486 or 488 or 493
            or 500 or 502 or 503 or 504 or 513 or 580 or 600 or 603 or 604 or 606 or 607 or 608;

    /// <summary>
    /// A refusal inside a dialog, for the other side's dialog: 408 and 481 say that the dialog they came in is gone (RFC 3261 §12.2.1.2),
    /// and would end the other before our BYE does; a challenge is ours; 3xx, 422, 482 and 483 speak of what we wrote. 491 means both.
    /// </summary>
    public static int InDialog(int status) => status switch
    {
        401 or 407 or 494 => 403,
        408 => 504,
        < 400 or 422 or 481 or 482 or 483 => 500,
        _ => status,
    };

    /// <summary>What a phone shows beside the status where the standard words say too little; null where they do.</summary>
    public static string? PhraseForCaller(HangUpReason reason) => reason switch
    {
        HangUpReason.OutgoingLimit => "Outgoing Call Limit Reached",
        HangUpReason.DestinationForbidden => "Destination Not Allowed",
        _ => null,
    };

    /// <summary>
    /// A phone of ours has proved who it is, and takes any status about credentials for a wrong password: Linphone asks for another one
    /// and gives the account up. 603 is as final as 403, is tried nowhere else, and phones show its phrase.
    /// </summary>
    public static int ForPhone(int status) => IsAboutCredentials(status) ? 603 : status;

    /// <summary>The same to a request inside a dialog, which goes on (RFC 3261 §14.1).</summary>
    public static int ForPhoneInDialog(int status) => IsAboutCredentials(status) ? 488 : status;

    private static bool IsAboutCredentials(int status) => status is 401 or 403 or 407;

    /// <summary>The final response to a call the project did not take in.</summary>
    public static int ForCaller(Refusal refusal) => refusal switch
    {
        Refusal.NoSuchNumber or Refusal.NoSuchDepartment or Refusal.NoSuchEmployee => 404,
        Refusal.DestinationForbidden or Refusal.NoSuchAccount => 403,
        Refusal.TooManyCalls or Refusal.NotConfigured => 503,
        Refusal.InvalidNumber => 484,
        _ => 500,
    };

    /// <summary>
    /// The final response to a caller, as far as the record of his call still tells; to one who repeats his INVITE after a restart.
    /// </summary>
    public static int ForCaller(CallRecord record) =>
        record.Reason is { } reason ? ForCaller(reason, record.SipStatus) : record.SipStatus ?? ForCaller(record.Outcome);

    private static int ForCaller(CallOutcome outcome) => outcome switch
    {
        CallOutcome.Abandoned => 487,
        CallOutcome.Busy => 486,
        CallOutcome.Refused => 404,
        CallOutcome.Failed => 500,
        CallOutcome.Interrupted => 503,
        _ => 480,
    };

    /// <summary>
    /// The Reason of a CANCEL or BYE: what whoever caused it said himself, else ours; null where none is needed.
    /// </summary>
    public static string? Reason(HangUpReason reason, string? said) => SaidHeaders.Reason(said) ?? Reason(reason)?.ToString();

    /// <summary>Our own; null where none is needed.</summary>
    public static SipReason? Reason(HangUpReason reason) => reason switch
    {
        HangUpReason.TakenElsewhere => SipReason.CompletedElsewhere,
        HangUpReason.CallerCancelled => CallerCancelled,
        HangUpReason.RingTimeOver or HangUpReason.NoAnswer => RingTimeOver,
        HangUpReason.Overloaded => Overloaded,
        HangUpReason.NetworkFailure => NetworkFailure,
        HangUpReason.Interrupted => Stopping,
        HangUpReason.LoopDetected => LoopDetected,
        HangUpReason.InvitationExpired => InvitationExpired,
        _ => null,
    };

    /// <summary>
    /// Of two final responses of one leg's branches, the one that tells more (RFC 3261 §16.7, step 6): a person's 6xx, then what a
    /// phone in reach said (busy), then that a phone was not reached.
    /// </summary>
    public static int Better(int one, int other) => Rank(one) <= Rank(other) ? one : other;

    /// <summary>A person refused, which says more than that another phone of his went on ringing.</summary>
    public static bool IsRejection(int status) => status is 486 or >= 600;

    private static int Rank(int status) => status switch
    {
        >= 600 => 0,
        486 => 1,
        408 or 503 => 5,
        404 or 480 or 487 => 4,
        >= 500 => 3,
        _ => 2,
    };

    private static readonly SipReason CallerCancelled = new("SIP", 487, "Originator cancelled");
    private static readonly SipReason RingTimeOver = new("SIP", 408, "Ring time over");
    private static readonly SipReason Overloaded = new("SIP", 503, "Overloaded");
    private static readonly SipReason NetworkFailure = new("SIP", 500, "Network failure");
    private static readonly SipReason Stopping = new("SIP", 503, "Server stopping");
    private static readonly SipReason InvitationExpired = new("SIP", 487, "Invitation expired");
    private static readonly SipReason LoopDetected = new("SIP", 482, "Loop detected");
}
