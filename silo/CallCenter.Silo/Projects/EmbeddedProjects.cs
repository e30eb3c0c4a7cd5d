using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;
using CallCenter.Silo.Loop;

namespace CallCenter.Silo.Projects;

/// <summary>The seam of the embedded silo: every call becomes an input of the loop and answers when it is written.</summary>
internal sealed class EmbeddedProjects(SiloRuntimeHolder silo) : IProjects
{
    private SiloLoop Loop => silo.Runtime.Loop;

    private ProjectHost Host => silo.Runtime.Host;

    public IReadOnlyList<ProjectId> All { get; } = [silo.Project];

    public async ValueTask<CommandReply> Send(ProjectId project, ProjectCommand command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        return await Ask(project, now => Host.Handle(command, now), cancellation).ConfigureAwait(false);
    }

    public ValueTask<BoardSnapshot> Board(ProjectId project, CancellationToken cancellation = default) =>
        Ask(project, Host.Board, cancellation);

    public async IAsyncEnumerable<BoardSnapshot> FollowBoard(
        ProjectId project, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        Channel<BoardSnapshot> follower = await Ask(project, Host.Follow, cancellation).ConfigureAwait(false);
        try
        {
            await foreach (var board in BoardFeed.Read(follower, cancellation).ConfigureAwait(false))
            {
                yield return board;
            }
        }
        finally
        {
            Loop.Enter(new Question<bool>(_ => Host.Unfollow(follower)));
        }
    }

    public ValueTask<EmployeeDesk?> Desk(ProjectId project, EmployeeId employee, CancellationToken cancellation = default) =>
        Ask(project, now => Host.Engine.Desk(employee, now), cancellation);

    public ValueTask<(int Version, ProjectConfiguration Document)> Configuration(
        ProjectId project, CancellationToken cancellation = default) =>
        Ask(project, _ => Host.Engine.Configuration, cancellation);

    public ValueTask<ClientSnapshot?> Client(ProjectId project, string number, CancellationToken cancellation = default) =>
        Ask(project, _ => Host.Engine.Client(number), cancellation);

    private ValueTask<T> Ask<T>(ProjectId project, Func<long, T> read, CancellationToken cancellation)
    {
        if (project != silo.Project)
        {
            throw new KeyNotFoundException($"There is no project '{project}' here; this silo serves '{silo.Project}'.");
        }

        var question = new Question<T>(read);
        Loop.Enter(question);
        return question.Answer.IsCompleted ? new(question.Answer) : new(question.Answer.WaitAsync(cancellation));
    }
}
