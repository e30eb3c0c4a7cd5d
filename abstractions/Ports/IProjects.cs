using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;
using CallCenter.Abstractions.Trunks;

namespace CallCenter.Abstractions.Ports;

/// <summary>
/// What the grains stand on: the projects of this silo, each a loop of its own. Pages, API and hubs go through the grains
/// (<see cref="Grains.IProjectGrain"/> and those below it). Safe to call from any thread.
/// </summary>
public interface IProjects
{
    /// <summary>
    /// Sends a command; the reply comes after its events are in the journal. Throws <see cref="KeyNotFoundException"/> for an
    /// unknown project.
    /// </summary>
    ValueTask<CommandReply> Send(ProjectId project, ProjectCommand command, CancellationToken cancellation = default);

    /// <summary>The board as it is now.</summary>
    ValueTask<BoardSnapshot> Board(ProjectId project, CancellationToken cancellation = default);

    /// <summary>
    /// The board now and after every change, conflated: a slow reader gets the newest state, never a backlog, and nobody gets more
    /// than one each 40 ms. The first change after a quiet time comes at once.
    /// </summary>
    IAsyncEnumerable<BoardSnapshot> FollowBoard(ProjectId project, CancellationToken cancellation = default);

    /// <summary>What an employee sees of himself; null when there is no such employee.</summary>
    ValueTask<EmployeeDesk?> Desk(ProjectId project, EmployeeId employee, CancellationToken cancellation = default);

    /// <summary>The published configuration with its version; version 0 is an empty document.</summary>
    ValueTask<(int Version, ProjectConfiguration Document)> Configuration(ProjectId project, CancellationToken cancellation = default);

    /// <summary>The SIP accounts with which a phone is registered now.</summary>
    ValueTask<IReadOnlyList<RegisteredAccount>> Registered(ProjectId project, CancellationToken cancellation = default);

    /// <summary>How each trunk is, in the order of the configuration.</summary>
    ValueTask<IReadOnlyList<TrunkState>> Trunks(ProjectId project, CancellationToken cancellation = default);

    /// <summary>
    /// Whom a call would ring that entered a department now, and why; null when there is no such department. Where chance decides, it is
    /// one of the answers.
    /// </summary>
    ValueTask<Decision?> WouldRing(ProjectId project, DepartmentId department, CancellationToken cancellation = default);

    /// <summary>Rings the phones of a SIP account for some seconds; answers when one rings, or when it is known that none does.</summary>
    ValueTask<PhoneTrial> RingPhone(ProjectId project, string account, CancellationToken cancellation = default);

    /// <summary>
    /// A telephone number typed in any form that the project reads (with 00, national, with spaces …) in E.164; null when it is none.
    /// </summary>
    ValueTask<string?> ReadNumber(ProjectId project, string typed, CancellationToken cancellation = default);

    /// <summary>What is known of a client by number, in any form that can be read; null when nothing is.</summary>
    ValueTask<ClientSnapshot?> Client(ProjectId project, string number, CancellationToken cancellation = default);
}
