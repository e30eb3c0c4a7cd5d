using System.Net;
using CallCenter.Abstractions.Calls;
using CallCenter.Silo.Signaling.Access;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Registration;

namespace CallCenter.Silo.Signaling.Targets;

/// <summary>
/// Where a target is rung: every binding of an account, the host of a fixed URI, or a trunk for a number. Gives an empty list when
/// there is nowhere to go.
/// </summary>
internal sealed class TargetResolver(AccountBindings phones, TrunkTable trunks, ResolvedHosts hosts)
{
    private const int MostRemembered = 10_000;

    /// <summary>Destinations of fixed URIs that name an address: they never change, and each ring asks for one.</summary>
    private readonly Dictionary<string, List<RingDestination>> _fixed = [];

    public void Resolve(RingTarget target, long now, Action<List<RingDestination>, long> then)
    {
        if (target.Account is { } account)
        {
            then(OfAccount(account, now), now);
        }
        else if (target.Number is { } number)
        {
            OfNumber(number, target.Trunk, now, then);
        }
        else if (target.Uri is { } text && _fixed.TryGetValue(text, out var known))
        {
            then(known, now);
        }
        else if (SipUri.TryParse(target.Uri ?? "", out var uri))
        {
            OfUri(uri, now, then);
        }
        else
        {
            then([], now);
        }
    }

    private List<RingDestination> OfAccount(string account, long now)
    {
        var found = new List<RingDestination>();
        foreach (var binding in phones.Bindings(account))
        {
            if (binding.ExpiresAtMs > now)
            {
                found.Add(new RingDestination(binding.Contact.ForRequestUri(), WayTo(binding, now), binding.Path, null));
            }
        }

        if (found.Count > 1)
        {
            // A phone that registers anew moves to the end of the bindings; after a restart each has to be found under its number again.
            found.Sort(static (one, other) => string.CompareOrdinal(one.RequestUri.Text, other.RequestUri.Text));
        }

        return found;
    }

    /// <summary>Through the first proxy of its Path, else back along the flow it registered over (RFC 3327, RFC 3581).</summary>
    private SipFlow WayTo(Binding binding, long now)
    {
        if (binding.Path.Length > 0 && NameAddr.TryParse(binding.Path[0], out var proxy) && proxy.Uri is { } uri
            && hosts.Known(uri.Host, now) is { } address)
        {
            return To(uri, address);
        }

        return binding.Flow;
    }

    private void OfNumber(string number, string? trunkId, long now, Action<List<RingDestination>, long> then)
    {
        if (trunkId is null || trunks.Find(trunkId) is not { } trunk
            || !SipUri.TryParse($"sip:{trunk.Host}", out var host))
        {
            then([], now);
            return;
        }

        var transport = trunk.Transport == "tcp" ? ";transport=tcp" : "";
        var requestUri = SipUri.Of(number, host.Host, host.Port, transport);
        hosts.Find(host.Host, now, (address, at) =>
            then(address is null ? [] : [new RingDestination(requestUri, To(requestUri, address), [], trunk)], at));
    }

    private void OfUri(SipUri uri, long now, Action<List<RingDestination>, long> then)
    {
        if (ResolvedHosts.Literal(uri.Host) is { } literal)
        {
            then(Remember(uri, literal), now);
            return;
        }

        hosts.Find(uri.Host, now, (address, at) =>
            then(address is null ? [] : [new RingDestination(uri.ForRequestUri(), To(uri, address), [], null)], at));
    }

    private List<RingDestination> Remember(SipUri uri, IPAddress address)
    {
        if (_fixed.Count >= MostRemembered)
        {
            _fixed.Clear();
        }

        List<RingDestination> found = [new RingDestination(uri.ForRequestUri(), To(uri, address), [], null)];
        _fixed[uri.Text] = found;
        return found;
    }

    private static SipFlow To(SipUri uri, IPAddress address) =>
        new(Flows.TransportTo(uri), new SipEndPoint(address, uri.PortOrDefault));
}
