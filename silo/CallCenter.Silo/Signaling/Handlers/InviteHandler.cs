using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Texts;
using CallCenter.Silo.Media;
using CallCenter.Silo.Signaling.Access;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>
/// A new INVITE: (1) the journal must be writable and the silo not about to stop, which no emergency call waits for; (2) who calls: a trunk
/// by its address, anyone else by digest; (3) what he brings must be usable: body, session interval, Contact; (4) his leg is made and the
/// project is asked. A client who is refused on the way leaves a record (<see cref="RefusedInvites"/>).
/// </summary>
internal sealed class InviteHandler(SipCore core, B2bua b2bua, CallerGate gate, RefusedInvites refused)
{
    private static readonly SipRefusal Unavailable = new(503);

    public void Handle(ServerTransaction transaction, SipMessage request, long now)
    {
        if (JournalAway.Refuses(core, transaction, now, alsoIf: core.IsDraining && !core.Project.Engine.IsEmergency(request.Subscriber)))
        {
            refused.Note(request, transaction.LocalTag, Unavailable, now);
            return;
        }

        if (gate.Admit(transaction, request, now) is not { } line)
        {
            return;
        }

        if ((RequestChecks.Body(request) ?? SessionTimer.Check(request, core.SessionTimers)) is { } refusal)
        {
            Refuse(line, transaction, request, refusal, now);
            return;
        }

        if (Dialog.CreateUas(request, transaction.LocalTag) is not { } dialog)
        {
            Refuse(line, transaction, request, new SipRefusal(400, ReasonPhrase: "No usable Contact"), now);
            return;
        }

        var caller = new CallerLeg(transaction, dialog, line.Account, core.SessionTimers, b2bua.Direct);
        core.Movements.Recognise(caller, request.Flow);
        transaction.Context = caller;
        if (b2bua.OnNewCall(caller, Command(core, line, request, caller.Facts(Vias(request), caller.MaxForwards)), now) is { } status)
        {
            refused.Note(line, request, transaction.LocalTag, new SipRefusal(status), now);
        }
    }

    private void Refuse(CallLine line, ServerTransaction transaction, SipMessage request, SipRefusal refusal, long now)
    {
        transaction.Respond(refusal.Write(core.Sender.Writer, request, transaction.LocalTag), now);
        refused.Note(line, request, transaction.LocalTag, refusal, now);
    }

    /// <summary>Who calls whom, as far as the INVITE says it.</summary>
    public static ReceiveCall Command(SipCore core, CallLine line, SipMessage request, SipLegFacts facts)
    {
        var identity = CallerIdentity.Of(request, isTrusted: line.Trunk is not null);

        // Where the Request-URI names the account that we registered, To still has the number that was called.
        var dialled = line.Trunk is { } id && core.Trunks.Find(id) is { CalledNumberIn: CalledNumberPlace.To }
            ? request.To.Subscriber : request.Subscriber;
        return new ReceiveCall(
            line, identity.Number, identity.Name, StrangerText.Clean(dialled), facts, identity.IsWithheld,
            request.Expires is { } expires ? (int)Math.Min(expires, int.MaxValue) : null, CanAnchor(core, request));
    }

    /// <summary>Looked at where it matters only: it costs more than all else that is read here.</summary>
    private static bool CanAnchor(SipCore core, SipMessage request) =>
        core.AnchorsCalls && core.Edge.Media.HasRoom && (!request.HasSdp || AnchoredLeg.CanTake(core.Edge.Media, request.Sdp));

    /// <summary>All of them, one a line: an answer after a restart has to carry them back.</summary>
    public static string Vias(SipMessage request)
    {
        var at = request.IndexOf(SipHeader.Via);
        var vias = System.Text.Encoding.UTF8.GetString(request.LineAt(at).Value);
        for (at = request.IndexOf(SipHeader.Via, at + 1); at >= 0; at = request.IndexOf(SipHeader.Via, at + 1))
        {
            vias += "\n" + System.Text.Encoding.UTF8.GetString(request.LineAt(at).Value);
        }

        return vias;
    }
}
