using System.Text;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Authentication;

/// <summary>
/// The parameters of one challenge or of one set of credentials: <c>Digest name=value, name="value", …</c>
/// (RFC 3261 §20.7, §20.44). Absent ones are empty.
/// </summary>
public readonly ref struct DigestFields
{
    public ReadOnlySpan<byte> UserName { get; private init; }

    public ReadOnlySpan<byte> Realm { get; private init; }

    public ReadOnlySpan<byte> Nonce { get; private init; }

    public ReadOnlySpan<byte> Uri { get; private init; }

    public ReadOnlySpan<byte> Response { get; private init; }

    public ReadOnlySpan<byte> Algorithm { get; private init; }

    public ReadOnlySpan<byte> ClientNonce { get; private init; }

    public ReadOnlySpan<byte> Opaque { get; private init; }

    public ReadOnlySpan<byte> Qop { get; private init; }

    public ReadOnlySpan<byte> NonceCount { get; private init; }

    public ReadOnlySpan<byte> Stale { get; private init; }

    /// <summary>False for another scheme or where a parameter cannot be read.</summary>
    public static bool TryParse(ReadOnlySpan<byte> value, out DigestFields fields)
    {
        fields = default;
        if (value.Length < 8 || !Ascii.EqualsIgnoreCase(value[..6], "Digest"u8) || !SipChars.IsSpace(value[6]))
        {
            return false;
        }

        var rest = value[7..];
        while (true)
        {
            rest = SipChars.Trim(rest).TrimStart((byte)',');
            rest = SipChars.Trim(rest);
            if (rest.IsEmpty)
            {
                return true;
            }

            if (!TryTake(ref rest, out var name, out var text))
            {
                return false;
            }

            fields = fields.With(name, text);
        }
    }

    private static bool TryTake(scoped ref ReadOnlySpan<byte> rest, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        name = value = default;
        var equals = rest.IndexOf((byte)'=');
        if (equals < 1)
        {
            return false;
        }

        name = SipChars.Trim(rest[..equals]);
        var start = SipChars.SkipSpace(rest, equals + 1);
        var comma = start < rest.Length ? rest[start..].IndexOf((byte)',') : -1;
        var end = start < rest.Length && rest[start] == '"' ? SipChars.SkipQuoted(rest, start) : comma < 0 ? rest.Length : start + comma;
        if (end < 0 || !SipChars.IsToken(name))
        {
            return false;
        }

        value = SipParams.Unquote(SipChars.Trim(rest[start..end]));
        rest = rest[end..];
        return true;
    }

    private DigestFields With(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Span<byte> lower = stackalloc byte[16];
        if (name.Length > lower.Length || Ascii.ToLower(name, lower, out var length) != System.Buffers.OperationStatus.Done)
        {
            return this;
        }

        lower = lower[..length];
        return lower switch
        {
            _ when lower.SequenceEqual("username"u8) => this with { UserName = value },
            _ when lower.SequenceEqual("realm"u8) => this with { Realm = value },
            _ when lower.SequenceEqual("nonce"u8) => this with { Nonce = value },
            _ when lower.SequenceEqual("uri"u8) => this with { Uri = value },
            _ when lower.SequenceEqual("response"u8) => this with { Response = value },
            _ when lower.SequenceEqual("algorithm"u8) => this with { Algorithm = value },
            _ when lower.SequenceEqual("cnonce"u8) => this with { ClientNonce = value },
            _ when lower.SequenceEqual("opaque"u8) => this with { Opaque = value },
            _ when lower.SequenceEqual("qop"u8) => this with { Qop = value },
            _ when lower.SequenceEqual("nc"u8) => this with { NonceCount = value },
            _ when lower.SequenceEqual("stale"u8) => this with { Stale = value },
            _ => this,
        };
    }
}
