namespace CallCenter.Abstractions.Calls;

/// <summary>Where a leg is rung: exactly one of the three is set.</summary>
/// <param name="Account">User name of a SIP account: all its bindings are rung (forked); the silo resolves them.</param>
/// <param name="Uri">A fixed SIP URI.</param>
/// <param name="Number">An E.164 number, rung through <paramref name="Trunk"/>.</param>
public sealed record RingTarget(string? Account, string? Uri, string? Number, string? Trunk);

/// <summary>Send an INVITE on a new leg with the caller's session description.</summary>
/// <param name="CallerNumber">The number (or extension) shown as the caller; empty: anonymous.</param>
/// <param name="CallerName">Never given to a carrier.</param>
/// <param name="AssertedNumber">Our number behind a leg through a trunk, where another or none is shown (RFC 3325).</param>
public sealed record RingLeg(
    LegId Leg, RingTarget Target, string CallerNumber, string? CallerName, string? AssertedNumber = null) : ProjectEffect
{
    /// <summary>Another trunk waits to be tried: whether this one answers is to be known soon.</summary>
    public bool HasNextTrunk { get; init; }
}

/// <summary>Let the caller hear ringing: a 180, or a tone where he is answered. Given once until he hears something else.</summary>
public sealed record ShowRinging(CallId Call) : ProjectEffect;

/// <summary>Answer the caller, with a session description of our own: he is to hear something of us.</summary>
public sealed record AnswerCaller(CallId Call) : ProjectEffect;

/// <summary>The caller, who is answered, hears music until he is connected with somebody.</summary>
public sealed record PlayMusic(CallId Call) : ProjectEffect;

/// <summary>The caller, who is answered, is asked for patience and told his place; then he hears again what he heard before.</summary>
/// <param name="Position">1, 2, 3 … in the queue.</param>
public sealed record Announce(CallId Call, int Position) : ProjectEffect;

/// <summary>
/// The caller, who is answered, hears this and nothing else; when it is over, <see cref="ReportSpoken"/> says so.
/// </summary>
public sealed record Speak(CallId Call, int Step, int Attempt, IReadOnlyList<Prompt> Prompts) : ProjectEffect
{
    // Effects are compared by value, and a list is not by itself.
    public bool Equals(Speak? other) =>
        other is not null && Call == other.Call && Step == other.Step && Attempt == other.Attempt && Prompts.SequenceEqual(other.Prompts);

    public override int GetHashCode() => HashCode.Combine(Call, Step, Attempt);
}

/// <summary>The caller hears no more of it: he pressed a key.</summary>
public sealed record StopSpeaking(CallId Call) : ProjectEffect;

/// <summary>
/// Record what the caller says, until <see cref="EndMessage"/> or the end of his leg; after a restart it is gone on with.
/// </summary>
/// <remarks>After some seconds without a word (<c>voicemail.silenceSeconds</c>) <see cref="ReportMessageOver"/> says so.</remarks>
/// <param name="BeganAt">Unix milliseconds UTC.</param>
public sealed record RecordMessage(CallId Call, int Step, long BeganAt) : ProjectEffect;

/// <summary>The message is complete.</summary>
public sealed record EndMessage(CallId Call) : ProjectEffect;

/// <summary>
/// Connect two legs of a call: they talk. A caller who was not answered yet is answered with the session description of the other.
/// </summary>
public sealed record Bridge(CallId Call, int Leg, int OtherLeg) : ProjectEffect;

/// <summary>The leg of a supervisor hears both sides of the conversation, and is heard by mode; after a restart it is again.</summary>
/// <param name="Employee">The leg that hears a whisper.</param>
public sealed record Supervise(CallId Call, int Leg, SupervisionMode Mode, int Employee) : ProjectEffect;

/// <summary>Record a conversation from now on, until one of both legs is over; after a restart it is gone on with.</summary>
/// <param name="Client">The leg of the left lane.</param>
/// <param name="Employee">The leg of the right lane.</param>
/// <param name="BeganAt">Unix milliseconds UTC.</param>
public sealed record RecordConversation(CallId Call, int Conversation, int Client, int Employee, long BeganAt) : ProjectEffect;

/// <summary>Keep silence of true length instead of what is said, or the sound again.</summary>
public sealed record SetRecordingPause(CallId Call, int Conversation, bool IsPaused) : ProjectEffect;

/// <summary>
/// End one leg in whatever state it is: CANCEL a ringing one, BYE an answered one, a final response to a caller that was not answered.
/// </summary>
/// <param name="SipStatus">The final status that the call failed with elsewhere; null for reasons of ours.</param>
/// <param name="Said">What was said with it, or by whoever hung up: see <see cref="LegEnded"/>.</param>
public sealed record EndLeg(LegId Leg, HangUpReason Reason, int? SipStatus = null, string? Said = null) : ProjectEffect;
