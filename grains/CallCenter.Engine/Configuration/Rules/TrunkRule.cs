using System.Net;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Trunks can be called, and their calls can be told from a stranger's.</summary>
internal sealed class TrunkRule : IConfigurationRule
{
    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var addresses = new Dictionary<string, string>();
        for (var i = 0; i < document.Trunks.Count; i++)
        {
            var (trunk, path) = (document.Trunks[i], $"$.trunks[{i}]");
            findings.Text($"{path}.name", trunk.Name, "the name", required: false);
            if (!HostForm.IsValid(trunk.Host))
            {
                findings.Add($"{path}.host", $"\"{trunk.Host}\" is no host",
                    "write an address or a name, with port where it is not 5060: \"sip.example.com:5080\"");
            }

            if (trunk.Transport is not ("udp" or "tcp"))
                findings.Add($"{path}.transport", $"no transport \"{trunk.Transport}\"", "use \"udp\" or \"tcp\"");
            findings.Range($"{path}.maxCalls", trunk.MaxCalls, 1, 100_000, " calls");
            if (trunk.AskSeconds != 0) findings.Range($"{path}.askSeconds", trunk.AskSeconds, 10, 3600, " seconds, 0 for never");
            CheckAddresses(trunk, path, addresses, findings);
            CheckDigest(trunk, path, findings);
        }
    }

    private static void CheckAddresses(TrunkConfiguration trunk, string path, Dictionary<string, string> owners, Findings findings)
    {
        for (var i = 0; i < trunk.Addresses.Count; i++)
        {
            var (address, place) = (trunk.Addresses[i], $"{path}.addresses[{i}]");
            if (!IsSource(address))
            {
                findings.Add(place, $"\"{address}\" is no source address",
                    "write an IP address, a range such as \"192.0.2.0/24\", or an address with port");
            }
            else if (!owners.TryAdd(address, trunk.Id))
            {
                findings.Add(place, $"the address {address} is used twice",
                    $"trunk \"{owners[address]}\" has it already; tell them apart by port");
            }
        }
    }

    private static void CheckDigest(TrunkConfiguration trunk, string path, Findings findings)
    {
        findings.Password($"{path}.password", trunk.Password);
        if (trunk.Username is null && trunk.Password is not null)
            findings.Add($"{path}.username", "there is a password without a user name", "add the user name the carrier gave");
        if (trunk.AuthenticateIncoming && trunk.Username is null)
        {
            findings.Add($"{path}.authenticateIncoming", "incoming calls cannot authenticate without a user name",
                "add username and password");
        }

        if (trunk.Addresses.Count == 0 && !trunk.AuthenticateIncoming)
        {
            findings.Add($"{path}.addresses", "nothing tells this trunk's calls from a stranger's",
                "add the addresses the carrier calls from, or let it authenticate");
        }

        if (trunk.Username is { } name && (name.Length is 0 or > 128 || name.Any(letter => letter is <= ' ' or '"' or '\\' or > '~')))
        {
            findings.Add($"{path}.username", "the user name has characters that digest authentication cannot carry",
                "use printable ASCII without quotes");
        }
    }

    private static bool IsSource(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            return IsAddress(text[..slash]) && IPAddress.TryParse(text.AsSpan(0, slash), out var network)
                && int.TryParse(text.AsSpan(slash + 1), System.Globalization.NumberStyles.None, null, out var bits)
                && bits >= 1 && bits <= network.GetAddressBytes().Length * 8;
        }

        if (IsAddress(text)) return true;
        var colon = text.LastIndexOf(':');
        if (colon < 0 || !HostForm.IsPort(text[colon..])) return false;
        var host = text[..colon];
        return host.StartsWith('[') && host.EndsWith(']') ? IsAddress(host[1..^1]) : HostForm.IsAddress(host);
    }

    private static bool IsAddress(string text) =>
        text.Contains(':', StringComparison.Ordinal) ? IPAddress.TryParse(text, out _) : HostForm.IsAddress(text);
}
