namespace CallCenter.Sip.Messages;

/// <summary>What this stack announces and accepts.</summary>
public static class SipCapabilities
{
    /// <summary>The value of Allow.</summary>
    public static ReadOnlySpan<byte> Allow => "INVITE, ACK, CANCEL, BYE, OPTIONS, REGISTER, INFO, UPDATE"u8;

    /// <summary>The value of Supported.</summary>
    public static ReadOnlySpan<byte> Supported => "timer, path"u8;

    /// <summary>The value of Accept.</summary>
    public static ReadOnlySpan<byte> Accept => "application/sdp, multipart/mixed, multipart/alternative"u8;

    private static readonly byte[][] SupportedTags = ["timer"u8.ToArray(), "path"u8.ToArray()];

    public static bool Allows(SipMethod method) => method is SipMethod.Invite or SipMethod.Ack or SipMethod.Cancel or SipMethod.Bye
        or SipMethod.Options or SipMethod.Register or SipMethod.Info or SipMethod.Update;

    internal static bool Supports(ReadOnlySpan<byte> optionTag)
    {
        foreach (var tag in SupportedTags)
        {
            if (System.Text.Ascii.EqualsIgnoreCase(optionTag, tag))
            {
                return true;
            }
        }

        return false;
    }
}
