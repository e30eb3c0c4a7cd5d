using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Calls;

/// <summary>
/// Asks a user agent whether it still talks: OPTIONS inside the dialog (RFC 3261 §11), which changes nothing there. A challenge is an
/// answer as well, so no credentials are carried.
/// </summary>
internal sealed class LifeProbe(B2bua b2bua, SipLeg leg) : DialogRequest(leg.Dialog!, null)
{
    protected override SipMethod Method => SipMethod.Options;

    public override void OnResponse(SipMessage response, long now)
    {
        if (response.StatusCode >= 200)
        {
            b2bua.OnProbed(leg, response.StatusCode, now);
        }
    }

    public override void OnFailed(int status, string reason, long now) => b2bua.OnProbed(leg, status == 503 ? null : status, now);

    protected override void Finish(SipMessageWriter writer, SipTransport transport) =>
        writer.Header(SipHeader.Contact, b2bua.Contact(transport)).Header(SipHeader.Accept, SipCapabilities.Accept).End();
}
