using System.Text;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>Messages over streams as text, for tests of TCP and TLS.</summary>
internal static class StreamText
{
    /// <summary>Reads until this text has come; what was read.</summary>
    public static async Task<string> ReadUntil(Stream stream, string end)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains(end, StringComparison.Ordinal))
        {
            var length = await stream.ReadAsync(buffer, limit.Token);
            Assert.NotEqual(0, length);
            text.Append(Encoding.ASCII.GetString(buffer, 0, length));
        }

        return text.ToString();
    }

    /// <summary>The peer closes the connection, whatever it sends before.</summary>
    public static async Task Closes(Stream stream)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var buffer = new byte[4096];
        try
        {
            while (await stream.ReadAsync(buffer, limit.Token) > 0)
            {
            }
        }
        catch (IOException)
        {
            // Closed with bytes unread: a reset says the same.
        }
    }

    public static byte[] Options(string transport, string sentBy, int number, string method = "OPTIONS") => Encoding.ASCII.GetBytes(
        $"{method} sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/{transport} {sentBy};branch=z9hG4bKo{number}\r\nMax-Forwards: 70\r\n"
        + $"From: <sip:a@127.0.0.1>;tag=1\r\nTo: <sip:127.0.0.1>\r\nCall-ID: o{number}\r\nCSeq: {number} {method}\r\n"
        + "Content-Length: 0\r\n\r\n");
}
