using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>What was said of the media of legs that goes through us. Decides nothing: a restart needs it.</summary>
internal static class Descriptions
{
    public static CommandReply Handle(TurnScope turn, ReportMedia command)
    {
        if (!turn.State.Calls.TryGetValue(command.Leg.Call, out var call))
            return new Refused(Refusal.NoSuchCall, $"Call {command.Leg.Call} is not live.");
        if (!call.IsAnchored) return new Refused(Refusal.Invalid, $"The media of call {call.Id} does not go through us.");
        if (call.LifeOf(command.Leg.Number) is not { IsLive: true })
            return new Refused(Refusal.NoSuchLeg, $"Leg {command.Leg} is not live.");
        turn.Emit(new LegDescribed(command.Leg, command.Media));
        return Accepted.Instance;
    }
}
