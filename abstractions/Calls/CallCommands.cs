namespace CallCenter.Abstractions.Calls;

/// <summary>Where a call came in: exactly one of both is set.</summary>
/// <param name="Trunk">The key of a trunk.</param>
/// <param name="Account">The user name of a SIP account (a phone of ours that called).</param>
public readonly record struct CallLine(string? Trunk, string? Account);

/// <summary>
/// A new INVITE from a known trunk or an authenticated phone. The reply carries the new call (<see cref="CallReceived"/>).
/// </summary>
/// <param name="CallerNumber">As signalled (P-Asserted-Identity or From, sip or tel); the engine normalises it.</param>
/// <param name="Dialled">As signalled: a number, an extension, digits for an outgoing call, with parameters of RFC 3966.</param>
/// <param name="IsWithheld">The caller asked for privacy: he is shown to nobody and is no known client.</param>
/// <param name="ExpiresSeconds">How long the caller's invitation holds (RFC 3261 §13.3.1); null where he says nothing.</param>
/// <param name="CanAnchor">His audio can go through us: there is room for it, and he offers what we understand.</param>
public sealed record ReceiveCall(
    CallLine Line, string CallerNumber, string? CallerName, string Dialled, SipLegFacts Facts, bool IsWithheld = false,
    int? ExpiresSeconds = null, bool CanAnchor = false) : ProjectCommand;

/// <summary>
/// A trunk's INVITE that was refused before it could be a call: nothing is decided about it, but who called is not lost. It is recorded as
/// a call that ended as it arrived.
/// </summary>
/// <param name="Call">What could be read of it.</param>
/// <param name="Reason">What the trunk was told, beside the status.</param>
public sealed record NoteRefusedCall(ReceiveCall Call, int SipStatus, string Reason) : ProjectCommand;

/// <summary>The accepted reply to <see cref="ReceiveCall"/>; the caller's leg has number 0.</summary>
public sealed record CallReceived(CallId Call) : CommandReply;

/// <summary>
/// What both sides said of the media of a leg, where it goes through us: before it is sent, so that a restart goes on with it.
/// </summary>
public sealed record ReportMedia(LegId Leg, LegMedia Media) : ProjectCommand;

/// <summary>A leg that we rang alerts (180, or 183 with early media).</summary>
public sealed record ReportRinging(LegId Leg) : ProjectCommand;

/// <summary>
/// A leg that we rang answered (200). Refused with <see cref="Refusal.TooLate"/> if the call was taken or ended meanwhile; the silo
/// then hangs the leg up.
/// </summary>
public sealed record ReportAnswered(LegId Leg, SipLegFacts Facts) : ProjectCommand;

/// <summary>
/// A leg that we rang could not be established: final status 3xx–6xx, or 408/503 made by us for time-out and transport errors.
/// </summary>
/// <param name="Said">What the response says besides, for the caller: see <see cref="LegEnded"/>.</param>
/// <param name="RedirectTo">Whom a 301 or 302 names instead: the user part of its Contact.</param>
public sealed record ReportFailed(
    LegId Leg, int SipStatus, string? Reason, string? Said = null, string? RedirectTo = null) : ProjectCommand;

/// <summary>The person on this leg hung up: BYE, or CANCEL from a caller that was not answered yet.</summary>
/// <param name="Said">The reason that it gives (RFC 3326), for the other side: see <see cref="LegEnded"/>.</param>
public sealed record ReportHangUp(LegId Leg, string? Said = null) : ProjectCommand;

/// <summary>The dialog of this leg broke: no ACK to our 200, session timer expired, no answer to a request inside the dialog.</summary>
/// <param name="HeardAt">When its user agent was heard last (Unix milliseconds UTC): a conversation was over then. Null: now.</param>
public sealed record ReportBroken(LegId Leg, string Reason, long? HeardAt = null) : ProjectCommand;

/// <summary>The user agent of this leg put the other side on hold, or took it back (seen in re-INVITE or UPDATE).</summary>
public sealed record ReportHold(LegId Leg, bool Held) : ProjectCommand;

/// <summary>A key was pressed on this leg (RFC 4733 or SIP INFO): 0-9, *, #, A-D.</summary>
public sealed record ReportKey(LegId Leg, char Key) : ProjectCommand;

/// <summary>Ends a live call on somebody's order (a supervisor, the API).</summary>
public sealed record EndCall(CallId Call, string By) : ProjectCommand;

/// <summary>The recording of the conversation that goes on is paused: silence of true length is kept until it goes on.</summary>
/// <param name="By">Who wants it.</param>
public sealed record PauseRecording(CallId Call, bool IsPaused, string By) : ProjectCommand;

/// <summary>The file of a recording is complete; its call may be long over.</summary>
public sealed record NoteRecording(CallId Call, int Conversation, RecordingRecord Recording) : ProjectCommand;

/// <summary>How the audio of a leg went that is over; its call may be, too.</summary>
public sealed record NoteLegQuality(LegId Leg, LegQualityRecord Quality) : ProjectCommand;

/// <summary>The file of a recording is gone: it was kept for as long as the project keeps them.</summary>
public sealed record NoteRecordingDeleted(CallId Call, int Conversation) : ProjectCommand;

/// <summary>
/// Calls whose SIP side could not be rebuilt after a restart are closed with the outcome <see cref="CallOutcome.Interrupted"/>.
/// </summary>
/// <param name="Calls">Null for all that are live.</param>
public sealed record CloseInterruptedCalls(IReadOnlyList<CallId>? Calls = null) : ProjectCommand;
