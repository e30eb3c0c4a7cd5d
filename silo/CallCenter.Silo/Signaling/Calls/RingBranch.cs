using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>One INVITE of a leg, to one of the places its target is at.</summary>
internal sealed class RingBranch(B2bua b2bua, CalledLeg leg, RingDestination destination, InitialRequest request, BranchIdentity identity)
    : OutgoingRequest
{
    private bool _wasAuthorized;
    private int _way;
    private SessionTimerPolicy _sessionTimers = b2bua.SessionTimers;

    public CalledLeg Leg { get; } = leg;

    /// <summary>What its Via branches are made from.</summary>
    public BranchIdentity Identity { get; } = identity;

    public RingDestination Destination { get; } = destination;

    public InitialRequest Request { get; private set; } = request;

    /// <summary>Where its INVITE goes now: the first server of the destination, or one that is tried after it.</summary>
    public SipFlow Way => _way == 0 ? Destination.Flow : Destination.OtherWays[_way - 1];

    /// <summary>The phone or server that it is sent to has said something, 100 included.</summary>
    public bool IsHeard { get; set; }

    /// <summary>Answers the challenges of its trunk; null where none are answered.</summary>
    public DigestClient? Digest { get; init; }

    /// <summary>Has a final response, or is given up.</summary>
    public bool IsEnded { get; set; }

    /// <summary>What the caller heard of it last: the peer's tag and its session description; null where he heard nothing.</summary>
    public (string Tag, byte[]? Sdp) Heard { get; set; }

    /// <summary>The failure it ended with.</summary>
    public int Status { get; set; }

    /// <summary>Whom a 301 or 302 names instead (RFC 3261 §21.3.3).</summary>
    public string? RedirectTo { get; set; }

    /// <summary>What explains it, for the caller.</summary>
    public string? Said { get; set; }

    public override bool IsWanted => !IsEnded;

    /// <summary>Made from the leg, so that a response after a restart finds it; the CSeq tells its INVITEs apart.</summary>
    public override SipBranch NextBranch(ISipRandom random) => Identity.Via(Request.CSeq);

    public override void Write(SipMessageWriter writer, in LocalVia via)
    {
        Request.Begin(writer, SipMethod.Invite, in via);
        if (Digest is not null)
        {
            _wasAuthorized = Digest.HasChallenge;
            Digest.Authorize(writer, SipMethod.Invite, Request.RequestUri.Text);
        }

        writer.Header(SipHeader.Contact, b2bua.Contact(via.Transport)).Capabilities();
        SessionTimer.WriteOffer(writer, _sessionTimers);
        ShownIdentity.Write(writer, Leg.Order, Destination);
        writer.Sdp(Leg.Circuit.Path.OfferTo(Leg));
    }

    public override void OnResponse(SipMessage response, long now) => b2bua.OnRingResponse(this, response, now);

    public override void OnFailed(int status, string reason, long now) => b2bua.OnBranchFailed(this, status, reason, now);

    /// <summary>Gives it up with whatever state the INVITE is in; its outcome does not matter any more.</summary>
    /// <param name="reason">The value of the CANCEL's Reason header; null for none.</param>
    public void Cancel(string? reason, long now)
    {
        IsEnded = true;
        (Transaction as InviteClientTransaction)?.Cancel(now, reason);
    }

    /// <summary>After a restart: the peer answers the INVITE with this CSeq, the one that was rebuilt never left.</summary>
    public void GoOnWith(uint cseq, in SipFlow from)
    {
        for (var i = 0; i < Destination.OtherWays.Count; i++)
        {
            if (Destination.OtherWays[i].Remote == from.Remote)
            {
                _way = i + 1;
            }
        }

        Request = Request with { CSeq = cseq };
        (Transaction as InviteClientTransaction)?.GiveUp();
    }

    /// <summary>
    /// Goes on to the next server, if there is one; the INVITE is the next request of the same Call-ID and tag. Whatever the one before
    /// still says is turned down.
    /// </summary>
    public bool TryNextWay(long now)
    {
        if (_way >= Destination.OtherWays.Count)
        {
            return false;
        }

        _way++;
        IsHeard = false;
        LetGo(now);
        Request = Request with { CSeq = Request.CSeq + 1 };
        return true;
    }

    /// <summary>Nobody waits for the answer of its INVITE any more.</summary>
    public void LetGo(long now)
    {
        if (Transaction is InviteClientTransaction { IsTerminated: false } invite)
        {
            invite.Context = null;
            invite.Cancel(now);
        }
    }

    /// <summary>
    /// True when the INVITE can be sent again so that it fits the refusal: with credentials (RFC 3261 §22.2) or with a longer
    /// session interval (RFC 4028 §7.3). It is the next request of the same Call-ID and tag.
    /// </summary>
    public bool CanRepeat(SipMessage response)
    {
        var policy = SessionTimer.AfterRefusal(response, _sessionTimers);
        if (policy is null && Digest?.TryTakeChallenge(response, _wasAuthorized) is not true)
        {
            return false;
        }

        _sessionTimers = policy ?? _sessionTimers;
        Request = Request with { CSeq = Request.CSeq + 1 };
        return true;
    }
}
