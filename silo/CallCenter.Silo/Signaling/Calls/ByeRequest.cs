using CallCenter.Sip;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>A BYE of ours. Whatever comes back, the dialog is over (RFC 3261 §15.1.1).</summary>
/// <param name="reason">The value of its Reason header (RFC 3326); null for none.</param>
/// <param name="repeat">Sends this request once more, with credentials.</param>
/// <param name="over">Called at its end.</param>
internal sealed class ByeRequest(
    Dialog dialog, DigestClient? digest, string? reason, Action<ByeRequest, long>? repeat = null, Action? over = null)
    : DialogRequest(dialog, digest)
{
    protected override SipMethod Method => SipMethod.Bye;

    public override void OnResponse(SipMessage response, long now)
    {
        if (response.StatusCode < 200)
        {
            return;
        }

        if (repeat is not null && CanRepeat(response))
        {
            repeat(this, now);
        }
        else
        {
            over?.Invoke();
        }
    }

    public override void OnFailed(int status, string reason, long now) => over?.Invoke();

    protected override void Finish(SipMessageWriter writer, SipTransport transport)
    {
        if (reason is not null)
        {
            writer.Header(SipHeader.Reason, reason);
        }

        writer.End();
    }
}
