using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace CallCenter.Web.Tests.Api;

/// <summary>A foreign wallboard: SignalR's JSON protocol over a bare WebSocket, so that the tests see what really goes over the
/// wire.</summary>
public sealed class HubClient : IDisposable
{
    private const char EndOfMessage = '\u001e';
    private readonly ClientWebSocket _socket = new();
    private readonly Queue<JsonElement> _read = new();
    private readonly StringBuilder _partial = new();

    public static async Task<HubClient> Connect(Uri server, string path, string? key = null, string? cookie = null)
    {
        var client = new HubClient();
        if (cookie is not null) client._socket.Options.SetRequestHeader("Cookie", cookie);
        var query = key is null ? "" : $"?access_token={Uri.EscapeDataString(key)}";
        await client._socket.ConnectAsync(new Uri($"ws://{server.Authority}{path}{query}"), default);
        await client.Send("""{"protocol":"json","version":1}""");
        await client.Read();
        return client;
    }

    public Task Invoke(string method, params object[] arguments) =>
        Send(JsonSerializer.Serialize(new { type = 1, invocationId = "1", target = method, arguments }));

    /// <summary>The argument of the next message with this name; other messages (pings, completions) are passed over.</summary>
    public async Task<JsonElement> Next(string target)
    {
        while (true)
        {
            var message = await Read();
            if (message.TryGetProperty("target", out var name) && name.GetString() == target) return message.GetProperty("arguments")[0];
            if (message.TryGetProperty("error", out var error)) throw new InvalidOperationException(error.GetString());
        }
    }

    public Task Stream(string method, params object?[] arguments) =>
        Send(JsonSerializer.Serialize(new { type = 4, invocationId = "2", target = method, arguments }));

    /// <summary>The next item of the stream.</summary>
    public async Task<JsonElement> NextItem()
    {
        while (true)
        {
            var message = await Read();
            if (message.TryGetProperty("item", out var item)) return item;
            if (message.TryGetProperty("error", out var error)) throw new InvalidOperationException(error.GetString());
        }
    }

    /// <summary>Completes when the server ends the connection.</summary>
    public async Task Ended()
    {
        try
        {
            while (true) await Read();
        }
        catch (WebSocketException)
        {
            // The server cut it.
        }
        catch (EndOfStreamException)
        {
            // The server closed it.
        }
    }

    public void Dispose() => _socket.Dispose();

    private Task Send(string json) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(json + EndOfMessage), WebSocketMessageType.Text, true, default);

    private async Task<JsonElement> Read()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        var buffer = new byte[16 * 1024];
        while (_read.Count == 0)
        {
            var received = await _socket.ReceiveAsync(buffer, patience.Token);
            if (received.MessageType == WebSocketMessageType.Close) throw new EndOfStreamException();
            _partial.Append(Encoding.UTF8.GetString(buffer, 0, received.Count));
            if (!received.EndOfMessage) continue;
            foreach (var message in _partial.ToString().Split(EndOfMessage, StringSplitOptions.RemoveEmptyEntries))
                _read.Enqueue(JsonDocument.Parse(message).RootElement);
            _partial.Clear();
        }
        return _read.Dequeue();
    }
}
