namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Whether a text may be a fixed <c>sip:</c> address of a phone (RFC 3261 §19.1.1, without headers and passwords).</summary>
internal static class SipUriForm
{
    public static bool IsValid(string uri)
    {
        if (!uri.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) || uri.Length > 255) return false;
        if (uri.Any(letter => letter is <= ' ' or > '~' or '<' or '>' or '"' or '?')) return false;
        var rest = uri[4..];
        var at = rest.LastIndexOf('@');
        if (at == 0 || (at > 0 && rest[..at].Contains(':', StringComparison.Ordinal))) return false;
        var host = rest[(at + 1)..];
        var parameters = host.IndexOf(';', StringComparison.Ordinal);
        return HostForm.IsValid(parameters < 0 ? host : host[..parameters]);
    }
}
