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

    /// <summary>The final response to a caller; 503 goes with Retry-After.</summary>
    public static int ForCaller(HangUpReason reason) => reason switch
    {
        HangUpReason.NoSuchNumber => 404,
        HangUpReason.DestinationForbidden or HangUpReason.OutgoingLimit => 403,
        HangUpReason.Busy => 486,
        HangUpReason.CallerCancelled => 487,
        HangUpReason.LoopDetected => 482,
        HangUpReason.NetworkFailure => 500,
        HangUpReason.Overloaded or HangUpReason.Interrupted or HangUpReason.NoTrunk => 503,
        _ => 480,
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
    public static int ForCaller(CallRecord record) => record.SipStatus ?? record.Outcome switch
    {
        CallOutcome.Abandoned => 487,
        CallOutcome.Busy => 486,
        CallOutcome.Refused => 404,
        CallOutcome.Failed => 500,
        CallOutcome.Interrupted => 503,
        _ => 480,
    };

    /// <summary>The Reason of a CANCEL or BYE; null where none is needed.</summary>
    public static SipReason? Reason(HangUpReason reason) => reason switch
    {
        HangUpReason.TakenElsewhere => SipReason.CompletedElsewhere,
        HangUpReason.CallerCancelled => CallerCancelled,
        HangUpReason.RingTimeOver or HangUpReason.NoAnswer => RingTimeOver,
        HangUpReason.Overloaded => Overloaded,
        HangUpReason.NetworkFailure => NetworkFailure,
        HangUpReason.Interrupted => Stopping,
        HangUpReason.LoopDetected => LoopDetected,
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
    private static readonly SipReason LoopDetected = new("SIP", 482, "Loop detected");
}
