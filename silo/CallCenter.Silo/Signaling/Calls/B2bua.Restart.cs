using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>After a restart: circuits that were rebuilt go on, and what may not have left before is sent again.</content>
internal sealed partial class B2bua
{
    /// <summary>How long peers repeat what got no answer: 64*T1.</summary>
    public const long RepeatedMs = 32_000;

    /// <summary>
    /// The caller may have heard a leg's network before: nobody else is described in that dialog, and which it was is not known any more.
    /// </summary>
    public static void SpendDialog(CallerLeg caller)
    {
        caller.Early = new EarlyDialogs(caller.Request!, caller.Dialog!);
        caller.Early.Spend();
    }

    /// <summary>The caller had a description of ours before his answer: it stands in the dialog that he arrived with.</summary>
    public void WasDescribed(CallerLeg caller) => Describe(caller, caller.Audio!.Said, isAnswer: false);

    /// <summary>The caller waits; he is told at once that he does, his repeated INVITE gets the same.</summary>
    public void WaitOn(CallerLeg caller, bool rings, long now)
    {
        if (rings)
        {
            RingAnew(caller, now);
        }
        else
        {
            caller.Invite.Respond(100, now);
        }
    }

    /// <summary>
    /// The 200 of a call taken a moment ago, repeated until its ACK comes: a caller who had acknowledged it does so again (RFC 3261
    /// §13.2.2.4).
    /// </summary>
    public void AnswerAgain(CallerLeg caller, CalledLeg? with, long now) =>
        caller.Invite.Respond(BeginAnswer(caller).Sdp(caller.Circuit.Path.AnswerTo(caller, with, now)), now);

    /// <summary>
    /// The INVITEs of a leg that rings, under the identifiers that they had. Where it alerted it has them; else they are sent again unless
    /// something is heard of them in half a second, which to a phone that has them is a repetition.
    /// </summary>
    public void RingOn(CalledLeg leg, bool alerted, long now) =>
        _core.Targets.Resolve(leg.Order, now, (destinations, at) =>
        {
            if (leg.IsEnded)
            {
                CancelAgain(leg, destinations, null, at);
            }
            else if (destinations.Count > 0)
            {
                // All its INVITEs had left together, before the first phone could alert.
                Resume(leg, destinations, alerted, at);
            }
            else
            {
                Ring(leg, destinations, at);
            }
        });

    /// <summary>A leg that stopped ringing a moment before the end: its CANCEL may not have left.</summary>
    /// <param name="reason">The value of its Reason header; null for none.</param>
    public void CancelAgain(CalledLeg leg, string? reason, long now) =>
        _core.Targets.Resolve(leg.Order, now, (destinations, at) => CancelAgain(leg, destinations, reason, at));

    /// <summary>A leg that we hung up a moment before the end: its BYE may not have left; a peer that is done answers 481.</summary>
    public void ByeAgain(SipLeg leg, HangUpReason reason, string? said, long now) => SendBye(leg, reason, now, said);

    /// <summary>
    /// The ACK of a leg's 2xx, which may not have left: the same message once more. One that has to carry the caller's answer waits for it
    /// (delayed offer).
    /// </summary>
    public void AcknowledgeAgain(CalledLeg leg, long now)
    {
        var caller = leg.Circuit.Caller;
        if (caller.IsOfferDelayed && caller.Sdp.Length == 0)
        {
            return;
        }

        var flow = leg.NextFlow(_core.Hosts, now);
        var ack = leg.Dialog!.BeginAck(_core.Sender.Writer, leg.InviteCSeq, _core.Sender.AckVia(flow.Transport, leg.AckBranch));
        _core.Loop.Outbox.Send(in flow, ack.Sdp(leg.Circuit.Path.AnswerTo(leg)).Written);
    }

    /// <summary>The peer's own BYE may have been left without an answer: it is known until the peer stops repeating it.</summary>
    public void ForgetLater(SipLeg leg, long now) => _timers.Set(leg, now + RepeatedMs);

    /// <summary>
    /// A response that finds no transaction, though we sent its INVITE before the restart:
    /// 1. the 2xx of a leg that talks: its ACK was lost;
    /// 2. of a leg that rings, to an INVITE with another CSeq (after a challenge): it rings with that one;
    /// 3. of a leg or branch that is over, also of one whose connection was gone: a provisional one makes the CANCEL possible that had to
    /// wait for it (RFC 3261 §9.1), a final one is acknowledged, and a 2xx is hung up.
    /// </summary>
    public void OnStrayResponse(SipMessage response, long now)
    {
        if (response.Method != SipMethod.Invite || _core.Identity.Recognise(response) is not { } identity)
        {
            return;
        }

        var leg = _core.Legs.Find(identity.Leg) as CalledLeg;
        if (leg is { IsAnswered: true, IsEnded: false } && leg.Dialog!.Matches(response))
        {
            if (response.StatusCode is >= 200 and < 300)
            {
                AcknowledgeAgain(leg, now);
            }

            return;
        }

        var branch = leg?.Branches.ElementAtOrDefault(identity.Branch);
        if (branch is { IsEnded: false } && branch.Request.CSeq != response.CSeq)
        {
            branch.GoOnWith(response.CSeq, response.Flow);
            _core.Sender.Resume(branch, branch.Way, isHeard: true, now);
            _core.Sender.Transactions.Receive(response, response.Flow, now);
        }
        else if (branch is null or { IsEnded: true } && response.StatusCode > 100 && leg is not { IsEnded: false, Branches.Count: 0 }
            && (response.StatusCode >= 200 || leg is not { IsAnswered: true, IsEnded: false }))
        {
            _core.Sender.ResumeUnknown(response, identity.Via(response.CSeq), now);
        }
    }

    private void CancelAgain(CalledLeg leg, List<RingDestination> destinations, string? reason, long now)
    {
        leg.IsEnded = true;
        Resume(leg, destinations, isHeard: true, now);
        foreach (var branch in leg.Branches)
        {
            branch.Cancel(reason, now);
        }
    }

    private void Resume(CalledLeg leg, List<RingDestination> destinations, bool isHeard, long now)
    {
        Fork(leg, destinations);
        foreach (var branch in leg.Branches)
        {
            branch.IsHeard = isHeard;
            _core.Sender.Resume(branch, branch.Way, isHeard, now);
        }
    }

}
