namespace CallCenter.Abstractions.Calls;

/// <summary>
/// Incoming: a client called. Outgoing: an employee called a client. Internal: extension to extension, in no client figure.
/// </summary>
public enum CallDirection : byte { Incoming = 0, Outgoing = 1, Internal = 2 }

/// <summary>Where the audio of a call goes.</summary>
public enum MediaMode : byte
{
    /// <summary>From phone to phone; we only signal.</summary>
    Direct = 0,
    /// <summary>Through us: whatever plays, records or listens needs it.</summary>
    Anchored = 1,
}

/// <summary>Whether the conversation that goes on is recorded.</summary>
public enum RecordingState : byte { None = 0, On = 1, Paused = 2 }

/// <summary>What a live call is doing, as the board shows it.</summary>
public enum CallStage : byte
{
    Arriving = 0, Waiting = 1, Ringing = 2, Talking = 3, OnHold = 4,
    /// <summary>The caller hears an announcement.</summary>
    Announced = 5,
    /// <summary>He is in a voice menu.</summary>
    InMenu = 6,
    /// <summary>He is asked for a message, or leaves one.</summary>
    LeavingMessage = 7,
    /// <summary>He rates the conversation that he had.</summary>
    Rating = 8,
}

/// <summary>How a call ended.</summary>
public enum CallOutcome : byte
{
    /// <summary>There was a conversation.</summary>
    Answered = 0,
    /// <summary>The caller hung up before anyone took the call.</summary>
    Abandoned = 1,
    /// <summary>Nobody took it in time and no further destination was left.</summary>
    NoAnswer = 2,
    /// <summary>Everyone it could go to was busy.</summary>
    Busy = 3,
    /// <summary>A configured destination was "hang up" (closed, full …).</summary>
    Closed = 4,
    /// <summary>The number or extension does not exist, or the destination is not allowed.</summary>
    Refused = 5,
    /// <summary>The network or the other side failed.</summary>
    Failed = 6,
    /// <summary>The silo died while the call was live.</summary>
    Interrupted = 7,
    /// <summary>Nobody it could go to could be reached: not registered, or the phone gave no sign.</summary>
    Unreachable = 8,
    /// <summary>No phone that could be rung takes what the caller offers: codecs, fax, IP version.</summary>
    OfferRefused = 9,
    /// <summary>Nobody took it, and the caller left a message: a missed call all the same.</summary>
    Voicemail = 10,
}

/// <summary>Who ended a call or a leg.</summary>
public enum EndedBy : byte { Client = 0, Employee = 1, System = 2 }

/// <summary>What a leg is for.</summary>
public enum LegKind : byte
{
    Caller = 0, Employee = 1, External = 2,
    /// <summary>Somebody who listens to a conversation of others.</summary>
    Supervisor = 3,
}

/// <summary>Who hears a supervisor; he hears both sides always.</summary>
public enum SupervisionMode : byte
{
    Listen = 0,
    /// <summary>Only the employee hears him.</summary>
    Whisper = 1,
    /// <summary>Both hear him.</summary>
    Join = 2,
}

/// <summary>How a leg ended.</summary>
public enum LegEnd : byte
{
    /// <summary>BYE by the person on this leg.</summary>
    HungUp = 0,
    /// <summary>We hung it up because the other side ended the call.</summary>
    OtherSideHungUp = 1,
    /// <summary>The caller gave up before the answer (CANCEL).</summary>
    Cancelled = 2,
    /// <summary>Another leg of the same ring took the call.</summary>
    TakenElsewhere = 3,
    /// <summary>The ring time was over.</summary>
    NoAnswer = 4,
    /// <summary>Refused by the phone or person: busy, declined.</summary>
    Rejected = 5,
    /// <summary>Could not be reached: not registered, time-out, no route, network error.</summary>
    Unreachable = 6,
    /// <summary>The call was refused or ended by the routing.</summary>
    Routing = 7,
    /// <summary>The dialog broke: no ACK, session timer expired, transaction time-out.</summary>
    Broken = 8,
    /// <summary>The silo died.</summary>
    Interrupted = 9,
    /// <summary>The phone is there and cannot take what the caller offers (488, 606 …): nobody refused the call.</summary>
    OfferRefused = 10,
}

/// <summary>How a call left a department's queue. Everything but the first two is a flow-out; each is counted apart.</summary>
public enum QueueExit : byte
{
    Answered = 0,
    Abandoned = 1,
    TimeOut = 2,
    Full = 3,
    NoOneSignedIn = 4,
    AllNotReady = 5,
    Interrupted = 6,
    /// <summary>The call failed or was ended by us while it waited.</summary>
    Failed = 7,
    /// <summary>The phones of all who are ready refused what the caller offers.</summary>
    OfferRefused = 8,
}

/// <summary>Why a call was turned down or ended by the routing; the silo maps it to a SIP status in one table.</summary>
public enum HangUpReason : byte
{
    Normal = 0,
    NoSuchNumber = 1,
    DestinationForbidden = 2,
    Closed = 3,
    Busy = 4,
    NoAnswer = 5,
    Overloaded = 6,
    NetworkFailure = 7,
    CallerCancelled = 8,
    TakenElsewhere = 9,
    RingTimeOver = 10,
    Interrupted = 11,
    NoTrunk = 12,
    LoopDetected = 13,
    /// <summary>A limit of outgoing calls, of the employee or of the destination, is reached.</summary>
    OutgoingLimit = 14,
    /// <summary>Whoever was called directly has no phone that can be reached.</summary>
    Unreachable = 15,
    /// <summary>Whoever could be rung refused what the caller offers.</summary>
    OfferRefused = 16,
    /// <summary>The time that the caller's invitation held is over (RFC 3261 §13.3.1).</summary>
    InvitationExpired = 17,
}
