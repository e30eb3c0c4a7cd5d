using System.Diagnostics.CodeAnalysis;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Trunks;
using CallCenter.Grains.Placement;
using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Utilities;

namespace CallCenter.Grains;

/// <summary>
/// A project's one address in the cluster. It decides nothing: orders and questions go to the project's loop, which handles them one at a
/// time; so nothing here waits for anything else, and calls may cross (<see cref="ReentrantAttribute"/>). It stays once it is there.
/// </summary>
[Reentrant, KeepAlive, ProjectPlacement]
[SuppressMessage("Design", "CA1001", Justification = "Whoever passes the board on disposes of it at his end.")]
public sealed class ProjectGrain(IProjects projects, ILogger<ProjectGrain> log) : Grain, IProjectGrain
{
    private readonly ObserverManager<IBoardObserver> _followers = new(BoardFollowing.Lasts, log);
    private CancellationTokenSource? _following;

    /// <summary>The board that all who follow have; null while none was read for them.</summary>
    private BoardSnapshot? _latest;

    private ProjectId Id => new(this.GetPrimaryKeyString());

    public ValueTask<CommandReply> Send(ProjectCommand command) => projects.Send(Id, command);

    public ValueTask<BoardSnapshot> Board() => projects.Board(Id);

    public async ValueTask<long> BoardSequence() => (await projects.Board(Id)).Sequence;

    public async ValueTask<PublishedConfiguration> Configuration()
    {
        var (version, document) = await projects.Configuration(Id);
        return new PublishedConfiguration(version, document);
    }

    public async ValueTask<RegisteredAccount[]> Registered() => [.. await projects.Registered(Id)];

    public async ValueTask<TrunkState[]> Trunks() => [.. await projects.Trunks(Id)];

    public ValueTask<PhoneTrial> RingPhone(string account) => projects.RingPhone(Id, account);

    public ValueTask<string?> ReadNumber(string typed) => projects.ReadNumber(Id, typed);

    public async ValueTask Follow(IBoardObserver observer)
    {
        var isNew = !_followers.Observers.ContainsKey(observer);
        if (isNew && _latest is null)
        {
            // The first board of the following may be a while away.
            observer.OnBoard(BoardUpdate.Of(await projects.Board(Id)));
        }

        // Nothing waits from here on: the next step fits on the board that he gets.
        if (isNew && _latest is { } latest)
        {
            observer.OnBoard(BoardUpdate.Of(latest));
        }

        _followers.Subscribe(observer, observer);
        if (_following is null)
        {
            _following = new CancellationTokenSource();
            _ = PassOn(_following);
        }
    }

    public ValueTask Unfollow(IBoardObserver observer)
    {
        _followers.Unsubscribe(observer);
        EndIfAlone();
        return ValueTask.CompletedTask;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _following?.Cancel();
        return Task.CompletedTask;
    }

    /// <summary>One reader of the board for all who follow; every board is one object for all of them.</summary>
    private async Task PassOn(CancellationTokenSource following)
    {
        using var looking = this.RegisterGrainTimer(LookForTheDead, BoardFollowing.Lasts, BoardFollowing.Lasts);
        try
        {
            await foreach (var board in projects.FollowBoard(Id, following.Token))
            {
                if (_following != following)
                {
                    return;
                }

                var update = _latest is { } before ? BoardUpdate.Between(before, board) : BoardUpdate.Of(board);
                _latest = board;
                _followers.Notify(follower => follower.OnBoard(update));
                EndIfAlone();
            }
        }
        catch (OperationCanceledException) when (following.IsCancellationRequested)
        {
        }
        catch (Exception failure)
        {
            // Those who follow say so again in a while, and then it is tried again.
            GrainLog.FollowingBroke(log, Id.Value, failure);
        }
        finally
        {
            following.Dispose();
            if (_following == following)
            {
                (_following, _latest) = (null, null);
            }
        }
    }

    private Task LookForTheDead(CancellationToken cancellation)
    {
        _followers.ClearExpired();
        EndIfAlone();
        return Task.CompletedTask;
    }

    private void EndIfAlone()
    {
        if (_followers.Count == 0 && _following is { } following)
        {
            (_following, _latest) = (null, null);
            following.Cancel();
        }
    }
}
