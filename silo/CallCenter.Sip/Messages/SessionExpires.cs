using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>Who refreshes the session (RFC 4028 §7): the one who sent the request or the one who answered it.</summary>
public enum SessionRefresher : byte
{
    Unspecified,
    Uac,
    Uas,
}

/// <summary>The value of Session-Expires (RFC 4028 §4).</summary>
public readonly record struct SessionExpires(uint Seconds, SessionRefresher Refresher)
{
    public static bool TryParse(ReadOnlySpan<byte> text, out SessionExpires value)
    {
        value = default;
        var semicolon = text.IndexOf((byte)';');
        var seconds = SipMessage.Seconds(SipChars.Trim(semicolon < 0 ? text : text[..semicolon]));
        if (seconds is null)
        {
            return false;
        }

        var refresher = SessionRefresher.Unspecified;
        if (semicolon >= 0 && SipParams.TryGet(text[semicolon..], "refresher"u8, out var name))
        {
            refresher = Ascii.EqualsIgnoreCase(name, "uac"u8) ? SessionRefresher.Uac
                : Ascii.EqualsIgnoreCase(name, "uas"u8) ? SessionRefresher.Uas : SessionRefresher.Unspecified;
        }

        value = new SessionExpires(seconds.Value, refresher);
        return true;
    }

    public override string ToString() => Refresher switch
    {
        SessionRefresher.Uac => $"{Seconds};refresher=uac",
        SessionRefresher.Uas => $"{Seconds};refresher=uas",
        _ => $"{Seconds}",
    };
}
