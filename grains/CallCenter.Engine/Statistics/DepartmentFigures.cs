using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Statistics;

/// <summary>
/// A department's client calls in one interval or day. Every visit to the queue is one offer and ends in exactly one of answered,
/// abandoned and the flow-outs, so by entry: offered = answered + abandoned + flowed out + still waiting. These count visits, missed
/// counts calls, handled and the times of it count conversations.
/// </summary>
public sealed class DepartmentFigures : IFigures<DepartmentFigures>
{
    public int Offered { get; set; }
    public int Answered { get; set; }
    /// <summary>Answered with wait ≤ X, where X was the department's when it was answered.</summary>
    public int AnsweredWithin { get; set; }
    public int Abandoned { get; set; }
    public int AbandonedWithin { get; set; }
    /// <summary>Part of <see cref="Abandoned"/>: those within the department's short limit.</summary>
    public int ShortAbandoned { get; set; }
    public int TimedOut { get; set; }
    public int Full { get; set; }
    public int NoOneSignedIn { get; set; }
    public int AllNotReady { get; set; }
    public int Interrupted { get; set; }
    public int Failed { get; set; }
    public int OfferRefused { get; set; }
    /// <summary>Client calls that reached this department first and ended without a conversation.</summary>
    public int Missed { get; set; }
    public long AnsweredWaitMs { get; set; }
    public long LongestAnsweredWaitMs { get; set; }
    public long AbandonedWaitMs { get; set; }
    public long LongestAbandonedWaitMs { get; set; }
    public long FlowedOutWaitMs { get; set; }
    /// <summary>Conversations that ended: what the parts of the handle time are divided by.</summary>
    public int Handled { get; set; }
    public long TalkMs { get; set; }
    public long HoldMs { get; set; }
    public long WrapUpMs { get; set; }

    public int FlowedOut() => TimedOut + Full + NoOneSignedIn + AllNotReady + Interrupted + Failed + OfferRefused;
    /// <summary>By entry only: those offered that have not left yet.</summary>
    public int StillWaiting() => Offered - Answered - Abandoned - FlowedOut();
    /// <summary>Mean wait of the answered (ASA); null when none was.</summary>
    public long? AverageSpeedOfAnswerMs() => Answered == 0 ? null : AnsweredWaitMs / Answered;
    /// <summary>Abandoned ÷ offered, 0–100; null when none was offered.</summary>
    public double? AbandonRate() => Ratio.Percent(Abandoned, Offered);
    /// <summary>Talk + hold + wrap-up of a handled call (AHT); null when none was handled.</summary>
    public long? AverageHandleMs() => Handled == 0 ? null : (TalkMs + HoldMs + WrapUpMs) / Handled;

    internal void CountExit(QueueExit exit, long waitMs, long withinMs, long shortMs)
    {
        switch (exit)
        {
            case QueueExit.Answered: CountAnswer(waitMs, withinMs); return;
            case QueueExit.Abandoned: CountAbandon(waitMs, withinMs, shortMs); return;
            case QueueExit.TimeOut: TimedOut++; break;
            case QueueExit.Full: Full++; break;
            case QueueExit.NoOneSignedIn: NoOneSignedIn++; break;
            case QueueExit.AllNotReady: AllNotReady++; break;
            case QueueExit.Interrupted: Interrupted++; break;
            case QueueExit.Failed: Failed++; break;
            case QueueExit.OfferRefused: OfferRefused++; break;
            default: throw new ArgumentOutOfRangeException(nameof(exit), exit, null);
        }

        FlowedOutWaitMs += waitMs;
    }

    private void CountAnswer(long waitMs, long withinMs)
    {
        Answered++;
        if (waitMs <= withinMs) AnsweredWithin++;
        AnsweredWaitMs += waitMs;
        LongestAnsweredWaitMs = Math.Max(LongestAnsweredWaitMs, waitMs);
    }

    private void CountAbandon(long waitMs, long withinMs, long shortMs)
    {
        Abandoned++;
        if (waitMs <= withinMs) AbandonedWithin++;
        // A limit of 0 knows no short abandons at all.
        if (shortMs > 0 && waitMs <= shortMs) ShortAbandoned++;
        AbandonedWaitMs += waitMs;
        LongestAbandonedWaitMs = Math.Max(LongestAbandonedWaitMs, waitMs);
    }

    public void Add(DepartmentFigures other)
    {
        Offered += other.Offered;
        Answered += other.Answered;
        AnsweredWithin += other.AnsweredWithin;
        Abandoned += other.Abandoned;
        AbandonedWithin += other.AbandonedWithin;
        ShortAbandoned += other.ShortAbandoned;
        TimedOut += other.TimedOut;
        Full += other.Full;
        NoOneSignedIn += other.NoOneSignedIn;
        AllNotReady += other.AllNotReady;
        Interrupted += other.Interrupted;
        Failed += other.Failed;
        OfferRefused += other.OfferRefused;
        Missed += other.Missed;
        AnsweredWaitMs += other.AnsweredWaitMs;
        LongestAnsweredWaitMs = Math.Max(LongestAnsweredWaitMs, other.LongestAnsweredWaitMs);
        AbandonedWaitMs += other.AbandonedWaitMs;
        LongestAbandonedWaitMs = Math.Max(LongestAbandonedWaitMs, other.LongestAbandonedWaitMs);
        FlowedOutWaitMs += other.FlowedOutWaitMs;
        Handled += other.Handled;
        TalkMs += other.TalkMs;
        HoldMs += other.HoldMs;
        WrapUpMs += other.WrapUpMs;
    }
}
