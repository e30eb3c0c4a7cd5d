using CallCenter.Abstractions.Employees;
using CallCenter.Silo.Signaling.Access;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Registration;
using CallCenter.Sip.Transactions;

namespace CallCenter.Silo.Signaling.Handlers;

/// <summary>
/// REGISTER (RFC 3261 §10.3): the phone proves by digest that it is the account it registers; the registrar's rules change its
/// bindings; the project is told, because an employee without a phone is not rung.
/// </summary>
internal sealed class RegisterHandler(SipCore core, B2bua b2bua, CallerGate gate)
{
    private static readonly RegistrarLimits Limits = new();

    public void Handle(ServerTransaction transaction, SipMessage request, long now)
    {
        if (JournalAway.Refuses(core, transaction, now))
        {
            return;
        }

        if (gate.Verify(transaction, request, 401, now) is not { } proven)
        {
            return;
        }

        // Only one's own account, and trunks register nothing here.
        if (!core.Phones.Knows(proven.User) || request.To.Uri?.User != proven.User)
        {
            gate.Refuse(transaction, request, now);
            return;
        }

        var before = core.Phones.Bindings(proven.User);
        var result = Registrar.Apply(before, request, Limits, now);
        if (result.Changed)
        {
            core.Phones.Set(proven.User, result.Bindings);
            core.Movements.Follow(proven.User, before, result.Bindings);
            core.Project.Handle(new ReportBindings(proven.User, core.Phones.ToReport(proven.User)), now);
        }

        transaction.Respond(result.Write(core.Sender.Writer, request, transaction.LocalTag, now), now);
        if (result.Changed && result.Bindings.Any(binding => IsNew(binding, before)))
        {
            b2bua.OnRegisteredAnew(proven.User, now);
        }
    }

    /// <summary>A phone refreshes with the Call-ID that it began with, until it starts anew (RFC 3261 §10.2).</summary>
    private static bool IsNew(Binding binding, IReadOnlyList<Binding> before)
    {
        foreach (var known in before)
        {
            if (known.CallId == binding.CallId && known.Flow == binding.Flow)
            {
                return false;
            }
        }

        return true;
    }
}
