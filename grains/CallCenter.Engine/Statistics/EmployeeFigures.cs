using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Statistics;

/// <summary>
/// An employee's calls and times in one interval or day. Times lie where they passed (a tile over two intervals is split between them)
/// and cover the time signed in: idle + not ready + ringing + talk + hold + wrap-up + internal.
/// </summary>
public sealed class EmployeeFigures : IFigures<EmployeeFigures>
{
    /// <summary>Incoming client calls he took: calls, one in which he talked twice is one.</summary>
    public int Taken { get; set; }
    /// <summary>Conversations with clients, in calls that came or were made: a call may have several.</summary>
    public int Talks { get; set; }
    /// <summary>Client calls he made.</summary>
    public int Outgoing { get; set; }
    public int OutgoingAnswered { get; set; }
    /// <summary>Made calls, each with a conversation strictly longer than 30.0 s.</summary>
    public int LongOutgoingTalks { get; set; }
    /// <summary>Missed client calls that he is responsible for.</summary>
    public int Missed { get; set; }
    /// <summary>Rings for the whole ring time that he did not answer (RONA); apart from the company's missed calls.</summary>
    public int Rona { get; set; }
    public int Rejected { get; set; }
    public int Unreachable { get; set; }
    /// <summary>From ring to answer of the legs he took on client calls: sum and number.</summary>
    public long AnswerSpeedMs { get; set; }
    public int AnswerSpeedCount { get; set; }
    /// <summary>On client calls, hold apart.</summary>
    public long TalkMs { get; set; }
    public long HoldMs { get; set; }
    public long WrapUpMs { get; set; }
    public long RingingMs { get; set; }
    /// <summary>Talking on internal calls; in no client figure, neither contact nor idle.</summary>
    public long InternalMs { get; set; }
    /// <summary>Ready and with nothing to do.</summary>
    public long IdleMs { get; set; }
    /// <summary>Not ready and with nothing to do.</summary>
    public long NotReadyMs { get; set; }
    /// <summary>Ready, whatever he did.</summary>
    public long ReadyMs { get; set; }
    public long SignedInMs { get; set; }

    /// <summary>Client calls he took or made: calls, not conversations.</summary>
    public int Calls() => Taken + Outgoing;
    public long ContactMs() => TalkMs + HoldMs + WrapUpMs;
    /// <summary>Contact time ÷ (contact time + idle), 0–100; ringing is neither. Null when both are empty.</summary>
    public double? Occupancy() => Ratio.Percent(ContactMs(), ContactMs() + IdleMs);
    /// <summary>Mean time from ring to answer; null when he took none.</summary>
    public long? SpeedOfAnswerMs() => AnswerSpeedCount == 0 ? null : AnswerSpeedMs / AnswerSpeedCount;

    internal void CountMiss(RingMiss miss)
    {
        switch (miss)
        {
            case RingMiss.NoAnswer: Rona++; break;
            case RingMiss.Rejected: Rejected++; break;
            case RingMiss.Unreachable: Unreachable++; break;
            default: throw new ArgumentOutOfRangeException(nameof(miss), miss, null);
        }
    }

    internal void AddTime(EmployeeState state, bool clientCall, bool onHold, long ms)
    {
        if (state.Availability != Availability.SignedOut) SignedInMs += ms;
        if (state.Availability == Availability.Ready) ReadyMs += ms;
        switch (state.Activity)
        {
            case Activity.Idle when state.Availability == Availability.Ready: IdleMs += ms; break;
            case Activity.Idle when state.Availability == Availability.NotReady: NotReadyMs += ms; break;
            case Activity.Ringing: RingingMs += ms; break;
            case Activity.Talking when !clientCall: InternalMs += ms; break;
            case Activity.Talking when onHold: HoldMs += ms; break;
            case Activity.Talking: TalkMs += ms; break;
            case Activity.WrapUp: WrapUpMs += ms; break;
        }
    }

    public void Add(EmployeeFigures other)
    {
        Taken += other.Taken;
        Talks += other.Talks;
        Outgoing += other.Outgoing;
        OutgoingAnswered += other.OutgoingAnswered;
        LongOutgoingTalks += other.LongOutgoingTalks;
        Missed += other.Missed;
        Rona += other.Rona;
        Rejected += other.Rejected;
        Unreachable += other.Unreachable;
        AnswerSpeedMs += other.AnswerSpeedMs;
        AnswerSpeedCount += other.AnswerSpeedCount;
        TalkMs += other.TalkMs;
        HoldMs += other.HoldMs;
        WrapUpMs += other.WrapUpMs;
        RingingMs += other.RingingMs;
        InternalMs += other.InternalMs;
        IdleMs += other.IdleMs;
        NotReadyMs += other.NotReadyMs;
        ReadyMs += other.ReadyMs;
        SignedInMs += other.SignedInMs;
    }
}
