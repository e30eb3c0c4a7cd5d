using CallCenter.Abstractions;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Employees;

/// <summary>Registered phones: what the registrar reports, and what expires.</summary>
internal static class PhoneRules
{
    public static CommandReply Handle(TurnScope turn, ReportBindings command)
    {
        if (!turn.State.Directory.HasAccount(command.Account))
            return new Refused(Refusal.NoSuchAccount, $"There is no SIP account {command.Account}.");
        var live = Live(command.Bindings, turn.Now);
        if (live.Length > 0 || turn.State.Phones.Bindings(command.Account).Count > 0) turn.Emit(new BindingsChanged(command.Account, live));
        return Accepted.Instance;
    }

    public static void OnDeadline(TurnScope turn, Phone phone) =>
        turn.Emit(new BindingsChanged(phone.Account, Live(phone.Bindings, turn.Now)));

    private static PhoneBinding[] Live(IReadOnlyList<PhoneBinding> bindings, long now)
    {
        int count = 0;
        foreach (var binding in bindings) count += binding.ExpiresAt > now ? 1 : 0;
        var live = new PhoneBinding[count];
        foreach (var binding in bindings)
        {
            if (binding.ExpiresAt > now) live[^count--] = binding;
        }
        return live;
    }
}
