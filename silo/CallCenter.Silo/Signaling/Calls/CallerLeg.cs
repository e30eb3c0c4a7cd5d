using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Telemetry;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>The leg of whoever called: we are the UAS of its INVITE. It begins a circuit of its own.</summary>
internal sealed class CallerLeg : SipLeg
{
    public CallerLeg(ServerTransaction invite, Dialog dialog, string? account, SessionTimerPolicy timers)
    {
        Circuit = new CallCircuit(this);
        Invite = invite;
        Request = invite.Request;
        IsOfferDelayed = Request.Body.IsEmpty;
        MaxForwards = Request.MaxForwards ?? 70;
        Dialog = dialog;
        Flow = Request.Flow;
        Account = account;
        IsPhone = account is not null;
        dialog.RemoteInvitePending = true;
        Timer = SessionTimer.Answer(Request, timers);
        Learn(Request);
    }

    public override CallCircuit Circuit { get; }

    public override LegId Id => new(Circuit.Call, 0);

    /// <summary>Whose phone it is; null for callers from a trunk.</summary>
    public string? Account { get; }

    public ServerTransaction Invite { get; }

    /// <summary>The INVITE until it is answered; a conversation needs only what the leg learned from it.</summary>
    public SipMessage? Request { get; private set; }

    public int MaxForwards { get; }

    /// <summary>The INVITE carried no offer: the answer comes in the ACK (RFC 3261 §13.2.1).</summary>
    public bool IsOfferDelayed { get; }

    /// <summary>What is measured of the call; null while nobody does.</summary>
    public CallReaction? Reaction { get; set; }

    /// <summary>The caller hears ringing; the 180 is repeated each minute while he waits (RFC 3261 §13.3.1.1).</summary>
    public bool IsRinging { get; set; }

    /// <summary>The caller hears the network of the called side; a 180 of ours would take that away.</summary>
    public bool HasEarlyMedia { get; set; }

    public bool IsAcknowledged { get; set; }

    /// <summary>Set when the leg has to end before its ACK arrived: a BYE may leave only then (RFC 3261 §15).</summary>
    public HangUpReason? ByeAfterAck { get; set; }

    public override void LetGo()
    {
        if (ByeAfterAck is null)
        {
            Invite.Context = null;
        }
    }

    public void Answered()
    {
        IsAnswered = true;
        Dialog!.Confirm();
        Dialog.RemoteInvitePending = false;
        Request = null;
    }
}
