using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Simulation.Tests.Books;

/// <summary>One live call as its events tell it.</summary>
internal sealed class CallBook(CallArrived arrived, long at)
{
    public CallId Id => arrived.Call;
    public CallDirection Direction => arrived.Direction;
    public bool IsClient => Direction != CallDirection.Internal;
    public long ArrivedAt => at;
    /// <summary>Who dialled it on a phone of ours.</summary>
    public EmployeeId? DialledBy => arrived.Line.Account is null ? null : arrived.CallerEmployee;
    public EmployeeId? CallerEmployee => arrived.CallerEmployee;
    public List<LegBook> Legs { get; } = [];
    public List<VisitBook> Visits { get; } = [];
    /// <summary>Live legs of supervisors.</summary>
    public List<SupervisionBook> Supervisions { get; } = [];
    public int LastLeg { get; set; }
    /// <summary>How often a phone sent it on.</summary>
    public int Redirects { get; set; }
    /// <summary>Until when the caller's invitation holds; nothing holds him to it once he talks.</summary>
    public long? ExpiresAt => !IsAnswered ? arrived.ExpiresAt : null;
    /// <summary>The phones that refused what the caller offers.</summary>
    public HashSet<string> Refusing { get; } = [];
    /// <summary>The conversations, the open one last.</summary>
    public List<TalkBook> Talks { get; } = [];
    /// <summary>What the caller went through with the call center alone, the open one last.</summary>
    public List<StepBook> Steps { get; } = [];
    public bool IsAnswered { get; set; }
    public bool HearsMusic { get; set; }
    public bool IsCallerGone { get; set; }
    public bool WantsHelp { get; set; }
    public string? DialledNumber => arrived.DialledNumber;
    public bool IsAnchored => arrived.Media == MediaMode.Anchored;
    /// <summary>The leg that talks with the caller.</summary>
    public LegBook? Talking { get; set; }
    public EmployeeId? Taker { get; set; }
    public long? TakenAt { get; set; }
    public bool CallerHolds { get; set; }
    public bool OtherHolds { get; set; }
    public long? HeldSince { get; set; }
    public long HoldMs { get; set; }

    public StepBook? Step => Steps is [.., { EndedAt: null } open] ? open : null;
    public VisitBook? Visit => Visits is [.., { LeftAt: null } open] ? open : null;
    public bool IsHeld => CallerHolds || OtherHolds;
    public bool Rings => Talking is null && Legs.Count > 0;

    public LegBook? Find(int leg)
    {
        foreach (var known in Legs)
        {
            if (known.Started.Leg.Number == leg) return known;
        }
        return null;
    }
}

/// <summary>One live leg that was rung.</summary>
internal sealed class LegBook(LegStarted started)
{
    public LegStarted Started => started;
    public bool Rang { get; set; }
    public bool Answered { get; set; }
}

/// <summary>Two legs that talk with each other, or did.</summary>
internal sealed class TalkBook(ConversationBegan began, long at)
{
    public ConversationBegan Began => began;
    public long BeganAt => at;
    public long? EndedAt { get; set; }
    public EndedBy By { get; set; }
    public long HoldMs { get; set; }
    public bool IsPaused { get; set; }
}

/// <summary>One stay in a queue.</summary>
internal sealed class VisitBook(CallQueued queued, bool isClient, long at)
{
    public DepartmentId Department => queued.Department;
    public int Number => queued.Visit;
    public long? LeaveAt => queued.LeaveAt;
    public bool IsClient => isClient;
    public long EnteredAt => at;
    public long? AnnounceAt { get; set; }
    public long? LeftAt { get; set; }
    public QueueExit Exit { get; set; }
    /// <summary>The limits of the department when it was left.</summary>
    public long WithinMs { get; set; }
    public long ShortMs { get; set; }
}

/// <summary>A caller with the call center alone, or who was.</summary>
internal sealed class StepBook(StepBegan began, long at)
{
    public StepBegan Began => began;
    public long BeganAt => at;
    public int Attempt { get; set; } = 1;
    public long? SpokenAt { get; set; }
    public string Keys { get; set; } = "";
    public long Until { get; set; } = began.Until;
    public long? EndedAt { get; set; }
    public StepEnd End { get; set; }
}

/// <summary>The live leg of somebody who listens, or whose phone rings for that.</summary>
internal sealed class SupervisionBook(LegStarted started)
{
    public LegStarted Started => started;
    public bool Answered { get; set; }
    public SupervisionMode Mode { get; set; }
}
