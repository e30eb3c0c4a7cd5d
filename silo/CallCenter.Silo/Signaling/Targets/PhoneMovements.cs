using CallCenter.Abstractions.Employees;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling.Access;
using CallCenter.Silo.Signaling.Calls;
using CallCenter.Sip;
using CallCenter.Sip.Registration;

namespace CallCenter.Silo.Signaling.Targets;

/// <summary>
/// Phones whose way changes while they talk: (1) a connection ends: what it carried is reached by its Contact, or not at all until it
/// registers again; (2) the phone registers over another flow (a new network, a new port of its router): its dialogs go on there.
/// </summary>
internal sealed class PhoneMovements(AccountBindings phones, CircuitTable legs, ProjectHost project)
{
    /// <summary>Which registered phone calls.</summary>
    public void Recognise(CallerLeg caller, SipFlow flow)
    {
        if (caller.Account is { } account && phones.Over(account, flow) is { } binding)
        {
            caller.Phone = new LegPhone(account, binding);
        }
    }

    /// <summary>An account was registered anew: the dialogs of every phone that is elsewhere now move there.</summary>
    public void Follow(string account, IReadOnlyList<Binding> before, IReadOnlyList<Binding> after)
    {
        foreach (var binding in after)
        {
            if (!before.Any(known => known.IsOfSamePhone(binding) && known.Flow == binding.Flow))
            {
                Follow(account, binding);
            }
        }
    }

    /// <summary>A connection ended; the project hears whose phone cannot be rung any more.</summary>
    /// <param name="refused">Nobody took it, or it broke.</param>
    public void OnConnectionEnded(SipFlow flow, bool refused, long now)
    {
        if (!flow.IsReliable || flow.Channel == 0)
        {
            return;
        }

        foreach (var leg in legs.Dialogs)
        {
            if (leg.Flow == flow)
            {
                leg.Flow = flow with { Channel = 0 };
            }
        }

        Report(phones.Lose(flow), now);
        if (refused)
        {
            Report(phones.LoseContact(flow), now);
        }
    }

    /// <summary>After a restart: phones behind connections that died with the process.</summary>
    public void ReportLost(long now) => Report(phones.WithLost(), now);

    private void Report(List<string> accounts, long now)
    {
        foreach (var account in accounts)
        {
            project.Handle(new ReportBindings(account, phones.ToReport(account)), now);
        }
    }

    private void Follow(string account, Binding binding)
    {
        foreach (var leg in legs.Dialogs)
        {
            if (leg.Phone is not { } phone || phone.Account != account || !phone.Binding.IsOfSamePhone(binding))
            {
                continue;
            }

            leg.Phone = phone with { Binding = binding };

            // A phone that is where its Contact says, as before, is reached there, from whatever port it registers.
            if (binding.Direct.IsNone || binding.Flow.IsReliable || phone.Binding.Direct != binding.Direct)
            {
                leg.MoveTo(binding.Flow.Channel != 0 || binding.Direct.IsNone ? binding.Flow : binding.Direct);
            }
        }
    }
}
