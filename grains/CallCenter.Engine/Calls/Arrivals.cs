using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Numbering;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Calls;

/// <summary>A call comes in: from a trunk here, from a phone of ours in <see cref="PhoneCalls"/>.</summary>
internal static class Arrivals
{
    public static CommandReply Handle(TurnScope turn, ReceiveCall command)
    {
        var state = turn.State;
        if (state.Version == 0) return new Refused(Refusal.NotConfigured, "No configuration was published yet.");
        if (state.Calls.Count >= state.Document.Limits.MaxLiveCalls)
            return new Refused(Refusal.TooManyCalls, $"{state.Calls.Count} calls are live, the project's limit.");
        if (command.Line.Account is not null) return PhoneCalls.Handle(turn, command);
        if (state.Trunks.Find(command.Line.Trunk) is not { } trunk)
            return new Refused(Refusal.Invalid, $"There is no trunk {command.Line.Trunk}.");
        return state.Trunks.HasRoomOn(trunk)
            ? FromTrunk(turn, command)
            : new Refused(Refusal.TooManyCalls, $"Trunk {trunk.Id} carries its {trunk.MaxCalls} calls.");
    }

    /// <summary>It was answered before anybody asked us, so no limit holds here, and nobody is told.</summary>
    public static CommandReply Handle(TurnScope turn, NoteRefusedCall command)
    {
        var state = turn.State;
        if (state.Version == 0) return new Refused(Refusal.NotConfigured, "No configuration was published yet.");
        if (state.Trunks.Find(command.Call.Line.Trunk) is null)
            return new Refused(Refusal.Invalid, $"There is no trunk {command.Call.Line.Trunk}.");
        var call = Arrive(turn, command.Call, FindNumber(state, command.Call.Dialled));
        string answer = $"{command.SipStatus} {command.Reason}";
        turn.Emit(new CallRouted(call.Id, Destinations.Explain(turn, Rules.NotAccepted, answer)));
        Endings.Unheard(turn, call, command.SipStatus);
        return Accepted.Instance;
    }

    private static CallReceived FromTrunk(TurnScope turn, ReceiveCall command)
    {
        var number = FindNumber(turn.State, command.Dialled);
        var call = Arrive(turn, command, number);
        if (number is null) RefuseUnknown(turn, call);
        else Forward(turn, call, number);
        return new CallReceived(call.Id);
    }

    private static Call Arrive(TurnScope turn, ReceiveCall command, NumberConfiguration? number)
    {
        var state = turn.State;
        bool known = PhoneNumbers.TryNormalise(command.CallerNumber, state.Document.DefaultCountry, out string client);
        if (!known) client = command.CallerNumber;
        var id = new CallId(state.LastCall + 1);
        turn.Emit(new CallArrived(
            id, CallDirection.Incoming, command.Line, client, state.Clients.Find(client)?.Name ?? command.CallerName, command.Dialled,
            known ? state.Directory.OwnerOfNumber(client) : null, number?.Id, number?.Priority ?? 0, command.Facts));
        return state.Calls[id];
    }

    private static void Forward(TurnScope turn, Call call, NumberConfiguration number)
    {
        Exclusion[] excluded = [];
        if (number.SmartForwarding && SmartForwarding.TryRing(turn, call, out excluded)) return;
        Destinations.Enter(turn, call, Rules.Number, number.LeadsTo, [], excluded);
    }

    public static void RefuseUnknown(TurnScope turn, Call call)
    {
        turn.Emit(new CallRouted(call.Id, Destinations.Explain(turn, Rules.NoSuchNumber, null)));
        Endings.ByRouting(turn, call, HangUpReason.NoSuchNumber);
    }

    private static NumberConfiguration? FindNumber(ProjectState state, string dialled)
    {
        if (PhoneNumbers.TryNormalise(dialled, state.Document.DefaultCountry, out string e164) && state.Directory.Number(e164) is { } found)
            return found;
        // Carriers signal what they were given: a number that is foreign here may come without its plus.
        return state.Directory.Number(dialled) ?? state.Directory.Number("+" + dialled);
    }
}
