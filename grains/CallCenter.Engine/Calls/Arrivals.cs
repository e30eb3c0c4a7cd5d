using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Numbering;
using CallCenter.Engine.Routing;
using CallCenter.Engine.Steps;

namespace CallCenter.Engine.Calls;

/// <summary>A call comes in: from a trunk here, from a phone of ours in <see cref="PhoneCalls"/>.</summary>
internal static class Arrivals
{
    public static CommandReply Handle(TurnScope turn, ReceiveCall command)
    {
        var state = turn.State;
        if (state.Version == 0) return new Refused(Refusal.NotConfigured, "No configuration was published yet.");
        if (state.Calls.Count >= state.Document.Limits.MaxLiveCalls && EmergencyCalls.Find(state, command) is null)
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
        var call = Arrive(turn, command.Call, out _);
        string answer = $"{command.SipStatus} {command.Reason}";
        turn.Emit(new CallRouted(call.Id, Destinations.Explain(turn, Rules.NotAccepted, answer)));
        Endings.Unheard(turn, call, command.SipStatus);
        return Accepted.Instance;
    }

    private static CallReceived FromTrunk(TurnScope turn, ReceiveCall command)
    {
        var call = Arrive(turn, command, out var number);
        if (number is null) RefuseUnknown(turn, call);
        else if (number.RecordingNotice && Notice.IsDue(turn.State, call, number)) CallSteps.Begin(turn, call, StepKind.Notice);
        else Forward(turn, call);
        return new CallReceived(call.Id);
    }

    private static Call Arrive(TurnScope turn, ReceiveCall command, out NumberConfiguration? number)
    {
        var state = turn.State;
        string dialled = Subscriber.Digits(command.Dialled);
        number = FindNumber(state, command.Dialled, dialled);
        bool known = false;
        string client = command.IsWithheld ? ""
            : CallerNumbers.Key(command.CallerNumber, state.Document.DefaultCountry, out known);
        var id = new CallId(state.LastCall + 1);
        turn.Emit(new CallArrived(
            id, CallDirection.Incoming, command.Line, client, state.Clients.Find(client)?.Name ?? NameOf(command, client), dialled,
            known ? state.Directory.OwnerOfNumber(client) : null, number?.Id, number?.Priority ?? 0, command.Facts,
            client.Length == 0 && (command.IsWithheld || CallerNumbers.IsWithheld(command.CallerNumber)), ExpiresAt(turn, command),
            MediaRules.Of(state, command, CallDirection.Incoming, number, null)));
        return state.Calls[id];
    }

    public static long? ExpiresAt(TurnScope turn, ReceiveCall command) =>
        command.ExpiresSeconds is { } seconds ? turn.After(seconds) : null;

    /// <summary>To where the number leads that was called.</summary>
    public static void Forward(TurnScope turn, Call call)
    {
        if (turn.State.Directory.NumberById(call.Arrived.DialledNumber) is not { } number)
        {
            RefuseUnknown(turn, call);
            return;
        }
        Exclusion[] excluded = [];
        if (number.SmartForwarding && SmartForwarding.TryRing(turn, call, out excluded)) return;
        Destinations.Enter(turn, call, Rules.Number, number.LeadsTo, [], excluded);
    }

    public static void RefuseUnknown(TurnScope turn, Call call)
    {
        turn.Emit(new CallRouted(call.Id, Destinations.Explain(turn, Rules.NoSuchNumber, null)));
        Endings.ByRouting(turn, call, HangUpReason.NoSuchNumber);
    }

    /// <summary>The name he gives himself; of one without a number also the word in its place, where it names somebody.</summary>
    private static string? NameOf(ReceiveCall command, string client)
    {
        if (command.IsWithheld) return null;
        if (client.Length > 0) return CallerNumbers.IsWithheld(command.CallerName) ? null : command.CallerName;
        string name = command.CallerName ?? Subscriber.Digits(command.CallerNumber);
        return CallerNumbers.IsWithheld(name) || CallerNumbers.IsWithheld(command.CallerNumber) ? null : name;
    }

    private static NumberConfiguration? FindNumber(ProjectState state, string signalled, string dialled)
    {
        bool isNumber = PhoneNumbers.TryNormalise(signalled, state.Document.DefaultCountry, out string e164);
        if (isNumber && state.Directory.Number(e164) is { } found) return found;
        // Carriers signal what they were given: a number that is foreign here may come without its plus.
        return state.Directory.Number(dialled) ?? state.Directory.Number("+" + dialled);
    }
}
