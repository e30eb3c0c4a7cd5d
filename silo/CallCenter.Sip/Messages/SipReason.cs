using System.Text;

namespace CallCenter.Sip.Messages;

/// <summary>One value of the Reason header (RFC 3326): why a CANCEL, BYE or response was sent.</summary>
public sealed record SipReason(string Protocol, int Cause, string Text)
{
    /// <summary>For the CANCEL of forked ringing when another phone took the call; such a phone shows no missed call.</summary>
    public static SipReason CompletedElsewhere { get; } = new("SIP", 200, "Call completed elsewhere");

    public static bool TryParse(ReadOnlySpan<byte> value, out SipReason? reason)
    {
        reason = null;
        var semicolon = value.IndexOf((byte)';');
        var protocol = SipChars.Trim(semicolon < 0 ? value : value[..semicolon]);
        if (!SipChars.IsToken(protocol))
        {
            return false;
        }

        var parameters = semicolon < 0 ? default : value[semicolon..];
        var cause = SipParams.TryGet(parameters, "cause"u8, out var digits) && SipChars.TryNumber(digits, 999_999, out var number)
            ? (int)number : 0;
        var text = SipParams.TryGet(parameters, "text"u8, out var quoted) ? Encoding.UTF8.GetString(quoted) : "";
        reason = new SipReason(Encoding.ASCII.GetString(protocol), cause, text);
        return true;
    }

    /// <summary>The header value.</summary>
    public override string ToString() =>
        Text.Length == 0 ? $"{Protocol};cause={Cause}" : $"{Protocol};cause={Cause};text=\"{NameAddr.Escape(Text)}\"";
}
