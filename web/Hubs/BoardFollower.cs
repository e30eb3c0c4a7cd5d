using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Api.Board;
using CallCenter.Web.Live;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.SignalR;

namespace CallCenter.Web.Hubs;

/// <summary>
/// Follows one project's board for all foreign wallboards together: every change is compared and written as JSON once and sent to a group;
/// the newest deltas are kept, so that somebody who was away for a moment gets only what he missed. A snapshot is written when somebody
/// asks for it, and once for all who come before the next change. It follows from the first who joins until a while after the last one
/// left.
/// </summary>
/// <remarks>
/// Joining and sending happen under one gate, so that the first delta somebody gets begins where his snapshot ends. A receiver who does
/// not read is waited for at most <see cref="LongestSend"/> per delta; Kestrel's minimum data rate ends his connection soon after.
/// </remarks>
public sealed partial class BoardFollower(
    ProjectId project, IGrainFactory grains, BoardSource boards, IHubContext<BoardHub> hub, OpenConnections connections,
    JsonSerializerOptions json, TimeProvider time, ILogger logger, CancellationToken stopping)
    : IDisposable
{
    /// <summary>Deltas kept; with one each 40 ms, as a busy board has them, of the last 20 s. Who missed more gets a snapshot.</summary>
    public const int KeptDeltas = 512;

    private static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Whoever comes back within it resumes.</summary>
    private static readonly TimeSpan KeepUnfollowed = TimeSpan.FromSeconds(20);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Queue<(long From, WrittenMessage Delta)> _deltas = new();
    private readonly BoardDeltaWriter _writer = new();
    private readonly HashSet<string> _receivers = [];
    private CancellationTokenSource? _following;
    private BoardSnapshot? _board;
    private WrittenMessage? _snapshot;

    private string Group => $"board {project}";

    // A feed that breaks is begun again.
    private async Task Run(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await foreach (var board in boards.Follow(project, cancellation)) await Take(board, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                LogBroken(failure, project);
            }
            await Task.Delay(Pause, time, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Adds a connection and sends it what it lacks: the deltas since <paramref name="sequence"/>, or a snapshot.</summary>
    /// <param name="sequence">Where the receiver stands; null when it has nothing.</param>
    public async Task Join(string connection, long? sequence, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            _receivers.Add(connection);
            Follow();
            if (_board is null) await Accept(await grains.Project(project).Board());
            await hub.Groups.AddToGroupAsync(connection, Group, cancellation);
            var receiver = hub.Clients.Client(connection);
            if (sequence is { } known && Since(known) is { } missed)
            {
                foreach (var (_, delta) in missed) await receiver.SendAsync(BoardHub.Delta, delta, cancellation);
                return;
            }
            await receiver.SendAsync(BoardHub.Snapshot, Snapshot(), cancellation);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The connection ended.</summary>
    public async Task Leave(string connection)
    {
        await _gate.WaitAsync();
        try
        {
            if (_receivers.Remove(connection) && _receivers.Count == 0) _ = EndLater();
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _following?.Dispose();
        _gate.Dispose();
    }

    private void Follow()
    {
        if (_following is not null) return;
        _following = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var token = _following.Token;
        _ = Task.Run(() => Run(token), CancellationToken.None);
    }

    private async Task EndLater()
    {
        await Task.Delay(KeepUnfollowed, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (stopping.IsCancellationRequested) return;
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            if (_receivers.Count > 0 || _following is not { } following) return;
            (_following, _board, _snapshot) = (null, null, null);
            _deltas.Clear();
            await following.CancelAsync();
            following.Dispose();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task Take(BoardSnapshot board, CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            await Accept(board);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task Accept(BoardSnapshot board)
    {
        var before = _board;
        if (before is not null && board.Sequence <= before.Sequence) return;
        (_board, _snapshot) = (board, null);
        await connections.LivesWith(project, board.ConfigurationVersion);
        if (before is null) return;
        var delta = _writer.Write(BoardDiff.Between(before, board));
        _deltas.Enqueue((before.Sequence, delta));
        if (_deltas.Count > KeptDeltas) _deltas.Dequeue();
        await hub.Clients.Group(Group).SendAsync(BoardHub.Delta, delta).WaitAsync(LongestSend, time)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private WrittenMessage Snapshot() =>
        _snapshot ??= WrittenMessage.Of(new BoardSnapshotMessage(_board!.Sequence, BoardDto.From(_board)), json);

    // Null when the deltas from there on are not all kept.
    private (long From, WrittenMessage Delta)[]? Since(long sequence)
    {
        if (sequence == _board?.Sequence) return [];
        (long From, WrittenMessage Delta)[] missed = [.. _deltas.SkipWhile(delta => delta.From != sequence)];
        return missed.Length > 0 ? missed : null;
    }

    [LoggerMessage(3101, LogLevel.Warning, "The board feed of project {Project} broke and is begun again")]
    private partial void LogBroken(Exception failure, ProjectId project);
}
