using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Departments;

/// <summary>Entering a department's queue, and leaving it without an answer.</summary>
internal static class Queueing
{
    /// <summary>A call that has been sent round more often than this is taken for a loop.</summary>
    private const int MostVisits = 100;

    public static void Enter(TurnScope turn, Call call, Department department)
    {
        int visit = (call.Visits?.Count ?? 0) + 1;
        if (visit > MostVisits)
        {
            Endings.ByRouting(turn, call, HangUpReason.LoopDetected);
            return;
        }
        bool full = department.Waiting >= department.Configuration.MaxLength;
        long? leaveAt = department.Configuration.MaxWaitSeconds is { } seconds ? turn.After(seconds) : null;
        if (!call.RingingShown) turn.Order(new ShowRinging(call.Id));
        turn.Emit(new CallQueued(call.Id, department.Id, visit, call.Arrived.Priority, leaveAt));
        if (full) FlowOut(turn, call, QueueExit.Full);
        else turn.Queued.Add(call);
    }

    public static void FlowOut(TurnScope turn, Call call, QueueExit exit)
    {
        var department = call.Queue!;
        var destination = DestinationOf(department.Configuration.FlowOut, exit);
        Leave(turn, call, exit);
        Ringing.Stop(turn, call, HangUpReason.RingTimeOver, LegEnd.Routing);
        if (destination is not null) Destinations.Enter(turn, call, Rules.Of(exit), destination);
        else if (exit == QueueExit.OfferRefused) Endings.ByRouting(turn, call, HangUpReason.OfferRefused, call.LastRefusal);
        else Endings.ByRouting(turn, call, exit == QueueExit.Full ? HangUpReason.Busy : HangUpReason.NoAnswer);
    }

    public static void Leave(TurnScope turn, Call call, QueueExit exit)
    {
        if (call.Visit is { } visit) turn.Emit(new QueueLeft(call.Id, visit.Department, visit.Number, exit, visit.EnteredAt));
    }

    public static Destination? DestinationOf(FlowOutConfiguration flowOut, QueueExit exit) => exit switch
    {
        QueueExit.Full => flowOut.Full,
        QueueExit.TimeOut => flowOut.TimeOut,
        QueueExit.NoOneSignedIn => flowOut.NoOneSignedIn,
        QueueExit.AllNotReady => flowOut.AllNotReady,
        _ => null,
    };
}
