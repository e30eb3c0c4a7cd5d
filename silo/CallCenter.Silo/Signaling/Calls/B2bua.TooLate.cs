using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Calls;

/// <content>Answers that come too late.</content>
internal sealed partial class B2bua
{
    /// <summary>CANCEL and 2xx crossed, or another fork answered as well (RFC 3261 §13.2.2.4).</summary>
    private void TurnDown(RingBranch branch, SipMessage response, long now)
    {
        if (branch.Transaction is not InviteClientTransaction invite
            || Dialog.CreateUac(response, branch.Request.RequestUri) is not { } dialog)
        {
            return;
        }

        var flow = DialogRouting.NextFlow(dialog, response.Flow, branch.Destination.Phone is { Direct.IsNone: true }, _core.Hosts, now);
        invite.Acknowledge(response, dialog.BeginAck(_core.Sender.Writer, response.CSeq, _core.Sender.NewVia(flow.Transport)).End(), flow);
        _core.Sender.Send(new ByeRequest(dialog, branch.Digest, SipReason.CompletedElsewhere.ToString()), flow, now);
    }

    /// <summary>
    /// Another fork answered an INVITE whose leg is over already: it is acknowledged and hung up with nothing but its own answer to
    /// go by, so that ended calls need not be kept for it.
    /// </summary>
    public void TurnDownLate(InviteClientTransaction invite, SipMessage response, long now)
    {
        if (response.Contact?.Uri is not { } contact || Dialog.CreateUac(response, contact) is not { } dialog)
        {
            return;
        }

        var flow = DialogRouting.NextFlow(dialog, response.Flow, false, _core.Hosts, now);
        invite.Acknowledge(response, dialog.BeginAck(_core.Sender.Writer, response.CSeq, _core.Sender.NewVia(flow.Transport)).End(), flow);
        _core.Sender.Send(new ByeRequest(dialog, null, SipReason.CompletedElsewhere.ToString()), flow, now);
    }
}
