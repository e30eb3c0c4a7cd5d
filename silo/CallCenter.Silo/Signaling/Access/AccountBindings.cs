using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Texts;
using CallCenter.Silo.Signaling.Targets;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Registration;

namespace CallCenter.Silo.Signaling.Access;

/// <summary>
/// The phones we know: the accounts of the published configuration, where each is registered, and which flows that makes known.
/// The project holds the same bindings in its state; this is the signaling's copy of them, rebuilt from there at the start.
/// </summary>
/// <param name="placed">Told when the first phone registers over an address and port, and when the last one there is gone.</param>
internal sealed class AccountBindings(Action<SipEndPoint, bool> placed)
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

    /// <summary>The binding of the phone that sends over this flow; null when none is registered over it.</summary>
    public Binding? Over(string account, SipFlow flow)
    {
        foreach (var binding in Bindings(account))
        {
            if (binding.Flow.Remote == flow.Remote && binding.Flow.Transport == flow.Transport)
            {
                return binding;
            }
        }

        return null;
    }

    /// <summary>A connection is gone; the accounts that had a phone on it, whose bindings changed.</summary>
    public List<string> Lose(SipFlow flow)
    {
        List<string> changed = [];
        if (IsRegisteredAt(flow.Remote))
        {
            changed.AddRange(_bindings.Where(pair => pair.Value.Any(one => one.Flow == flow)).Select(static pair => pair.Key));
        }

        foreach (var account in changed)
        {
            Set(account, [.. Bindings(account).Select(one => one.Flow == flow ? one.WithoutConnection() : one)]);
        }

        return changed;
    }

    /// <summary>Nobody listens where this Contact is.</summary>
    public List<string> LoseContact(SipFlow contact)
    {
        var hit = _bindings.Where(pair => pair.Value.Any(IsThere)).Select(static pair => pair.Key).ToList();
        foreach (var account in hit)
        {
            Set(account, [.. Bindings(account).Select(one => IsThere(one) ? one with { IsLost = true } : one)]);
        }

        return hit;

        bool IsThere(Binding one) =>
            one is { IsLost: false, Flow: { IsReliable: true, Channel: 0 } } && one.Direct == contact with { Channel = 0 };
    }

    /// <summary>Accounts with a phone that is known and cannot be reached.</summary>
    public List<string> WithLost() =>
        [.. _bindings.Where(pair => pair.Value.Any(static one => one.IsLost)).Select(static pair => pair.Key)];

    /// <summary>The form in which the project keeps the bindings of an account.</summary>
    public PhoneBinding[] ToReport(string account) => [.. Bindings(account).Select(ToPhoneBinding)];

    /// <summary>Puts back what the project's state holds. Connections died with the process.</summary>
    public void Restore(string account, IReadOnlyList<PhoneBinding> kept)
    {
        var bindings = new List<Binding>();
        foreach (var binding in kept)
        {
            if (SipUri.TryParse(binding.ContactUri, out var contact) && Flows.TryParse(binding.Flow, out var flow))
            {
                var restored = new Binding(
                    contact, binding.CallId, binding.CSeq, binding.ExpiresAt, flow, [.. binding.Path], 1000, binding.UserAgent ?? "")
                {
                    Instance = binding.Instance,
                    RegId = binding.RegId,
                    Direct = binding.Direct is { } text && Flows.TryParse(text, out var direct) ? direct : default,
                    IsLost = binding.IsLost,
                    RegisteredAtMs = binding.RegisteredAt,
                };
                bindings.Add(flow.IsReliable ? restored.WithoutConnection() : restored);
            }
        }

        Set(account, bindings);
    }

    private static PhoneBinding ToPhoneBinding(Binding binding) => new(
        binding.Contact.Text, Flows.ToText(binding.Flow), binding.Path, binding.CallId, binding.CSeq, binding.ExpiresAtMs,
        binding.UserAgent.Length == 0 ? null : StrangerText.Clean(binding.UserAgent), binding.Instance, binding.RegId,
        binding.Direct.IsNone ? null : Flows.ToText(binding.Direct), binding.IsLost, binding.RegisteredAtMs);

    private void Count(IReadOnlyList<Binding> bindings, int step)
    {
        foreach (var binding in bindings)
        {
            if (binding.IsLost)
            {
                continue;
            }

            var count = _flows.GetValueOrDefault(binding.Flow.Remote) + step;
            if (count > 0)
            {
                _flows[binding.Flow.Remote] = count;
            }
            else
            {
                _flows.Remove(binding.Flow.Remote);
            }

            if (count == 0 || (count == 1 && step > 0))
            {
                placed(binding.Flow.Remote, count > 0);
            }
        }
    }
}
