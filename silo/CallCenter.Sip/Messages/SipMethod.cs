namespace CallCenter.Sip.Messages;

/// <summary>Request methods. Names are case-sensitive (RFC 3261 §7.1).</summary>
public enum SipMethod : byte
{
    /// <summary>A method this stack has no name for; its token is in <see cref="SipMessage.MethodToken"/>.</summary>
    Unknown = 0,
    Invite,
    Ack,
    Cancel,
    Bye,
    Options,
    Register,
    Info,
    Update,
    Prack,
    Refer,
    Notify,
    Subscribe,
    Message,
    Publish,
}

/// <summary>Names of <see cref="SipMethod"/>.</summary>
public static class SipMethods
{
    private static readonly byte[][] Tokens =
    [
        [], .. new[]
        {
            "INVITE", "ACK", "CANCEL", "BYE", "OPTIONS", "REGISTER", "INFO", "UPDATE", "PRACK", "REFER", "NOTIFY", "SUBSCRIBE",
            "MESSAGE", "PUBLISH",
        }.Select(System.Text.Encoding.ASCII.GetBytes),
    ];

    private static readonly string[] Names = [.. Tokens.Select(System.Text.Encoding.ASCII.GetString)];

    /// <summary>The token as written on the wire; empty for <see cref="SipMethod.Unknown"/>.</summary>
    public static ReadOnlySpan<byte> Token(this SipMethod method) => Tokens[(int)method];

    /// <summary>The token as text; empty for <see cref="SipMethod.Unknown"/>.</summary>
    public static string Name(this SipMethod method) => Names[(int)method];

    public static SipMethod Parse(ReadOnlySpan<byte> token)
    {
        for (var i = 1; i < Tokens.Length; i++)
        {
            if (token.SequenceEqual(Tokens[i]))
            {
                return (SipMethod)i;
            }
        }

        return SipMethod.Unknown;
    }
}
