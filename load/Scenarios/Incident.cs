using CallCenter.Load.Chance;

namespace CallCenter.Load.Scenarios;

/// <summary>What can happen to everybody at once.</summary>
internal enum IncidentKind
{
    /// <summary>Every caller who talks hangs up in the same moment.</summary>
    HangUpAll,

    /// <summary>Every employee is signed out through the API, and made ready again afterwards.</summary>
    SignOutAll,

    /// <summary>Every phone registers in the same moment, as after a power cut.</summary>
    RegisterAll,

    /// <summary>Every phone loses its network for a time.</summary>
    LoseNetworkAll,

    /// <summary>A stranger at one address sends requests, beside the normal calls.</summary>
    Flood,

    /// <summary>PostgreSQL stands still.</summary>
    DatabaseOutage,

    /// <summary>The server is killed (kill -9) and started again afterwards.</summary>
    ServerKill,
}

/// <summary>What a flood is made of.</summary>
internal enum FloodMethod { Invite, Register, Options }

/// <summary>Something that happens at a time of the run.</summary>
/// <param name="At">Counted from the first possible call, the warm-up included.</param>
/// <param name="For">How long it lasts, where it lasts.</param>
/// <param name="Rate">Requests per second of a flood.</param>
internal sealed record Incident(IncidentKind What, TimeSpan At, TimeSpan For, double Rate)
{
    public const int MostTimes = 100_000;

    public FloodMethod Method { get; init; }

    /// <summary>How often it happens, while calls arrive.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How long after its end it happens the next time.</summary>
    public Spread Pause { get; init; }
}
