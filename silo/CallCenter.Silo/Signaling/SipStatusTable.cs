using CallCenter.Abstractions.Calls;

namespace CallCenter.Silo.Signaling;

/// <summary>
/// The one table between the engine's reasons and SIP: the final response to a caller who was not answered, and the Reason header
/// (RFC 3326) of the CANCEL or BYE to a leg that ends.
/// </summary>
internal static class SipStatusTable
{
    /// <summary>The status of the final response to a caller, and whether it tells when to try again.</summary>
    public static (int Status, bool RetryAfter) ForCaller(HangUpReason reason) => reason switch
    {
        HangUpReason.NoSuchNumber => (404, false),
        HangUpReason.DestinationForbidden => (403, false),
        HangUpReason.Closed => (480, false),
        HangUpReason.Busy => (486, false),
        HangUpReason.NoAnswer or HangUpReason.RingTimeOver or HangUpReason.Normal => (480, false),
        HangUpReason.Overloaded => (503, true),
        HangUpReason.Interrupted => (503, true),
        HangUpReason.NetworkFailure => (500, false),
        HangUpReason.NoTrunk => (503, false),
        HangUpReason.CallerCancelled => (487, false),
        HangUpReason.TakenElsewhere => (480, false),
        HangUpReason.LoopDetected => (482, false),
        _ => (480, false),
    };

    /// <summary>The Reason header of a CANCEL or BYE; null where none is needed.</summary>
    public static string? ReasonHeader(HangUpReason reason) => reason switch
    {
        HangUpReason.TakenElsewhere => "SIP;cause=200;text=\"Call completed elsewhere\"",
        HangUpReason.CallerCancelled => "SIP;cause=487;text=\"Originator cancelled\"",
        HangUpReason.RingTimeOver or HangUpReason.NoAnswer => "SIP;cause=408;text=\"Ring time over\"",
        HangUpReason.Overloaded => "SIP;cause=503;text=\"Overloaded\"",
        HangUpReason.NetworkFailure => "SIP;cause=500;text=\"Network failure\"",
        HangUpReason.Interrupted => "SIP;cause=503;text=\"Server stopping\"",
        HangUpReason.LoopDetected => "SIP;cause=482;text=\"Loop detected\"",
        _ => null,
    };
}
