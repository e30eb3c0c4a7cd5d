using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Chance;
using CallCenter.Load.Results.History;

namespace CallCenter.Load.Scenarios;

/// <summary>What happens in a load run: who calls when, who answers how, and what goes wrong. Read by <see cref="ScenarioFile"/>.</summary>
internal sealed record Scenario
{
    public const int MostEmployees = 5_000;
    public const int MostCalls = 10_000_000;
    public const double MostCallsPerSecond = 5_000;
    public static readonly TimeSpan LongestRun = TimeSpan.FromHours(24);

    public required string Name { get; init; }

    /// <summary>What it shows, in one line.</summary>
    public string About { get; init; } = "";

    /// <summary>How long calls arrive after the warm-up.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Calls of this time are made and checked, but not measured.</summary>
    public TimeSpan WarmUp { get; init; }

    /// <summary>How long calls may go on after the last arrival before they are ended.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(5);

    public ArrivalSettings Arrivals { get; init; } = new();

    public CallerSettings Callers { get; init; } = new();

    public EmployeeSettings Employees { get; init; } = new();

    public WireSettings Wire { get; init; } = new();

    /// <summary>What happens to everybody at once, in the order of the file.</summary>
    public IReadOnlyList<Incident> Incidents { get; init; } = [];

    /// <summary>No more calls arrive once the last incident is over, though the duration is not.</summary>
    public bool EndsWithIncidents { get; init; }

    /// <summary>Final SIP statuses that are no failure here: 503 where the server is driven over its limit.</summary>
    public IReadOnlyList<int> AllowedRefusals { get; init; } = [];

    /// <summary>Ends the run when so many of the calls of two seconds fail or get no reply; null: it goes on.</summary>
    public double? EndAtFailureShare { get; init; }

    /// <summary>Live calls beyond which the server's own document lets it refuse; only for a server that the run starts.</summary>
    public int MaxLiveCalls { get; init; } = 20_000;

    /// <summary>How far the times of a call and of its record may be apart: more where datagrams get lost and are repeated.</summary>
    public TimeSpan TimeTolerance { get; init; } = HistoryCheck.UsualTolerance;

    /// <summary>How many live boards are followed meanwhile.</summary>
    public int Boards { get; init; }

    /// <summary>Warm-up and duration.</summary>
    public TimeSpan Length => WarmUp + Duration;

    /// <summary>What is wrong with the values together; null when nothing is.</summary>
    public string? Problem()
    {
        if (Length > LongestRun)
        {
            return $"duration and warmUp are {Length} together; a run lasts at most 24h";
        }

        if (Arrivals.Problem() is { } problem)
        {
            return problem;
        }

        return Arrivals.ExpectedCalls(Length) > MostCalls
            ? $"these arrivals are about {Arrivals.ExpectedCalls(Length):F0} calls; a run makes at most {MostCalls}"
            : null;
    }
}

/// <summary>What callers do.</summary>
internal sealed record CallerSettings
{
    public Spread Patience { get; init; } = Spread.Always(TimeSpan.FromSeconds(60));

    public Spread Talk { get; init; } = Spread.Always(TimeSpan.FromMilliseconds(200));

    public double RedialShare { get; init; }

    public Spread RedialAfter { get; init; } = Spread.Even(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30));

    public double HangUpEarlyShare { get; init; }

    public Spread HangUpEarlyAfter { get; init; } = Spread.Even(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(2));

    public double TcpShare { get; init; }
}

/// <summary>How employees are reached.</summary>
internal enum PhoneKind { Fixed, Registered }

/// <summary>Who answers and how.</summary>
internal sealed record EmployeeSettings
{
    public int Count { get; init; } = 200;

    public PhoneKind Phones { get; init; } = PhoneKind.Fixed;

    public Strategy Strategy { get; init; } = Strategy.LongestIdle;

    public int RingSeconds { get; init; } = 20;

    public int WrapUpSeconds { get; init; }

    public Spread AnswerAfter { get; init; } = Spread.Always(TimeSpan.Zero);

    public double MissShare { get; init; }

    public double RejectShare { get; init; }

    public Spread RejectAfter { get; init; } = Spread.Even(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));

    public double HoldShare { get; init; }

    public Spread HoldAfter { get; init; } = Spread.Even(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

    public Spread HoldFor { get; init; } = Spread.Even(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

    public double TransferShare { get; init; }

    public Spread TransferAfter { get; init; } = Spread.Even(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3));

    public double LoseNetworkShare { get; init; }

    public Spread LoseNetworkAfter { get; init; } = Spread.Even(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));

    public Spread AwayFor { get; init; } = Spread.Even(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));

    public double TcpShare { get; init; }
}

/// <summary>What happens to datagrams of the generator's own sockets, both ways.</summary>
internal sealed record WireSettings
{
    public double LossShare { get; init; }

    public double DuplicateShare { get; init; }

    /// <summary>Late by up to a tenth of a second.</summary>
    public double ReorderShare { get; init; }
}
