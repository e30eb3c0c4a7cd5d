using System.Net;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Load.Server;

/// <summary>A server of the generator's own: one number, one department in which everybody answers, one trunk.</summary>
internal sealed record ServerPlan
{
    /// <summary>Path of <c>CallCenter.Web.dll</c>.</summary>
    public required string WebProgram { get; init; }

    /// <summary>
    /// Where the simulated trunk calls from and is called at. At an address of its own its calls are known by the address, so that they
    /// may come over TCP from any port; at the phones' address by the port as well.
    /// </summary>
    public required IPEndPoint Trunk { get; init; }

    /// <summary>Where the phones with a fixed contact are: <c>sip:e7@HOST:PORT</c>.</summary>
    public required IPEndPoint Phones { get; init; }

    /// <summary>They are called <c>e1</c>, <c>e2</c> … with the extensions 1001, 1002 …</summary>
    public int Employees { get; init; } = 200;

    /// <summary>So many of them, the first ones, have an account (user name = id) with a password and register; the others a fixed
    /// contact.</summary>
    public int Registering { get; init; }

    public Strategy Strategy { get; init; } = Strategy.LongestIdle;

    public int RingSeconds { get; init; } = 20;

    public int WrapUpSeconds { get; init; }

    /// <summary>Null: calls wait without end.</summary>
    public int? MaxWaitSeconds { get; init; } = 300;

    /// <summary>How many calls may wait.</summary>
    public int MaxWaiting { get; init; } = 10_000;

    /// <summary>Beyond so many live calls the server refuses with 503.</summary>
    public int MaxLiveCalls { get; init; } = 20_000;
}
