using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Grains;

namespace CallCenter.Silo.Tests.Cluster;

/// <summary>Follows a board and counts how it was told.</summary>
internal sealed class Follower : IBoardObserver
{
    public BoardSnapshot? Last { get; private set; }

    /// <summary>How often it got another configuration, for which only a whole board will do.</summary>
    public int Wholes { get; private set; }

    public int Steps { get; private set; }

    public async Task Follow(IGrainFactory grains, ProjectId project) =>
        await grains.Project(project).Follow(grains.CreateObjectReference<IBoardObserver>(this));

    public void OnBoard(BoardUpdate update)
    {
        var next = update.On(Last) ?? throw new InvalidOperationException("A step was lost.");
        (Wholes, Steps) = next.ConfigurationVersion == Last?.ConfigurationVersion ? (Wholes, Steps + 1) : (Wholes + 1, Steps);
        Last = next;
    }
}
