using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Connections;

namespace CallCenter.Web.Guard;

/// <summary>Bounds the open connections of one source; one more is closed without a word. Thread-safe.</summary>
public sealed class SourceConnections(int most)
{
    private readonly ConcurrentDictionary<string, int> _open = new();

    /// <summary>A step of the server's connections.</summary>
    public ConnectionDelegate Count(ConnectionDelegate next) => async connection =>
    {
        var source = SourceNetwork.Of((connection.RemoteEndPoint as IPEndPoint)?.Address);
        try
        {
            if (_open.AddOrUpdate(source, 1, (_, open) => open + 1) > most)
            {
                connection.Abort(new ConnectionAbortedException("Too many connections of one source."));
                return;
            }

            await next(connection);
        }
        finally
        {
            // Removed only while it is 0: a connection that began meanwhile has counted itself.
            if (_open.AddOrUpdate(source, 0, (_, open) => open - 1) == 0)
            {
                _open.TryRemove(KeyValuePair.Create(source, 0));
            }
        }
    };
}
