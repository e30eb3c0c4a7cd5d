using System.Net.Sockets;
using System.Text;

namespace CallCenter.Web.Tests.Guard;

/// <summary>A bare connection, for what no well-behaved client sends.</summary>
public sealed class RawHttp : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly TcpClient _connection = new();

    public static async Task<RawHttp> Connect(Uri server)
    {
        var raw = new RawHttp();
        await raw._connection.ConnectAsync(server.Host, server.Port);
        return raw;
    }

    /// <summary>One request on a connection of its own; the whole answer until the server ends it, empty when it takes none.</summary>
    public static async Task<string> Ask(Uri server, string firstLine, string headers = "", string body = "")
    {
        try
        {
            using var raw = await Connect(server);
            await raw.Send($"{firstLine} HTTP/1.1\r\nHost: {server.Authority}\r\nConnection: close\r\n{headers}\r\n{body}");
            return await raw.Rest();
        }
        catch (Exception ended) when (ended is SocketException or IOException)
        {
            return "";
        }
    }

    public ValueTask Send(string text) => _connection.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>The beginning of what comes next.</summary>
    public async Task<string> Line()
    {
        using var patience = new CancellationTokenSource(Patience);
        var buffer = new byte[4096];
        return Encoding.UTF8.GetString(buffer, 0, await _connection.GetStream().ReadAsync(buffer, patience.Token));
    }

    /// <summary>What comes until the server ends the connection; fails when it does not.</summary>
    public async Task<string> Rest()
    {
        using var patience = new CancellationTokenSource(Patience);
        var (read, buffer) = (new StringBuilder(), new byte[4096]);
        try
        {
            int count;
            while ((count = await _connection.GetStream().ReadAsync(buffer, patience.Token)) > 0)
            {
                read.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
        catch (IOException)
        {
            // A reset is an end as well.
        }

        return read.ToString();
    }

    public void Dispose() => _connection.Dispose();
}
