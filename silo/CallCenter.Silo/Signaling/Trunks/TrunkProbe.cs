using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Trunks;

/// <summary>
/// Asks a trunk whether it is there: OPTIONS outside of any dialog (RFC 3261 §11). Whatever it answers, a challenge too, it is.
/// </summary>
internal sealed class TrunkProbe(TrunkWatch watch, WatchedTrunk trunk, InitialRequest request, string contact, long askedAt)
    : OutgoingRequest
{
    /// <summary>A trunk that was taken out of the configuration is asked no other way.</summary>
    public override bool IsWanted => watch.Has(trunk);

    public override void Write(SipMessageWriter writer, in LocalVia via) =>
        request.Begin(writer, SipMethod.Options, in via)
            .Header(SipHeader.Contact, contact).Header(SipHeader.Accept, SipCapabilities.Accept).End();

    public override void OnResponse(SipMessage response, long now)
    {
        if (response.StatusCode >= 200) watch.OnAnswer(trunk, (int)(now - askedAt), now);
    }

    public override void OnFailed(int status, string reason, long now) => watch.OnSilence(trunk, status, reason, now);
}
