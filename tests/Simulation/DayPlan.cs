namespace CallCenter.Simulation.Tests;

/// <summary>What kind of day it is. Times are milliseconds.</summary>
internal sealed record DayPlan(string Name, int Seed)
{
    /// <summary>Monday, 15 June 2026, 00:00 UTC.</summary>
    private const long Monday = 1_781_481_600_000;

    public int Employees { get; init; }
    public int Departments { get; init; }
    public long BeginsAt { get; init; } = Monday;
    public long LengthMs { get; init; }
    /// <summary>Mean time between two calls of clients.</summary>
    public long CallEveryMs { get; init; }
    public long PatienceMs { get; init; }
    public long TalkMs { get; init; }
    /// <summary>Mean time between two changes of what one employee does by himself (availability, dialling).</summary>
    public long StaffEveryMs { get; init; }
    public long PublishEveryMs { get; init; }
    /// <summary>Share of messages that get lost, come twice, come late.</summary>
    public double LostPercent { get; init; }
    public double TwicePercent { get; init; }
    public double LatePercent { get; init; }
    /// <summary>How late the silo's timers may be.</summary>
    public long TimerLateMs { get; init; }
    /// <summary>One turn in so many is the last before the process dies; one in so many is not even in the journal. 0: never.</summary>
    public int DiesOneIn { get; init; }
    public int TornOneIn { get; init; }
    /// <summary>One command in so many is nonsense.</summary>
    public int NonsenseOneIn { get; init; }
    /// <summary>After how many turns everything is looked at, not only what the turn touched; and states and figures compared.</summary>
    public int LookEvery { get; init; } = 1;
    public int CompareEvery { get; init; } = 60;
    /// <summary>A day that takes more turns than this never comes to rest.</summary>
    public int MostTurns { get; init; }

    /// <summary>Nothing goes wrong, and everybody is where he belongs.</summary>
    public bool IsCalm { get; init; }

    public override string ToString() => $"{Name}-{Seed}";

    /// <summary>A quarter of an hour with a few people, in which everything goes wrong that can.</summary>
    public static DayPlan Small(int seed)
    {
        var chance = new Chance(seed ^ 0x5eed);
        return new DayPlan("small", seed)
        {
            Employees = 2 + chance.Below(7),
            Departments = 1 + chance.Below(3),
            BeginsAt = Monday + chance.Ms(0, 86_400_000),
            LengthMs = chance.Ms(6, 20) * 60_000,
            CallEveryMs = chance.Ms(5_000, 25_000),
            PatienceMs = chance.Ms(10_000, 90_000),
            TalkMs = chance.Ms(5_000, 90_000),
            StaffEveryMs = chance.Ms(20_000, 300_000),
            PublishEveryMs = chance.OneIn(3) ? 0 : chance.Ms(40_000, 600_000),
            LostPercent = chance.Of(0.0, 1, 5, 15),
            TwicePercent = chance.Of(0.0, 1, 5, 15),
            LatePercent = chance.Of(0.0, 5, 20),
            TimerLateMs = chance.Of(0L, 0, 20, 3_000),
            DiesOneIn = chance.Of(0, 150, 40),
            TornOneIn = chance.Of(0, 300, 80),
            NonsenseOneIn = chance.Of(0, 60, 15),
            MostTurns = 50_000,
            CompareEvery = chance.Of(60, 60, 60, 7),
        };
    }

    /// <summary>Hours with hundreds of people and thousands of calls.</summary>
    public static DayPlan Large(int seed)
    {
        var chance = new Chance(seed ^ 0x1a29e);
        return Small(seed) with
        {
            Name = "large",
            Employees = 100 + chance.Below(100),
            Departments = 4 + chance.Below(8),
            LengthMs = chance.Ms(2, 4) * 3_600_000,
            CallEveryMs = 5_000,
            PatienceMs = 60_000,
            TalkMs = 120_000,
            StaffEveryMs = 900_000,
            PublishEveryMs = 1_200_000,
            DiesOneIn = 2_000,
            TornOneIn = 2_000,
            LookEvery = 50,
            CompareEvery = 2_000,
            MostTurns = 1_000_000,
        };
    }

    /// <summary>A whole day of a large call center without accidents: what is replayed for speed.</summary>
    public static DayPlan Calm(int seed, int calls) => new("calm", seed)
    {
        IsCalm = true,
        Employees = 1 + (calls / 900),
        Departments = 1 + (calls / 60_000),
        LengthMs = 23L * 3_600_000,
        CallEveryMs = Math.Max(1, 23L * 3_600_000 / Math.Max(1, calls)),
        PatienceMs = 90_000,
        TalkMs = 45_000,
        StaffEveryMs = 3_600_000,
    };
}
