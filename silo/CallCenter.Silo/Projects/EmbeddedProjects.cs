using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Routing;
using CallCenter.Abstractions.Trunks;
using CallCenter.Engine;
using CallCenter.Engine.Numbering;

namespace CallCenter.Silo.Projects;

/// <summary>The seam of the embedded silo: every call becomes an input of the loop and answers when it is written.</summary>
internal sealed class EmbeddedProjects(SiloRuntimeHolder silo) : IProjects
{
    public async ValueTask<CommandReply> Send(ProjectId project, ProjectCommand command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return await Ask(project, (host, now) => host.Handle(command, now), cancellation).ConfigureAwait(false);
    }

    public ValueTask<BoardSnapshot> Board(ProjectId project, CancellationToken cancellation = default) =>
        Ask(project, static (host, now) => host.Board(now), cancellation);

    public async IAsyncEnumerable<BoardSnapshot> FollowBoard(
        ProjectId project, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Channel<BoardSnapshot> follower = await Ask(project, static (host, now) => host.Follow(now), cancellation).ConfigureAwait(false);
        try
        {
            await foreach (var board in BoardFeed.Read(follower, cancellation).ConfigureAwait(false))
            {
                yield return board;
            }
        }
        finally
        {
            End(project, follower);
        }
    }

    public ValueTask<EmployeeDesk?> Desk(ProjectId project, EmployeeId employee, CancellationToken cancellation = default) =>
        Ask(project, (host, now) => host.Engine.Desk(employee, now), cancellation);

    public ValueTask<(int Version, ProjectConfiguration Document)> Configuration(
        ProjectId project, CancellationToken cancellation = default) =>
        Ask(project, static (host, _) => host.Engine.Configuration, cancellation);

    public ValueTask<IReadOnlyList<RegisteredAccount>> Registered(ProjectId project, CancellationToken cancellation = default) =>
        Ask<IReadOnlyList<RegisteredAccount>>(
            project, static (host, _) => [.. host.Engine.Phones.Select(phone => new RegisteredAccount(phone.Account, phone.Bindings))],
            cancellation);

    public ValueTask<IReadOnlyList<TrunkState>> Trunks(ProjectId project, CancellationToken cancellation = default) =>
        Ask(project, static (running, _) => running.Signaling.Core.TrunkWatch.States(running.Host.Engine.CallsOn), cancellation);

    public ValueTask<Decision?> WouldRing(ProjectId project, DepartmentId department, CancellationToken cancellation = default) =>
        Ask(
            project, (host, now) => host.Engine.WouldRing(department, new TurnInput(now, (ulong)Random.Shared.NextInt64())), cancellation);

    public async ValueTask<PhoneTrial> RingPhone(ProjectId project, string account, CancellationToken cancellation = default)
    {
        var outcome = await Ask(project, (running, now) => running.Signaling.PhoneTrials.Ring(account, now), cancellation)
            .ConfigureAwait(false);
        return await outcome.WaitAsync(cancellation).ConfigureAwait(false);
    }

    public async ValueTask<string?> ReadNumber(ProjectId project, string typed, CancellationToken cancellation = default)
    {
        var (_, document) = await Configuration(project, cancellation).ConfigureAwait(false);
        return PhoneNumbers.TryNormalise(typed, document.DefaultCountry, out string number) ? number : null;
    }

    public ValueTask<ClientSnapshot?> Client(ProjectId project, string number, CancellationToken cancellation = default) =>
        Ask(project, (host, _) => host.Engine.Client(number), cancellation);

    private void End(ProjectId project, Channel<BoardSnapshot> follower)
    {
        if (silo.Runtime.Projects.Find(project) is { } running)
        {
            running.Loop.Enter(new Question<bool>(_ => running.Host.Unfollow(follower)));
        }
    }

    private ValueTask<T> Ask<T>(ProjectId project, Func<ProjectHost, long, T> read, CancellationToken cancellation) =>
        Ask(project, (running, now) => read(running.Host, now), cancellation);

    private ValueTask<T> Ask<T>(ProjectId project, Func<ProjectRuntime, long, T> read, CancellationToken cancellation)
    {
        var running = silo.Runtime.Projects.Find(project) ?? throw new KeyNotFoundException($"There is no project '{project}' here.");
        var question = new Question<T>(now => read(running, now));
        running.Loop.Enter(question);
        return question.Answer.IsCompleted ? new(question.Answer) : new(question.Answer.WaitAsync(cancellation));
    }
}
