using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Numbering;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling.Entrance;

/// <summary>What a project is known by to those who come from outside: trunks, numbers, realm and accounts. Never changes.</summary>
internal sealed class ProjectEntrance(ProjectSignaling project, ProjectConfiguration configuration)
{
    private readonly HashSet<string> _numbers = [.. configuration.Numbers.Select(number => number.Number)];

    public ProjectSignaling Project => project;

    public string Realm => configuration.Realm;

    public IReadOnlyList<TrunkConfiguration> Trunks => configuration.Trunks;

    /// <summary>The user names that can prove themselves here.</summary>
    public IEnumerable<string> Users =>
    [
        .. configuration.SipAccounts.Select(account => account.Username),
        .. configuration.Trunks.Where(trunk => trunk.AuthenticateIncoming).Select(trunk => trunk.Username).OfType<string>(),
    ];

    /// <summary>Whether the number that this trunk's request calls is the project's.</summary>
    public bool IsCalled(SipMessage request, TrunkConfiguration trunk)
    {
        var called = trunk.CalledNumberIn == CalledNumberPlace.To ? request.To.Subscriber : request.Subscriber;
        return _numbers.Contains(called)
            || (PhoneNumbers.TryNormalise(called, configuration.DefaultCountry, out var number) && _numbers.Contains(number));
    }
}
