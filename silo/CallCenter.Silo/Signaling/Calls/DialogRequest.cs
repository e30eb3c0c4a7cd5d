using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>A request inside a dialog, with credentials where the peer is a trunk that asks for them.</summary>
internal abstract class DialogRequest(Dialog dialog, DigestClient? digest) : OutgoingRequest
{
    private bool _wasAuthorized;

    protected Dialog Dialog { get; } = dialog;

    protected abstract SipMethod Method { get; }

    public override void Write(SipMessageWriter writer, in LocalVia via)
    {
        Dialog.Begin(writer, Method, in via);
        if (digest is not null)
        {
            _wasAuthorized = digest.HasChallenge;
            digest.Authorize(writer, Method, Dialog.RemoteTarget.Text);
        }

        Finish(writer, via.Transport);
    }

    /// <summary>Adds what the method needs and ends the message.</summary>
    protected abstract void Finish(SipMessageWriter writer, SipTransport transport);

    /// <summary>A challenge was taken over: send the request again.</summary>
    protected bool CanRepeat(SipMessage response) => digest is not null && digest.TryTakeChallenge(response, _wasAuthorized);
}
