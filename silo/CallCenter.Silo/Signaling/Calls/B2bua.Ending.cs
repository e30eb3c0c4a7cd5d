using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>Ending legs, by order of the project or by their user agents.</content>
internal sealed partial class B2bua
{
    /// <summary>The user agent of this leg hung up (its BYE is answered), or the caller gave up before the answer.</summary>
    /// <param name="said">Why, for the other side.</param>
    public void OnHangUp(SipLeg leg, string? said, long now)
    {
        if (leg is CallerLeg { IsAnswered: true, IsAcknowledged: false } caller)
        {
            // His BYE says as well as the ACK, which was lost, that he has our 200.
            ((InviteServerTransaction)caller.Invite).StopRepeating(now);
        }

        Leave(leg, now);
        _core.Legs.ForgetDialog(leg);
        _core.Project.Handle(new ReportHangUp(leg.Id, said), now);
    }

    /// <summary>The dialog of a leg is broken: it is ended on our side as well as it goes.</summary>
    public void OnBroken(SipLeg leg, string reason, long now)
    {
        if (leg.IsEnded)
        {
            return;
        }

        SignalingLog.LegBroke(_core.Log, leg.Id.ToString(), reason);
        SendBye(leg, HangUpReason.NetworkFailure, now);
        _core.Project.Handle(new ReportBroken(leg.Id, reason, _core.ProbeMs > 0 ? leg.HeardAt : null), now);
    }

    private void End(EndLeg order, long now)
    {
        switch (_core.Legs.Find(order.Leg))
        {
            case CallerLeg caller:
                EndCaller(caller, order, now);
                break;
            case CalledLeg called:
                EndCalled(called, order.Reason, now, order.Said);
                break;
        }
    }

    private void EndCaller(CallerLeg caller, EndLeg order, long now)
    {
        if (caller.IsEnded)
        {
            return;
        }

        if (!caller.IsAnswered)
        {
            Leave(caller, now);
            _core.Legs.ForgetDialog(caller);
            Refuse(caller, order.Reason, order.SipStatus, order.Said, now);
        }
        else if (caller.IsAcknowledged)
        {
            SendBye(caller, order.Reason, now, order.Said);
        }
        else
        {
            caller.ByeAfterAck = order;
            Leave(caller, now);
        }
    }

    /// <summary>Turns an unanswered caller down, for a reason of ours or in the words of whoever refused his call.</summary>
    public void Refuse(CallerLeg caller, HangUpReason reason, int? status, string? said, long now)
    {
        if (SipStatusTable.IsPassedOn(reason, status))
        {
            // The words of the code that came, also where a phone is told another.
            var writer = caller.Invite.Begin(_core.Sender.Writer, AsTold(caller, status!.Value), SipStatus.ReasonPhrase(status.Value));
            caller.Invite.Respond(writer.Said(said, retryAfter: status != 503).End(), now);
        }
        else
        {
            RefuseCaller(caller, SipStatusTable.ForCaller(reason, status), now, SipStatusTable.PhraseForCaller(reason));
        }
    }

    private static int AsTold(CallerLeg caller, int status) => caller.Account is null ? status : SipStatusTable.ForPhone(status);

    private void RefuseCaller(CallerLeg caller, int status, long now, string? phrase = null)
    {
        var writer = caller.Invite.Begin(_core.Sender.Writer, AsTold(caller, status), phrase);
        if (status == 503)
        {
            writer.Header(SipHeader.RetryAfter, SipStatusTable.RetryAfterSeconds);
        }

        caller.Invite.Respond(writer.End(), now);
    }

    private void EndCalled(CalledLeg leg, HangUpReason reason, long now, string? said = null)
    {
        if (leg.IsEnded)
        {
            return;
        }

        if (leg.IsAnswered)
        {
            if (leg.OwesAck)
            {
                // Deviation: RFC 3264 wants an answer to the offer in the 2xx; a leg that is hung up in the next message needs none.
                Acknowledge(leg, now);
            }

            SendBye(leg, reason, now, said);
            return;
        }

        Leave(leg, now);
        foreach (var branch in leg.Branches)
        {
            if (!branch.IsEnded)
            {
                branch.Cancel(SipStatusTable.Reason(reason, said), now);
                EndEarlyMedia(branch);
            }
        }
    }

    /// <summary>Ends an answered leg; its dialog is known until the BYE is answered, because the peer's own BYE may cross it.</summary>
    private void SendBye(SipLeg leg, HangUpReason reason, long now, string? said = null)
    {
        Leave(leg, now);
        var bye = new ByeRequest(
            leg.Dialog!, leg.Digest, SipStatusTable.Reason(reason, said),
            (again, at) => _core.Sender.Send(again, leg.NextFlow(_core.Hosts, at), at),
            () => _core.Legs.ForgetDialog(leg));
        _core.Sender.Send(bye, leg.NextFlow(_core.Hosts, now), now);
    }

    /// <summary>The leg is over for the call.</summary>
    private void Leave(SipLeg leg, long now)
    {
        leg.IsEnded = true;
        leg.Circuit.Path.End(leg);
        leg.Part();
        LeaveConference(leg);
        leg.LetGo();
        _timers.Remove(leg);
        leg.Passing?.Abandon(now);
        _core.Legs.ForgetIfOver(leg.Circuit);
    }
}
