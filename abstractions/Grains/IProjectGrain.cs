using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Trunks;

namespace CallCenter.Abstractions.Grains;

/// <summary>
/// A project; its key is the project's name. Every call throws <see cref="KeyNotFoundException"/> where there is no such project, and
/// <see cref="IOException"/> while the journal cannot be written.
/// </summary>
public interface IProjectGrain : IGrainWithStringKey
{
    /// <summary>An order of the administrator, or an entry of the audit log; the reply comes when its events are in the journal.</summary>
    ValueTask<CommandReply> Send(ProjectCommand command);

    /// <summary>The board as it is now.</summary>
    ValueTask<BoardSnapshot> Board();

    /// <summary>
    /// The observer gets the board now and after every change, at most one each 40 ms. He says so again within
    /// <see cref="BoardFollowing.Lasts"/>, or is forgotten: so it ends when he dies. To say it again costs nothing.
    /// </summary>
    ValueTask Follow(IBoardObserver observer);

    /// <summary>The number of the newest board, for whoever wants to know whether he has it.</summary>
    ValueTask<long> BoardSequence();

    ValueTask Unfollow(IBoardObserver observer);

    /// <summary>The document in force.</summary>
    ValueTask<PublishedConfiguration> Configuration();

    /// <summary>The SIP accounts with which a phone is registered now.</summary>
    ValueTask<RegisteredAccount[]> Registered();

    /// <summary>How each trunk is, in the order of the configuration.</summary>
    ValueTask<TrunkState[]> Trunks();

    /// <summary>See <see cref="Ports.IProjects.RingPhone"/>.</summary>
    ValueTask<PhoneTrial> RingPhone(string account);

    /// <summary>
    /// A telephone number typed in any form that the project reads (with 00, national, with spaces …) in E.164; null when it is none.
    /// </summary>
    ValueTask<string?> ReadNumber(string typed);
}

/// <summary>Whoever follows a board.</summary>
public interface IBoardObserver : IGrainObserver
{
    void OnBoard(BoardUpdate update);
}

/// <summary>How long a following lasts.</summary>
public static class BoardFollowing
{
    /// <summary>Whoever is not heard for so long is forgotten.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How often a follower says that he is still there; so soon he is back with a silo that was started anew, which does not know him.
    /// </summary>
    public static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(2);
}
