using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Registration;

namespace CallCenter.Silo.Signaling.Access;

/// <summary>
/// The phones we know: the accounts of the published configuration, where each is registered, and which flows that makes known.
/// The project holds the same bindings in its state; this is the signaling's copy of them, rebuilt from there at the start.
/// </summary>
internal sealed class AccountBindings
{
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Binding>> _bindings = new(StringComparer.Ordinal);
    private readonly Dictionary<SipEndPoint, int> _flows = [];

    /// <summary>Accounts with a registered phone.</summary>
    public int Registered => _bindings.Count;

    public bool Knows(string account) => _accounts.Contains(account);

    /// <summary>True when a phone is registered over exactly this address and port.</summary>
    public bool IsRegisteredAt(SipEndPoint source) => _flows.ContainsKey(source);

    public IReadOnlyList<Binding> Bindings(string account) => _bindings.GetValueOrDefault(account, []);

    /// <summary>Takes over the accounts of a configuration; bindings of accounts that are gone go with them.</summary>
    public void Renew(IReadOnlyList<SipAccountConfiguration> accounts)
    {
        _accounts.Clear();
        foreach (var account in accounts)
        {
            _accounts.Add(account.Username);
        }

        foreach (var gone in _bindings.Keys.Where(account => !_accounts.Contains(account)).ToList())
        {
            Set(gone, []);
        }
    }

    public void Set(string account, IReadOnlyList<Binding> bindings)
    {
        if (_bindings.Remove(account, out var before))
        {
            Count(before, -1);
        }

        if (bindings.Count > 0)
        {
            _bindings[account] = bindings;
            Count(bindings, 1);
        }
    }

    /// <summary>Puts back what the project's state holds.</summary>
    public void Restore(string account, IReadOnlyList<PhoneBinding> kept)
    {
        var bindings = new List<Binding>();
        foreach (var binding in kept)
        {
            if (SipUri.TryParse(binding.ContactUri, out var contact) && Flows.TryParse(binding.Flow, out var flow))
            {
                bindings.Add(new Binding(
                    contact, binding.CallId, binding.CSeq, binding.ExpiresAt, flow, [.. binding.Path], 1000, binding.UserAgent ?? ""));
            }
        }

        Set(account, bindings);
    }

    /// <summary>The form in which the project keeps bindings.</summary>
    public static PhoneBinding ToPhoneBinding(Binding binding) => new(
        binding.Contact.Text, Flows.ToText(binding.Flow), binding.Path, binding.CallId, binding.CSeq, binding.ExpiresAtMs,
        binding.UserAgent.Length == 0 ? null : binding.UserAgent);

    private void Count(IReadOnlyList<Binding> bindings, int step)
    {
        foreach (var binding in bindings)
        {
            var count = _flows.GetValueOrDefault(binding.Flow.Remote) + step;
            if (count > 0)
            {
                _flows[binding.Flow.Remote] = count;
            }
            else
            {
                _flows.Remove(binding.Flow.Remote);
            }
        }
    }
}
