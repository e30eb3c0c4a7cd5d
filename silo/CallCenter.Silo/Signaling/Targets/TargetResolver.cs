using System.Net;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Loop;
using CallCenter.Silo.Signaling.Access;
using CallCenter.Sip;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Registration;

namespace CallCenter.Silo.Signaling.Targets;

/// <summary>
/// Where a target is rung: every binding of an account, the host of a fixed URI, or a trunk for a number. Gives an empty list when
/// there is nowhere to go.
/// </summary>
internal sealed class TargetResolver(AccountBindings phones, TrunkTable trunks, ResolvedHosts hosts, ProjectLoop loop, LegIdentity identity)
{
    private const int MostRemembered = 10_000;

    /// <summary>Destinations of fixed URIs that name an address: they never change, and each ring asks for one.</summary>
    private readonly Dictionary<string, List<RingDestination>> _fixed = [];

    public void Resolve(RingLeg order, long now, Action<List<RingDestination>, long> then)
    {
        var target = order.Target;
        if (target.Account is { } account)
        {
            then(OfAccount(account, now), now);
        }
        else if (target.Number is { } number)
        {
            OfNumber(order.Leg, number, target.Trunk, now, then);
        }
        else if (target.Uri is { } text && _fixed.TryGetValue(text, out var known))
        {
            then(known, now);
        }
        else if (SipUri.TryParse(target.Uri ?? "", out var uri))
        {
            OfUri(order.Leg, uri, now, then);
        }
        else
        {
            then([], now);
        }
    }

    /// <summary>The phones that are registered with an account and can be rung, in an order that stays the same.</summary>
    public List<RingDestination> OfAccount(string account, long now)
    {
        var found = new List<RingDestination>();
        foreach (var binding in phones.Bindings(account))
        {
            if (binding.ExpiresAtMs > now && !binding.IsLost)
            {
                var way = WayTo(binding, now);
                found.Add(new RingDestination(binding.Contact.ForRequestUri(), way, binding.Path, null) { Phone = binding });
            }
        }

        if (found.Count > 1)
        {
            // A phone that registers anew moves to the end of the bindings; after a restart each has to be found under its number again.
            found.Sort(static (one, other) => PhoneOrder(one.Phone!, other.Phone!));
        }

        return found;
    }

    private static int PhoneOrder(Binding one, Binding other)
    {
        var byContact = string.CompareOrdinal(one.Contact.Text, other.Contact.Text);
        var byInstance = byContact != 0 ? byContact : string.CompareOrdinal(one.Instance, other.Instance);
        return byInstance != 0 ? byInstance : (one.RegId, one.CallId).CompareTo((other.RegId, other.CallId));
    }

    /// <summary>
    /// Through the first proxy of its Path, else over the connection it registered over, else to its Contact if that counts, else back
    /// along the flow of its REGISTER (RFC 3327, RFC 3581).
    /// </summary>
    private SipFlow WayTo(Binding binding, long now)
    {
        if (binding.Path.Length > 0 && NameAddr.TryParse(binding.Path[0], out var proxy) && proxy.Uri is { } uri
            && hosts.Known(uri.Host, now) is { } address)
        {
            return To(uri, address);
        }

        return binding.Flow.Channel != 0 || binding.Direct.IsNone ? binding.Flow : binding.Direct;
    }

    private void OfNumber(LegId leg, string number, string? trunkId, long now, Action<List<RingDestination>, long> then)
    {
        if (trunkId is null || trunks.Find(trunkId) is not { } trunk
            || !SipUri.TryParse($"sip:{trunk.Host}" + (trunk.Transport == "tcp" ? ";transport=tcp" : ""), out var host))
        {
            then([], now);
            return;
        }

        var requestUri = SipUri.Of(number, host.Host, host.Port, trunk.Transport == "tcp" ? ";transport=tcp" : "");
        hosts.Find(host, ChanceOf(leg, host), loop, now, (ways, at) => then(Through(ways, requestUri, trunk), at));
    }

    private void OfUri(LegId leg, SipUri uri, long now, Action<List<RingDestination>, long> then)
    {
        if (ResolvedHosts.Literal(uri.Host) is { } literal)
        {
            then(Remember(uri, literal), now);
            return;
        }

        hosts.Find(uri, ChanceOf(leg, uri), loop, now, (ways, at) => then(Through(ways, uri.ForRequestUri(), null), at));
    }

    /// <summary>The same again after a restart, and nothing that a peer could foresee.</summary>
    private ulong ChanceOf(LegId leg, SipUri uri) => ResolvedHosts.Literal(uri.Host) is null ? identity.Of(leg, 0).Seed : 0;

    /// <summary>One place with every way to it, in order.</summary>
    private static List<RingDestination> Through(List<SipFlow> ways, SipUri requestUri, TrunkConfiguration? trunk) =>
        ways.Count == 0 ? [] : [new RingDestination(requestUri, ways[0], [], trunk) { OtherWays = ways[1..] }];

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
