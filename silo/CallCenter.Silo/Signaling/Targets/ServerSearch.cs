using System.Net;
using System.Net.Sockets;
using CallCenter.Sip;
using DnsClient;
using DnsClient.Protocol;

namespace CallCenter.Silo.Signaling.Targets;

/// <summary>
/// Locating SIP servers (RFC 3263 §4): (1) NAPTR tells transports and their SRV names; (2) without it the usual SRV names of the transports
/// served here; (3) without those the addresses of the name itself. A name with a port, or without a dot, has only addresses. Waits for the
/// network, so never inside the loop.
/// </summary>
internal sealed class ServerSearch
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>How long an answer of the system, which does not tell, is fresh.</summary>
    private static readonly TimeSpan UsuallyFresh = TimeSpan.FromMinutes(1);

    private static readonly (SipTransport Transport, string Service, string Prefix)[] Served =
        [(SipTransport.Udp, "SIP+D2U", "_sip._udp."), (SipTransport.Tcp, "SIP+D2T", "_sip._tcp.")];

    private readonly LookupClient? _dns;
    private readonly bool _asksSystem;

    /// <param name="servers">DNS servers to ask instead of the system's; null: the system's.</param>
    public ServerSearch(IReadOnlyList<IPEndPoint>? servers)
    {
        _asksSystem = servers is null;
        var options = servers is null ? new LookupClientOptions() : new LookupClientOptions([.. servers]);
        options.UseCache = false;
        options.Timeout = Patience;
        options.Retries = 1;
        options.ThrowDnsErrors = false;
        try
        {
            _dns = new LookupClient(options);
        }
        catch (InvalidOperationException) when (servers is null)
        {
            // A machine without any DNS server still has its hosts file.
            _dns = null;
        }
    }

    /// <summary>Nothing in it where the name leads nowhere; throws what the network throws.</summary>
    public async Task<LocatedServers> Locate(HostQuestion question)
    {
        if (question.Port == 0 && question.Transport is not SipTransport.Tls && question.Host.Contains('.', StringComparison.Ordinal))
        {
            var naptr = Query(question.Host, QueryType.NAPTR);
            var usual = await UsualServers(question).ConfigureAwait(false);
            var told = await ToldServers(question, await naptr.ConfigureAwait(false)).ConfigureAwait(false);
            if (told.Records.Count > 0 || usual.Records.Count > 0)
            {
                return told.Records.Count > 0 ? told : usual;
            }
        }

        var transport = question.Transport ?? SipTransport.Udp;
        var port = question.Port == 0 ? transport.DefaultPort() : question.Port;
        var (addresses, fresh) = await Addresses(question.Host).ConfigureAwait(false);
        return new LocatedServers(addresses.Count == 0 ? [] : [Server(transport, 0, (0, 0), port, addresses)], fresh);
    }

    private async Task<LocatedServers> UsualServers(HostQuestion question)
    {
        var names = Served.Where(one => question.Transport is null || question.Transport == one.Transport)
            .Select((one, rank) => ServersAt(one.Prefix + question.Host, one.Transport, rank));
        return Together(await Task.WhenAll(names).ConfigureAwait(false));
    }

    /// <summary>Of the NAPTR records those with a transport that is served here and wanted, in their order.</summary>
    private async Task<LocatedServers> ToldServers(HostQuestion question, IDnsQueryResponse? response)
    {
        var records = (response?.Answers.OfType<NAPtrRecord>() ?? [])
            .OrderBy(record => (record.Order, record.Preference)).ToList();
        var names = new List<Task<LocatedServers>>();
        foreach (var record in records)
        {
            var at = Array.FindIndex(Served, one => string.Equals(one.Service, record.Services, StringComparison.OrdinalIgnoreCase));
            if (at >= 0 && string.Equals(record.Flags, "s", StringComparison.OrdinalIgnoreCase)
                && (question.Transport is null || question.Transport == Served[at].Transport))
            {
                names.Add(ServersAt(record.Replacement.Value, Served[at].Transport, names.Count));
            }
        }

        return Together(await Task.WhenAll(names).ConfigureAwait(false));
    }

    private async Task<LocatedServers> ServersAt(string name, SipTransport transport, int rank)
    {
        var response = await Query(name, QueryType.SRV).ConfigureAwait(false);
        if (response is null)
        {
            return new LocatedServers([], UsuallyFresh);
        }

        var found = response.Answers.OfType<SrvRecord>().Where(record => record.Target.Value != ".").Take(ServerOrder.MostTried).ToList();
        var servers = new List<ServerRecord>();
        var fresh = Fresh(found);
        foreach (var record in found)
        {
            var told = response.Additionals.OfType<ARecord>().Where(address => address.DomainName.Equals(record.Target)).ToList();
            var (addresses, addressesFresh) = told.Count > 0
                ? ([.. told.Select(address => address.Address)], Fresh(told))
                : await Addresses(record.Target.Value).ConfigureAwait(false);
            fresh = addressesFresh < fresh ? addressesFresh : fresh;
            if (addresses.Count > 0)
            {
                servers.Add(Server(transport, rank, (record.Priority, record.Weight), record.Port, addresses));
            }
        }

        return new LocatedServers(servers, fresh);
    }

    /// <summary>IPv4 where there is any, else IPv6; of a name that no DNS knows those that the system knows, from its hosts file.</summary>
    private async Task<(IReadOnlyList<IPAddress> Addresses, TimeSpan Fresh)> Addresses(string name)
    {
        foreach (var type in (QueryType[])[QueryType.A, QueryType.AAAA])
        {
            var response = await Query(name, type).ConfigureAwait(false);
            if (response?.Answers.OfType<AddressRecord>().ToList() is { Count: > 0 } records)
            {
                return ([.. records.Select(record => record.Address)], Fresh(records));
            }
        }

        if (!_asksSystem)
        {
            return ([], UsuallyFresh);
        }

        using var limit = new CancellationTokenSource(Patience);
        var all = await Dns.GetHostAddressesAsync(name, limit.Token).ConfigureAwait(false);
        var older = all.Where(address => address.AddressFamily == AddressFamily.InterNetwork).ToList();
        return (older.Count > 0 ? older : all, UsuallyFresh);
    }

    private async Task<IDnsQueryResponse?> Query(string name, QueryType type)
    {
        if (_dns is null)
        {
            return null;
        }

        try
        {
            return await _dns.QueryAsync(name, type).ConfigureAwait(false);
        }
        catch (DnsResponseException)
        {
            return null;
        }
    }

    private static ServerRecord Server(
        SipTransport transport, int rank, (int Priority, int Weight) place, int port, IReadOnlyList<IPAddress> addresses) =>
        new(transport, rank, place.Priority, place.Weight, [.. addresses.Select(address => new SipEndPoint(address, port))]);

    private static LocatedServers Together(LocatedServers[] parts) => new(
        [.. parts.SelectMany(part => part.Records)], parts.Length == 0 ? UsuallyFresh : parts.Min(part => part.FreshFor));

    private static TimeSpan Fresh(IReadOnlyCollection<DnsResourceRecord> records) =>
        records.Count == 0 ? UsuallyFresh : TimeSpan.FromSeconds(records.Min(record => record.TimeToLive));
}
