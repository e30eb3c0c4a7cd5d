using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>The caller's side.</content>
internal sealed partial class B2bua
{
    private const long RingAgainMs = 60_000;

    /// <summary>
    /// A new call from a known source: the project takes it in and orders what follows, or refuses. The circuit is known before the first
    /// order is carried out.
    /// </summary>
    /// <returns>The status it was refused with; null when it was taken in.</returns>
    public int? OnNewCall(CallerLeg caller, ReceiveCall command, long now)
    {
        caller.Reaction = _core.Counters.Telemetry.Reaction(_core.Counters.Unsent, _core.ReceivedAt, now);
        var reply = _core.Project.Handle(command, now);
        if (reply is CallReceived received)
        {
            caller.Circuit.Call = received.Call;
            _core.Legs.Add(caller.Circuit);
            _core.Legs.AddDialog(caller);
            Anchor(caller, now);
            return null;
        }

        caller.IsEnded = true;
        var status = reply is Abstractions.Refused refused ? SipStatusTable.ForCaller(refused.Refusal) : 500;
        RefuseCaller(caller, status, now);
        return status;
    }

    /// <summary>The project wants the call's media to go through us. There was room for it a moment ago.</summary>
    private void Anchor(CallerLeg caller, long now)
    {
        if (_core.Project.Engine.MediaOf(caller.Circuit.Call) != MediaMode.Anchored)
        {
            return;
        }

        caller.Circuit.Path = Anchored;
        if (!Anchored.TryBegin(caller, now))
        {
            RefuseCaller(caller, 503, now);
            _core.Legs.ForgetDialog(caller);
            Leave(caller, now);
            _core.Project.Handle(new ReportBroken(caller.Id, "No ports for his audio"), now);
        }
    }

    /// <summary>CANCEL of the INVITE, which no final response has crossed.</summary>
    /// <param name="said">Why, for the phones that ring.</param>
    public void OnCallerCancelled(CallerLeg caller, string? said, long now)
    {
        if (caller.IsEnded || caller.IsAnswered)
        {
            return;
        }

        RefuseCaller(caller, 487, now);
        OnHangUp(caller, said, now);
    }

    /// <summary>The ACK of our 2xx: the delayed answer goes on to the other side, a waiting BYE leaves.</summary>
    public void OnCallerAck(CallerLeg caller, SipMessage ack, long now)
    {
        caller.IsAcknowledged = true;
        caller.Learn(ack);
        if (caller.IsOfferDelayed && !caller.IsEnded && !caller.Circuit.Path.Accept(caller, now))
        {
            OnBroken(caller, "No answer to our offer", now);
            return;
        }

        if (caller.Peer is CalledLeg { OwesAck: true, IsEnded: false } leg)
        {
            Acknowledge(leg, now);
        }

        if (caller.ByeAfterAck is { } order)
        {
            caller.ByeAfterAck = null;
            SendBye(caller, order.Reason, now, order.Said);
        }
    }

    /// <summary>A final response was not acknowledged, or a response could not be sent (RFC 3261 §13.3.1.4).</summary>
    public void OnCallerFailed(CallerLeg caller, TransactionFailure failure, long now)
    {
        if (caller.ByeAfterAck is { } order)
        {
            caller.ByeAfterAck = null;
            SendBye(caller, order.Reason, now, order.Said);
        }
        else if (caller.IsAnswered && !caller.IsAcknowledged)
        {
            OnBroken(caller, failure == TransactionFailure.AckMissing ? "No ACK" : "The answer could not be sent", now);
        }
        else if (!caller.IsAnswered && !caller.IsEnded)
        {
            // A provisional response could not be sent: nobody is there to talk to.
            _core.Legs.ForgetDialog(caller);
            Leave(caller, now);
            _core.Project.Handle(new ReportBroken(caller.Id, "The caller cannot be reached"), now);
        }
    }

    private void ShowRinging(ShowRinging order, long now)
    {
        switch (_core.Legs.Find(order.Call)?.Caller)
        {
            case { IsEnded: false, IsAnswered: false, EarlyMedia: null } caller:
                SendRinging(caller, now);
                break;
            case { IsEnded: false, IsAnswered: true } caller:
                PlayRinging(caller, now);
                break;
        }
    }

    private void SendRinging(CallerLeg caller, long now)
    {
        caller.Invite.Respond(
            caller.Invite.Begin(_core.Sender.Writer, 180).Header(SipHeader.Contact, Contact(caller.Flow.Transport)).End(), now);
        caller.Reaction?.Rang();
        caller.IsSilent = false;
        _timers.Set(caller, now + RingAgainMs);
    }
}
