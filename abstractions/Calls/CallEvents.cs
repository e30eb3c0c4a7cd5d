using CallCenter.Abstractions.Routing;

namespace CallCenter.Abstractions.Calls;

/// <summary>
/// A call began. <paramref name="ClientNumber"/> is E.164 where it could be normalised, else the digits as signalled, empty where no
/// number is known; an extension on internal calls.
/// </summary>
/// <param name="CallerEmployee">The employee who calls (outgoing, internal, or a client call from an "other" contact); null for
/// strangers.</param>
/// <param name="DialledNumber">The key of the number (DID) that was called; null when a phone of ours dialled.</param>
/// <param name="IsWithheld">The caller asked for privacy, and nobody who is rung is told who he is.</param>
/// <param name="ExpiresAt">
/// Unix milliseconds UTC until when the caller's invitation holds (RFC 3261 §13.3.1); null when he set no time.
/// </param>
/// <param name="Media">Where the audio of the call goes, for as long as it lives.</param>
public sealed record CallArrived(
    CallId Call, CallDirection Direction, CallLine Line, string ClientNumber, string? ClientName, string Dialled,
    EmployeeId? CallerEmployee, string? DialledNumber, int Priority, SipLegFacts Facts, bool IsWithheld = false, long? ExpiresAt = null,
    MediaMode Media = MediaMode.Direct) : ProjectEvent;

/// <summary>The routing decided something about a call; the decision explains itself.</summary>
public sealed record CallRouted(CallId Call, Decision Decision) : ProjectEvent;

/// <summary>A call entered a department's queue.</summary>
/// <param name="Visit">1, 2, 3 … within the call.</param>
/// <param name="LeaveAt">Unix milliseconds UTC when the longest wait is over; null when the department sets none.</param>
public sealed record CallQueued(CallId Call, DepartmentId Department, int Visit, int Priority, long? LeaveAt) : ProjectEvent;

/// <summary>A caller who waits hears music from now on, until he talks.</summary>
public sealed record MusicBegan(CallId Call) : ProjectEvent;

/// <summary>A caller who waits was told his place in the queue.</summary>
/// <param name="Position">1, 2, 3 …; 0: nothing, because announcements were switched off meanwhile.</param>
/// <param name="NextAt">Unix milliseconds UTC when he is told again, if he waits until then.</param>
public sealed record WaitAnnounced(CallId Call, int Visit, int Position, long NextAt) : ProjectEvent;

/// <summary>A leg is being rung.</summary>
/// <param name="Target">What is rung, for people: the account's user name, a number, a SIP URI.</param>
/// <param name="ShownNumber">The caller number shown on that leg (T-11); for the client on outgoing calls; empty: nobody's.</param>
/// <param name="RingUntil">Unix milliseconds UTC.</param>
/// <param name="AssertedNumber">Our number behind a leg through a trunk, where another or none is shown.</param>
/// <param name="NextTrunks">The trunks to be tried where this one does not carry the call, in order; null: none.</param>
/// <param name="InsteadOf">The number of the leg that this one replaces, because its trunk did not carry the call; 0: none.</param>
/// <param name="RedirectedBy">The employee whose phone sent the call there (302); null: nobody's.</param>
public sealed record LegStarted(
    LegId Leg, LegKind Kind, EmployeeId? Employee, DepartmentId? Department, string Target, string? Trunk, string ShownNumber,
    long RingUntil, string? AssertedNumber = null, IReadOnlyList<string>? NextTrunks = null, int InsteadOf = 0,
    EmployeeId? RedirectedBy = null) : ProjectEvent;

/// <summary>The media of a leg goes through us and was described, for the first time or anew.</summary>
public sealed record LegDescribed(LegId Leg, LegMedia Media) : ProjectEvent;

/// <summary>The leg alerts.</summary>
public sealed record LegRang(LegId Leg) : ProjectEvent;

/// <summary>The leg answered; whether it got the call is said by <see cref="ConversationBegan"/>.</summary>
public sealed record LegAnswered(LegId Leg, SipLegFacts Facts) : ProjectEvent;

/// <summary>The caller's leg was answered. That is no conversation: a menu answers as well.</summary>
/// <param name="With">The number of the leg whose session description he got; 0: our own.</param>
public sealed record CallerAnswered(CallId Call, int With) : ProjectEvent;

/// <summary>Two legs of a call talk with each other.</summary>
/// <param name="Number">1, 2, 3 … within the call.</param>
/// <param name="Leg">The number of one leg, the client's where it is one of both.</param>
/// <param name="Employee">Whose conversation it is: who took an incoming call or made an outgoing one.</param>
/// <param name="WaitMs">How long the client waited for it: from arrival (direct calls) or from entering the queue.</param>
/// <param name="IsRecorded">By the rules of the configuration in force.</param>
public sealed record ConversationBegan(
    CallId Call, int Number, int Leg, int OtherLeg, EmployeeId? Employee, DepartmentId? Department, long WaitMs,
    bool IsRecorded = false) : ProjectEvent;

/// <summary>A conversation is over; its legs may be live.</summary>
/// <param name="EndedAt">Unix milliseconds UTC where it was over before anybody noticed; null: with this event.</param>
public sealed record ConversationEnded(CallId Call, int Number, EndedBy By, long? EndedAt = null) : ProjectEvent;

/// <summary>Who hears a supervisor: said when his leg starts, and again when it changes.</summary>
public sealed record SupervisionChanged(LegId Leg, SupervisionMode Mode) : ProjectEvent;

/// <summary>The employee of a conversation asked for a supervisor, or needs none any more.</summary>
public sealed record HelpAsked(CallId Call, EmployeeId Employee, bool IsWanted) : ProjectEvent;

/// <summary>The recording of a conversation was paused, or goes on.</summary>
public sealed record RecordingPaused(CallId Call, int Conversation, bool IsPaused, string By) : ProjectEvent;

/// <summary>The recording of a conversation is complete; its call may be over.</summary>
public sealed record ConversationRecorded(CallId Call, int Conversation, RecordingRecord Recording) : ProjectEvent;

/// <summary>How the audio of a leg went that is over; its call may be, too.</summary>
public sealed record LegMeasured(LegId Leg, LegQualityRecord Quality) : ProjectEvent;

/// <summary>A recording was deleted.</summary>
public sealed record RecordingDeleted(CallId Call, int Conversation) : ProjectEvent;

/// <summary>
/// Older versions wrote this for <see cref="CallerAnswered"/> and the beginning of the only <see cref="ConversationBegan"/> in one, and
/// nothing where it ended: that was the call's end.
/// </summary>
/// <param name="WaitMs">From arrival (direct calls) or from entering the queue to now.</param>
public sealed record CallTaken(LegId Leg, EmployeeId? Employee, DepartmentId? Department, long WaitMs) : ProjectEvent
{
    public CallerAnswered Answer() => new(Leg.Call, Leg.Number);

    public ConversationBegan Conversation() => new(Leg.Call, 1, 0, Leg.Number, Employee, Department, WaitMs);
}

/// <summary>The user agent of this leg put the other side on hold (<paramref name="Held"/>) or took it back.</summary>
public sealed record LegHeld(LegId Leg, bool Held) : ProjectEvent;

/// <summary>A leg ended.</summary>
/// <param name="SipStatus">The final status where one was received or made; null for BYE.</param>
/// <param name="EndedAt">Unix milliseconds UTC where it was over before anybody noticed; null: with this event.</param>
/// <param name="Said">
/// Header lines that explain the end, for the other side: of the final response, BYE or CANCEL that came, also where we passed it on to
/// this leg. Null where there are none; at most <see cref="MostSaid"/> characters.
/// </param>
public sealed record LegEnded(LegId Leg, LegEnd End, int? SipStatus, long? EndedAt = null, string? Said = null) : ProjectEvent
{
    public const int MostSaid = 500;
}

/// <summary>A call left a department's queue.</summary>
public sealed record QueueLeft(CallId Call, DepartmentId Department, int Visit, QueueExit Exit, long EnteredAt) : ProjectEvent;

/// <summary>A call is over; carries its whole record, so that history needs no second fold over the call's events.</summary>
public sealed record CallEnded(CallRecord Record) : ProjectEvent;
