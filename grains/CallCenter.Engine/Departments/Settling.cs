using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Calls;

namespace CallCenter.Engine.Departments;

/// <summary>
/// The end of every turn, for the departments in which something changed:
/// 1. where nobody is left to serve, waiting calls flow out, and so does a call whose offer the phones of all who are ready refuse;
/// 2. the call that is first in order over all these departments is rung for, again and again, until nobody more can be rung; one that
/// can be rung nowhere just now only because phones refused its offer keeps its place and lets those behind it pass;
/// 3. a call that entered a queue in this turn and has to wait gets the reasons written down, once; whoever has to wait hears something.
/// So a freed employee goes to the best call of all his departments, and a burst of calls spreads over different employees.
/// </summary>
internal static class Settling
{
    public static void Run(TurnScope turn)
    {
        var touched = turn.State.Touched;
        while (touched.Count > 0)
        {
            if (FlowOutUnserved(turn))
            {
                turn.PassedOver.Clear();
                continue;
            }
            if (FindFirst(turn, out int best) is not { } first) break;
            if (Ringing.RingNext(turn, first)) continue;
            if (first.HasRefusals) turn.PassedOver.Add(first);
            else touched.RemoveAt(best);
        }
        touched.Clear();
        turn.PassedOver.Clear();
        ExplainWaits(turn);
        WaitOn(turn);
    }

    private static void ExplainWaits(TurnScope turn)
    {
        foreach (var call in turn.Queued)
        {
            if (call.Queue is { } department && call.RingingLegs == 0 && turn.State.Calls.ContainsKey(call.Id))
            {
                turn.Emit(new CallRouted(call.Id, turn.Choice.ExplainWait(call, department, turn)));
                Waits.Begin(turn, call);
            }
        }
        turn.Queued.Clear();
    }

    /// <summary>Whoever was rung did not take them, and nobody else can be rung.</summary>
    private static void WaitOn(TurnScope turn)
    {
        foreach (var call in turn.Returned)
        {
            if (call.RingingLegs == 0 && turn.State.Calls.ContainsKey(call.Id)) Waits.Begin(turn, call);
        }
        turn.Returned.Clear();
    }

    private static Call? FindFirst(TurnScope turn, out int best)
    {
        var touched = turn.State.Touched;
        best = -1;
        Call? first = null;
        for (int i = touched.Count - 1; i >= 0; i--)
        {
            if (touched[i].Free == 0 || FirstOf(touched[i], turn.PassedOver) is not { } call) continue;
            if (first is null || WaitingOrder.Instance.Compare(call, first) < 0) (first, best) = (call, i);
        }
        return first;
    }

    private static Call? FirstOf(Department department, HashSet<Call> passedOver)
    {
        if (department.Refused == 0 || passedOver.Count == 0) return department.Open.Min;
        foreach (var call in department.Open)
        {
            if (!passedOver.Contains(call)) return call;
        }
        return null;
    }

    /// <summary>Whether any call flowed out: it may have come to another department that nobody serves.</summary>
    private static bool FlowOutUnserved(TurnScope turn)
    {
        bool any = false;
        for (int i = 0; i < turn.State.Touched.Count; i++)
        {
            var department = turn.State.Touched[i];
            any |= FlowOutIfUnserved(turn, department);
            if (department is { Refused: > 0, Ready: > 0 }) any |= FlowOutRefused(turn, department);
        }
        return any;
    }

    /// <summary>Who is ready and has no phone in reach says nothing about the offer.</summary>
    private static bool FlowOutRefused(TurnScope turn, Department department)
    {
        bool any = false;
        foreach (var call in department.Open.ToArray())
        {
            if (!call.HasRefusals || call.Queue != department || call.RingingLegs > 0 || !IsRefusedByAll(call, department)) continue;
            Queueing.FlowOut(turn, call, QueueExit.OfferRefused);
            any = true;
        }
        return any;
    }

    private static bool IsRefusedByAll(Call call, Department department)
    {
        bool any = false;
        foreach (var member in department.Members)
        {
            if (member.State.Availability != Availability.Ready || !member.HasPhone) continue;
            if (!member.RefusesAll(call)) return false;
            any = true;
        }
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
