using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// Where the media of a call goes: which session description each leg is given (RFC 3264), and who answers when a user agent offers
/// anew. No other place writes the body of a message that carries one.
/// </summary>
internal interface ISessionPath
{
    /// <summary>Before anything is said of the leg's media; false where it can have none.</summary>
    bool TryBegin(SipLeg leg, long now);

    /// <summary>The ACK of a leg that we ring waits for the caller's: it carries his answer.</summary>
    bool DelaysAck(CallerLeg caller);

    /// <summary>The offer in the INVITE of a leg that we ring; empty: it is to make the offer itself, in its 2xx.</summary>
    ReadOnlySpan<byte> OfferTo(CalledLeg leg);

    /// <summary>
    /// What the caller is told, in a 183, of a leg that described itself before its answer; he hears it from then on. Empty: nothing.
    /// </summary>
    ReadOnlySpan<byte> EarlyAnswerTo(CallerLeg caller, CalledLeg with, ReadOnlySpan<byte> described, long now);

    /// <summary>The description in the 200 to the caller.</summary>
    /// <param name="with">The leg that he talks with; null: he hears what we play.</param>
    ReadOnlySpan<byte> AnswerTo(CallerLeg caller, CalledLeg? with, long now);

    /// <summary>The answer in the ACK of a leg that made the offer itself; empty for all others.</summary>
    ReadOnlySpan<byte> AnswerTo(CalledLeg leg);

    /// <summary>
    /// The user agent answered the offer it had, in its 2xx or ACK (<see cref="SipLeg.Sdp"/>); false where that is no answer.
    /// </summary>
    bool Accept(SipLeg leg, long now);

    /// <summary>The description that a leg has from us, repeated where its session is refreshed by re-INVITE; empty: it has none.</summary>
    ReadOnlySpan<byte> StandingTo(SipLeg leg);

    /// <summary>The user agent of a leg offers anew, or asks for an offer: re-INVITE or UPDATE. Answers it, now or later.</summary>
    void Renegotiate(SipLeg from, ServerTransaction request, long now);

    /// <summary>Two legs hear each other from now on.</summary>
    void Connect(SipLeg leg, SipLeg other);

    /// <summary>The leg holds the other side from now on, or no longer (<see cref="SipLeg.IsHeld"/>).</summary>
    void NoteHold(SipLeg leg, long now);

    /// <summary>The leg is over.</summary>
    void End(SipLeg leg);
}
