using System.Text;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Trials;

/// <summary>
/// The INVITE that rings one phone for a trial. It offers no media (RFC 3261 §13.2.1): nobody is going to talk.
/// </summary>
internal sealed class TrialInvite(PhoneTrials trials, RungAccount rung, InitialRequest request, string contact) : OutgoingRequest
{
    /// <summary>Has its final response, or is given up.</summary>
    public bool IsEnded { get; private set; }

    public override bool IsWanted => !IsEnded;

    public override void Write(SipMessageWriter writer, in LocalVia via) =>
        request.Begin(writer, SipMethod.Invite, in via)
            .Header(SipHeader.Contact, contact).Capabilities().Header(SipHeader.Expires, PhoneTrials.RingMs / 1000).End();

    public override void OnResponse(SipMessage response, long now)
    {
        switch (response.StatusCode)
        {
            case 100:
                break;
            case < 200:
                rung.Tell(response.StatusCode, Encoding.UTF8.GetString(response.ReasonPhrase));
                break;
            case < 300:
                IsEnded = true;
                trials.OnPickedUp(rung, this, response, now);
                break;
            default:
                OnFailed(response.StatusCode, Encoding.UTF8.GetString(response.ReasonPhrase), now);
                break;
        }
    }

    public override void OnFailed(int status, string reason, long now)
    {
        IsEnded = true;
        rung.OnRefused(status, reason);
    }

    public void Cancel(long now)
    {
        if (IsEnded) return;
        IsEnded = true;
        (Transaction as InviteClientTransaction)?.Cancel(now);
    }
}
