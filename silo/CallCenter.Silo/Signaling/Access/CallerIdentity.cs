using CallCenter.Abstractions.Texts;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Access;

/// <summary>Who calls, as his INVITE says: what is asserted of him, or what he says himself, and whether he wants it known.</summary>
/// <param name="Number">A telephone subscriber (RFC 3966), or whatever else the user part was; empty for none.</param>
/// <param name="Name">Null for none.</param>
/// <param name="IsWithheld">He asked for privacy: number and name are for nobody.</param>
internal readonly record struct CallerIdentity(string Number, string? Name, bool IsWithheld)
{
    /// <param name="isTrusted">
    /// From a trunk, whose network asserts who calls (RFC 3325 §9); From may then be what he wishes to show. Of a phone only From is read.
    /// </param>
    public static CallerIdentity Of(SipMessage request, bool isTrusted)
    {
        var from = request.From;
        var identity = isTrusted && request.Has(SipHeader.PAssertedIdentity) ? Asserted(request) ?? from : from;
        var number = StrangerText.Clean(identity.Subscriber);
        var name = StrangerText.Clean(identity.DisplayName.Length > 0 ? identity.DisplayName : from.DisplayName);
        return new CallerIdentity(
            number, name.Length == 0 || name == number ? null : name, AsksForPrivacy(request) || IsNobody(identity));
    }

    /// <summary>
    /// Of the two values that may be there (RFC 3325 §9.1), in whatever order: the tel URI, else the SIP URI of a number, else the first
    /// that names anybody. Its name may stand at the other.
    /// </summary>
    private static NameAddr? Asserted(SipMessage request)
    {
        NameAddr? best = null;
        var name = "";
        foreach (var value in request.NameAddrs(SipHeader.PAssertedIdentity))
        {
            name = name.Length == 0 ? value.DisplayName : name;
            if (Rank(value) > (best is null ? 0 : Rank(best)))
            {
                best = value;
            }
        }

        return best is { DisplayName.Length: 0 } && name.Length > 0 ? new NameAddr(name, best.UriText) : best;
    }

    private static int Rank(NameAddr value) => value.Subscriber switch
    {
        "" => 0,
        _ when value.IsTel => 3,
        ['+' or (>= '0' and <= '9'), ..] => 2,
        _ => 1,
    };

    /// <summary>
    /// Identity, user or header privacy (RFC 3323 §4.2, RFC 3325 §9.3): each asks that it stays unknown who calls. Some write commas where
    /// the RFC has semicolons.
    /// </summary>
    private static bool AsksForPrivacy(SipMessage request)
    {
        if (!request.Has(SipHeader.Privacy))
        {
            return false;
        }

        foreach (var value in request.Values(SipHeader.Privacy))
        {
            foreach (var part in System.Text.Encoding.ASCII.GetString(value).Split(';', StringSplitOptions.TrimEntries))
            {
                if (part.ToUpperInvariant() is "ID" or "USER" or "HEADER")
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>
    /// <c>anonymous@anonymous.invalid</c> and its like (RFC 3323 §4.1.1.3): no host can have a name under <c>invalid</c> (RFC 2606).
    /// </summary>
    private static bool IsNobody(NameAddr identity) => identity.Uri is { } uri && uri.HostText.TrimEnd('.')
        .EndsWith(".invalid", StringComparison.OrdinalIgnoreCase);
}
