using System.Collections.Concurrent;
using CallCenter.Abstractions;
using CallCenter.Web.Cluster;
using CallCenter.Web.Live;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace CallCenter.Web.Hubs;

/// <summary>One follower per project; it follows while a wallboard does.</summary>
public sealed class BoardFollowers(
    IGrainFactory grains, BoardSource boards, ClusterView cluster, IHubContext<BoardHub> hub, OpenConnections connections,
    IOptions<JsonHubProtocolOptions> json, TimeProvider time,
    ILogger<BoardFollower> logger, IHostApplicationLifetime lifetime)
    : IDisposable
{
    private readonly ConcurrentDictionary<ProjectId, Lazy<BoardFollower>> _followers = new();

    /// <summary>Throws <see cref="KeyNotFoundException"/> for a project that does not live here.</summary>
    public BoardFollower Of(ProjectId project)
    {
        if (cluster.PlaceOf(project) is null) throw new KeyNotFoundException($"The project {project} does not live here.");
        return _followers.GetOrAdd(project, key => new Lazy<BoardFollower>(() => Begin(key))).Value;
    }

    /// <summary>The connection ended, whether it had joined or not.</summary>
    public Task Leave(ProjectId project, string connection) =>
        _followers.TryGetValue(project, out var follower) ? follower.Value.Leave(connection) : Task.CompletedTask;

    public void Dispose()
    {
        foreach (var follower in _followers.Values) follower.Value.Dispose();
    }

    private BoardFollower Begin(ProjectId project) => new(
        project, grains, boards, hub, connections, json.Value.PayloadSerializerOptions, time, logger, lifetime.ApplicationStopping);
}
