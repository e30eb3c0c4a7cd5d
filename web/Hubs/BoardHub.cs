using CallCenter.Web.Api.Access;
using Microsoft.AspNetCore.SignalR;

namespace CallCenter.Web.Hubs;

/// <summary>
/// <c>/hubs/board</c>: the live board as JSON for anyone's wallboard. Call <c>Subscribe</c> once, or <c>Resume</c> with the last sequence
/// after a break; then come <c>snapshot</c> and <c>delta</c> messages.
/// </summary>
public sealed class BoardHub(BoardFollowers followers) : Hub
{
    /// <summary>The message with the whole board, a <see cref="BoardSnapshotMessage"/>.</summary>
    public const string Snapshot = "snapshot";

    /// <summary>The message with what changed, a <see cref="BoardDelta"/>.</summary>
    public const string Delta = "delta";

    /// <summary>Sends a snapshot and from then on every change.</summary>
    public Task Subscribe() => Join(null);

    /// <summary>Sends the changes since <paramref name="sequence"/>, or a snapshot where they are no longer kept, and from then on every
    /// change.</summary>
    public Task Resume(long sequence) => Join(sequence);

    public override Task OnDisconnectedAsync(Exception? exception) =>
        Context.User is { } user ? followers.Leave(user.Caller().Project, Context.ConnectionId) : Task.CompletedTask;

    private Task Join(long? sequence)
    {
        var user = Context.User ?? throw new HubException("Nobody is signed in.");
        return followers.Of(user.Caller().Project).Join(Context.ConnectionId, sequence, Context.ConnectionAborted);
    }
}
