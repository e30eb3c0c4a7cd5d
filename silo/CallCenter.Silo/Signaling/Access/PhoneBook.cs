using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Sip;
using CallCenter.Silo.Signaling.Targets;

namespace CallCenter.Silo.Signaling.Access;

/// <summary>
/// The phones we know: the accounts of the published configuration, where each is registered, and which flows that makes known.
/// The project holds the same bindings in its state; this is the signaling's copy of them, rebuilt from there at the start.
/// </summary>
internal sealed class PhoneBook
{
    private readonly HashSet<string> _accounts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PhoneBinding>> _bindings = new(StringComparer.Ordinal);
    private readonly Dictionary<SipEndPoint, int> _flows = [];

    public bool Knows(string account) => _accounts.Contains(account);

    /// <summary>True when a phone is registered over exactly this address and port.</summary>
    public bool IsRegisteredAt(SipEndPoint source) => _flows.ContainsKey(source);

    public IReadOnlyList<PhoneBinding> Bindings(string account) =>
        _bindings.TryGetValue(account, out var bindings) ? bindings : [];

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

    public void Set(string account, IReadOnlyList<PhoneBinding> bindings)
    {
        if (_bindings.Remove(account, out var before))
        {
            Count(before, -1);
        }

        if (bindings.Count > 0)
        {
            List<PhoneBinding> kept = [.. bindings];
            _bindings[account] = kept;
            Count(kept, 1);
        }
    }

    private void Count(List<PhoneBinding> bindings, int step)
    {
        foreach (var binding in bindings)
        {
            if (Flows.TryParse(binding.Flow, out var flow))
            {
                var count = _flows.GetValueOrDefault(flow.Remote) + step;
                if (count > 0)
                {
                    _flows[flow.Remote] = count;
                }
                else
                {
                    _flows.Remove(flow.Remote);
                }
            }
        }
    }
}
