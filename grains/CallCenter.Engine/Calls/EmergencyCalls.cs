using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Numbering;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Calls;

/// <summary>
/// Emergency and other short numbers that a phone of ours dials. They go out before anything else is looked at: extensions, allowed
/// destinations, limits, how many calls are live or on the trunk, and whose phone it is.
/// </summary>
internal static class EmergencyCalls
{
    /// <summary>The number of the list that was dialled; null for any other call.</summary>
    public static EmergencyNumber? Find(ProjectState state, ReceiveCall command) =>
        command.Line.Account is null || state.Document.EmergencyNumbers.Count == 0 ? null
            : state.Directory.Emergency(Subscriber.Digits(command.Dialled));

    public static void Dial(TurnScope turn, Call call, EmergencyNumber emergency, Employee? caller)
    {
        var identity = OutgoingIdentity.OfEmergency(turn.State, emergency, caller);
        PhoneCalls.Dial(turn, call, identity, emergency.Dialled, caller);
    }
}
