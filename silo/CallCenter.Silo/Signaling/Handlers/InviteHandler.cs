using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Signaling.Access;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>
/// A new INVITE: (1) the journal must be writable and the silo not about to stop; (2) who calls: a trunk by its address, anyone else by
/// digest; (3) what he brings must be usable: body, session interval, Contact; (4) his leg is made and the project is asked.
/// </summary>
internal sealed class InviteHandler(SipCore core, B2bua b2bua, CallerGate gate)
{
    public void Handle(ServerTransaction transaction, SipMessage request, long now)
    {
        if (JournalAway.Refuses(core, transaction, now, alsoIf: core.IsDraining))
        {
            return;
        }

        if (gate.Admit(transaction, request, now) is not { } line)
        {
            return;
        }

        if ((RequestChecks.Body(request) ?? SessionTimer.Check(request, core.SessionTimers)) is { } refusal)
        {
            transaction.Respond(refusal.Write(core.Sender.Writer, request, transaction.LocalTag), now);
            return;
        }

        if (Dialog.CreateUas(request, transaction.LocalTag) is not { } dialog)
        {
            transaction.Respond(400, now, "No usable Contact");
            return;
        }

        var caller = new CallerLeg(transaction, dialog, line.Account, core.SessionTimers);
        core.Movements.Recognise(caller, request.Flow);
        transaction.Context = caller;
        b2bua.OnNewCall(caller, Command(line, caller, request), now);
    }

    private ReceiveCall Command(CallLine line, CallerLeg caller, SipMessage request)
    {
        var identity = CallerIdentity.Of(request, isTrusted: line.Trunk is not null);

        // Where the Request-URI names the account that we registered, To still has the number that was called.
        var dialled = line.Trunk is { } id && core.Trunks.Find(id) is { CalledNumberIn: CalledNumberPlace.To }
            ? request.To.Subscriber : request.Subscriber;
        return new ReceiveCall(
            line, identity.Number, identity.Name, dialled, caller.Facts(Vias(request), caller.MaxForwards), identity.IsWithheld,
            request.Expires is { } expires ? (int)Math.Min(expires, int.MaxValue) : null);
    }

    /// <summary>All of them, one a line: an answer after a restart has to carry them back.</summary>
    private static string Vias(SipMessage request)
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
