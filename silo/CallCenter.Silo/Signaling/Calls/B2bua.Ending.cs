using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>Ending legs, by order of the project or by their user agents.</content>
internal sealed partial class B2bua
{
    /// <summary>The user agent of this leg hung up (its BYE is answered), or the caller gave up before the answer.</summary>
    public void OnHangUp(SipLeg leg, long now)
    {
        if (leg is CallerLeg { IsAnswered: true, IsAcknowledged: false } caller)
        {
            // His BYE says as well as the ACK, which was lost, that he has our 200.
            ((InviteServerTransaction)caller.Invite).StopRepeating(now);
        }

        Leave(leg, now);
        _core.Legs.ForgetDialog(leg);
        _core.Project.Handle(new ReportHangUp(leg.Id), now);
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
                EndCaller(caller, order.Reason, now);
                break;
            case CalledLeg called:
                EndCalled(called, order.Reason, now);
                break;
        }
    }

    private void EndCaller(CallerLeg caller, HangUpReason reason, long now)
    {
        if (caller.IsEnded)
        {
            return;
        }

        if (!caller.IsAnswered)
        {
            Leave(caller, now);
            _core.Legs.ForgetDialog(caller);
            RefuseCaller(caller, SipStatusTable.ForCaller(reason), now, SipStatusTable.PhraseForCaller(reason));
        }
        else if (caller.IsAcknowledged)
        {
            SendBye(caller, reason, now);
        }
        else
        {
            caller.ByeAfterAck = reason;
            Leave(caller, now);
        }
    }

    private void RefuseCaller(CallerLeg caller, int status, long now, string? phrase = null)
    {
        var writer = caller.Invite.Begin(_core.Sender.Writer, caller.IsPhone ? SipStatusTable.ForPhone(status) : status, phrase);
        if (status == 503)
        {
            writer.Header(SipHeader.RetryAfter, SipStatusTable.RetryAfterSeconds);
        }

        caller.Invite.Respond(writer.End(), now);
    }

    private void EndCalled(CalledLeg leg, HangUpReason reason, long now)
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
                Acknowledge(leg, null, now);
            }

            SendBye(leg, reason, now);
            return;
        }

        Leave(leg, now);
        foreach (var branch in leg.Branches)
        {
            if (!branch.IsEnded)
            {
                branch.Cancel(SipStatusTable.Reason(reason), now);
                EndEarlyMedia(branch);
            }
        }
    }

    /// <summary>Ends an answered leg; its dialog is known until the BYE is answered, because the peer's own BYE may cross it.</summary>
    private void SendBye(SipLeg leg, HangUpReason reason, long now)
    {
        Leave(leg, now);
        var bye = new ByeRequest(
            leg.Dialog!, leg.Digest, SipStatusTable.Reason(reason),
            (again, at) => _core.Sender.Send(again, leg.NextFlow(_core.Hosts, at), at),
            () => _core.Legs.ForgetDialog(leg));
        _core.Sender.Send(bye, leg.NextFlow(_core.Hosts, now), now);
    }

    /// <summary>The leg is over for the call.</summary>
    private void Leave(SipLeg leg, long now)
    {
        leg.IsEnded = true;
        leg.LetGo();
        _timers.Remove(leg);
        leg.Passing?.Abandon(now);
        _core.Legs.ForgetIfOver(leg.Circuit);
    }
}
