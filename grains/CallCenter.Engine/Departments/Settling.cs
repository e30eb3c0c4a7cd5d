using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Departments;

/// <summary>
/// The end of every turn, for the departments in which something changed:
/// 1. where nobody is left to serve, waiting calls flow out;
/// 2. the call that is first in order over all these departments is rung for, again and again, until nobody more can be rung;
/// 3. a call that entered a queue in this turn and has to wait gets the reasons written down, once.
/// So a freed employee goes to the best call of all his departments, and a burst of calls spreads over different employees.
/// </summary>
internal static class Settling
{
    public static void Run(TurnScope turn)
    {
        var touched = turn.State.Touched;
        while (touched.Count > 0)
        {
            if (FlowOutUnserved(turn)) continue;
            int best = IndexOfFirst(touched);
            if (best < 0) break;
            if (!Ringing.RingNext(turn, touched[best].Open.Min!)) touched.RemoveAt(best);
        }
        touched.Clear();
        ExplainWaits(turn);
    }

    private static void ExplainWaits(TurnScope turn)
    {
        foreach (var call in turn.Queued)
        {
            if (call.Queue is { } department && call.RingingLegs == 0 && turn.State.Calls.ContainsKey(call.Id))
                turn.Emit(new CallRouted(call.Id, turn.Choice.ExplainWait(department, turn)));
        }
        turn.Queued.Clear();
    }

    private static int IndexOfFirst(TouchedDepartments touched)
    {
        int best = -1;
        for (int i = touched.Count - 1; i >= 0; i--)
        {
            var department = touched[i];
            if (department.Free == 0 || department.Open.Count == 0) continue;
            if (best < 0 || WaitingOrder.Instance.Compare(department.Open.Min, touched[best].Open.Min) < 0) best = i;
        }
        return best;
    }

    /// <summary>Whether any call flowed out: it may have come to another department that nobody serves.</summary>
    private static bool FlowOutUnserved(TurnScope turn)
    {
        bool any = false;
        for (int i = 0; i < turn.State.Touched.Count; i++) any |= FlowOutIfUnserved(turn, turn.State.Touched[i]);
        return any;
    }

    private static bool FlowOutIfUnserved(TurnScope turn, Department department)
    {
        if (department.Open.Count == 0 || department.Ready > 0) return false;
        var exit = department.SignedIn == 0 ? QueueExit.NoOneSignedIn : QueueExit.AllNotReady;
        if (Queueing.DestinationOf(department.Configuration.FlowOut, exit) is null) return false;
        bool any = false;
        foreach (var call in department.Open.ToArray())
        {
            if (call.Queue != department || call.RingingLegs > 0) continue;
            Queueing.FlowOut(turn, call, exit);
            any = true;
        }
        return any;
    }
}
