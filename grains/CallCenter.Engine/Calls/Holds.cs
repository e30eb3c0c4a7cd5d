using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>Who holds whom during the conversation.</summary>
internal static class Holds
{
    public static CommandReply Handle(TurnScope turn, ReportHold command)
    {
        if (!turn.State.Calls.TryGetValue(command.Leg.Call, out var call))
            return new Refused(Refusal.NoSuchCall, $"Call {command.Leg.Call} is not live.");
        if (call.Talk?.Has(command.Leg.Number) != true)
            return new Refused(Refusal.NoSuchLeg, $"Leg {command.Leg} is not in a conversation.");
        bool held = call.LifeOf(command.Leg.Number)!.HeldSince is not null;
        if (held != command.Held) turn.Emit(new LegHeld(command.Leg, command.Held));
        return Accepted.Instance;
    }
}
