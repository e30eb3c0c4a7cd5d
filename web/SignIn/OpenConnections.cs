using System.Collections.Concurrent;
using CallCenter.Abstractions;
using CallCenter.Web.Cluster;
using Microsoft.AspNetCore.SignalR;

namespace CallCenter.Web.SignIn;

/// <summary>
/// The open connections to hubs, so that they end at once when their sign-in or API key does. Bounded by the connections that the server
/// takes. Thread-safe.
/// </summary>
public sealed class OpenConnections(SignInTruth truth) : IHubFilter
{
    private readonly ConcurrentDictionary<string, HubCallerContext> _open = new();
    private readonly ConcurrentDictionary<ProjectId, int> _versions = new();

    /// <summary>Ends every connection whose sign-in or key no longer holds.</summary>
    public async Task EndUntrue()
    {
        foreach (var connection in _open.Values)
        {
            await EndIfUntrue(connection);
        }
    }

    /// <summary>
    /// Whoever follows a project says with which configuration it lives now, before he shows anything of it: with another one than before,
    /// connections whose rights it took away end first. Nobody else ends any because of a configuration.
    /// </summary>
    public async ValueTask LivesWith(ProjectId project, int version)
    {
        if (_versions.TryGetValue(project, out var before) && before != version)
        {
            await EndUntrue();
        }

        _versions[project] = version;
    }

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        _open[context.Context.ConnectionId] = context.Context;
        // Looked at once more after it was entered: what ended between the sign-in's check and here would otherwise be missed.
        await EndIfUntrue(context.Context);
        await next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        _open.TryRemove(context.Context.ConnectionId, out _);
        return next(context, exception);
    }

    private async ValueTask EndIfUntrue(HubCallerContext connection)
    {
        try
        {
            if (connection.User is null || !await truth.Holds(connection.User))
            {
                connection.Abort();
            }
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            // Nothing is shown that comes from a silo that is away; when it is back, its configuration is looked at again.
        }
    }
}
