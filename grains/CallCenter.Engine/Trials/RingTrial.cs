using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Departments;

namespace CallCenter.Engine.Trials;

/// <summary>
/// Whom a call would ring that entered a department now. The choice itself is asked, with a call that nobody else knows; it leaves no event
/// and no trace in the state.
/// </summary>
internal static class RingTrial
{
    private static readonly SipLegFacts Facts = new("trial", "", "", "", "", 1, 1, [], "", "", null, null);

    public static Decision Of(Department department, TurnScope turn)
    {
        var call = new Call(
            new CallArrived(default, CallDirection.Incoming, new CallLine(null, null), "", null, "", null, null, 0, Facts), turn.Now);
        call.On(new CallQueued(default, department.Id, 1, 0, null), department, turn.Now);
        return turn.Choice.Decide(call, department, turn) ?? turn.Choice.ExplainWait(call, department, turn);
    }
}
