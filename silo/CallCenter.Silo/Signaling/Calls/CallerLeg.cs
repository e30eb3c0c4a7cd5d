using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Telemetry;
using CallCenter.Sip;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Registration;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>The leg of whoever called: we are the UAS of its INVITE. It begins a circuit of its own.</summary>
internal sealed class CallerLeg : SipLeg
{
    private readonly SipTag _firstTag;

    public CallerLeg(ServerTransaction invite, Dialog dialog, string? account, SessionTimerPolicy timers, ISessionPath path)
    {
        Circuit = new CallCircuit(this, path);
        Invite = invite;
        Request = invite.Request;
        IsOfferDelayed = !Request.HasSdp;
        MaxForwards = Request.MaxForwards ?? 70;
        Dialog = dialog;
        _firstTag = dialog.LocalTag;
        Flow = Request.Flow;
        Account = account;
        StaysOnFlow = account is not null && ContactRouting.Direct(Request, dialog.RemoteTarget).IsNone;
        dialog.RemoteInvitePending = true;
        Timer = SessionTimer.Answer(Request, timers);
        Learn(Request);
    }

    public override CallCircuit Circuit { get; }

    public override LegId Id => new(Circuit.Call, 0);

    public override string? Account { get; }

    public ServerTransaction Invite { get; }

    /// <summary>The INVITE until it is answered; a conversation needs only what the leg learned from it.</summary>
    public SipMessage? Request { get; private set; }

    public int MaxForwards { get; }

    /// <summary>The INVITE carried no offer: the answer comes in the ACK (RFC 3261 §13.2.1).</summary>
    public bool IsOfferDelayed { get; }

    /// <summary>What is measured of the call; null while nobody does.</summary>
    public CallReaction? Reaction { get; set; }

    /// <summary>The branch whose network the caller hears; a 180 of ours would take that away.</summary>
    public RingBranch? EarlyMedia { get; set; }

    /// <summary>That is over, and nothing has taken its place yet.</summary>
    public bool IsSilent { get; set; }

    /// <summary>His dialogs before the answer; null while nobody was heard.</summary>
    public EarlyDialogs? Early { get; set; }

    /// <summary>His To tag in the answer, where it is not the first one (see <see cref="SipLegFacts"/>); null otherwise.</summary>
    public string? LaterTag => Dialog!.LocalTag == _firstTag ? null : Dialog.LocalTag.ToString();

    public bool IsAcknowledged { get; set; }

    /// <summary>Set when the leg has to end before its ACK arrived: a BYE may leave only then (RFC 3261 §15).</summary>
    public EndLeg? ByeAfterAck { get; set; }

    public override void LetGo()
    {
        if (ByeAfterAck is null)
        {
            Invite.Context = null;
        }
    }

    /// <summary>The next response is in this dialog.</summary>
    public void GoOnIn(Dialog dialog)
    {
        Dialog = dialog;
        ((InviteServerTransaction)Invite).GoOnWith(dialog.LocalTag);
    }

    /// <summary>The answer goes there as well; a response keeps the transport of its request (RFC 3261 §18.2.2).</summary>
    public override void MoveTo(in SipFlow flow)
    {
        base.MoveTo(in flow);
        if (flow.Transport == Invite.Flow.Transport)
        {
            Invite.MoveTo(in flow);
        }
    }

    public void Answered()
    {
        IsAnswered = true;
        Dialog!.Confirm();
        Dialog.RemoteInvitePending = false;
        Request = null;
        EarlyMedia = null;
        Early = null;
    }
}
