using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;

namespace CallCenter.Web.Hubs;

/// <summary>The open connections of each API key, so that revoking a key ends them too. Thread-safe.</summary>
public sealed class KeyConnections
{
    private readonly ConcurrentDictionary<(string Key, string Connection), HubCallerContext> _open = new();

    public void Opened(string key, HubCallerContext connection) => _open[(key, connection.ConnectionId)] = connection;

    public void Closed(string key, string connection) => _open.TryRemove((key, connection), out _);

    /// <summary>Ends every connection of the key.</summary>
    public void End(string key)
    {
        foreach (var (id, connection) in _open)
            if (id.Key == key) connection.Abort();
    }
}
