using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Numbering;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Calls;

/// <summary>
/// Calls from phones of ours: an emergency number goes out at once, an extension is an internal call, everything else goes out through a
/// trunk.
/// </summary>
internal static class PhoneCalls
{
    public static CommandReply Handle(TurnScope turn, ReceiveCall command)
    {
        string account = command.Line.Account!;
        if (!turn.State.Directory.HasAccount(account)) return new Refused(Refusal.NoSuchAccount, $"There is no SIP account {account}.");
        var caller = turn.State.Directory.OwnerOfAccount(account) is { } id ? turn.State.Employees.GetValueOrDefault(id) : null;
        if (EmergencyCalls.Find(turn.State, command) is { } emergency) return ForHelp(turn, command, caller, emergency);
        string dialled = Subscriber.Digits(command.Dialled);
        return turn.State.Directory.Extension(dialled) is { } owner
            ? Internally(turn, command with { Dialled = dialled }, caller, owner)
            : Outside(turn, command, caller);
    }

    private static CallReceived ForHelp(TurnScope turn, ReceiveCall command, Employee? caller, EmergencyNumber emergency)
    {
        string digits = emergency.Dialled;
        var asked = command with { Dialled = digits, IsWithheld = false, CanAnchor = false };
        var call = Arrive(turn, asked, CallDirection.Outgoing, digits, null, caller);
        EmergencyCalls.Dial(turn, call, emergency, caller);
        return new CallReceived(call.Id);
    }

    private static CallReceived Internally(TurnScope turn, ReceiveCall command, Employee? caller, ExtensionOwner owner)
    {
        string shown = caller?.Configuration.Extension ?? command.Line.Account!;
        var call = Arrive(turn, command, CallDirection.Internal, shown, caller?.Configuration.FullName() ?? command.CallerName, caller);
        BeBusy(turn, call, caller);
        if (owner.Department is { } department)
        {
            turn.Emit(new CallRouted(
                call.Id, Destinations.Explain(turn, Rules.Extension, $"department {department}", new DepartmentId(department))));
            Destinations.EnterDepartment(turn, call, new DepartmentId(department));
        }
        else
        {
            turn.Emit(new CallRouted(call.Id, Destinations.Explain(turn, Rules.Extension, $"employee {owner.Employee}")));
            Destinations.EnterEmployee(turn, call, new EmployeeId(owner.Employee!), turn.State.Document.Ringing.DirectRingSeconds);
        }
        return new CallReceived(call.Id);
    }

    private static CallReceived Outside(TurnScope turn, ReceiveCall command, Employee? caller)
    {
        var document = turn.State.Document;
        bool known = PhoneNumbers.TryNormalise(command.Dialled, document.DefaultCountry, out string number);
        if (!known) number = Subscriber.Digits(command.Dialled);
        string? limit = known && caller is not null ? OutgoingRules.LimitReached(turn, caller, number) : null;
        var call = Arrive(turn, command, CallDirection.Outgoing, number, turn.State.Clients.Find(number)?.Name, caller);
        if (!known) Arrivals.RefuseUnknown(turn, call);
        else if (caller is null || !OutgoingRules.IsAllowed(document, number))
            Refuse(turn, call, Rules.DestinationNotAllowed, HangUpReason.DestinationForbidden);
        else if (limit is not null) Refuse(turn, call, limit, HangUpReason.OutgoingLimit);
        else Dial(turn, call, OutgoingIdentity.OfDialled(turn.State, caller, number, command.IsWithheld), number, caller);
        return new CallReceived(call.Id);
    }

    public static void Dial(TurnScope turn, Call call, OutgoingIdentity identity, string number, Employee? caller)
    {
        if (identity.Trunk is not { } trunk)
        {
            Refuse(turn, call, Rules.NoTrunk, HangUpReason.NoTrunk);
            return;
        }
        string shown = identity.Shown.Length > 0 ? identity.Shown : "nobody";
        turn.Emit(new CallRouted(call.Id, OutgoingRules.Explain(turn, identity.Rule, $"{number} via trunk {trunk.Id}, shown {shown}")));
        BeBusy(turn, call, caller);
        Ringing.RingExternal(turn, call, number, identity, OutgoingRules.RingSeconds);
    }

    private static void Refuse(TurnScope turn, Call call, string rule, HangUpReason reason)
    {
        turn.Emit(new CallRouted(call.Id, OutgoingRules.Explain(turn, rule, null)));
        Endings.ByRouting(turn, call, reason);
    }

    private static Call Arrive(
        TurnScope turn, ReceiveCall command, CallDirection direction, string client, string? name, Employee? caller)
    {
        var id = new CallId(turn.State.LastCall + 1);
        turn.Emit(new CallArrived(
            id, direction, command.Line, client, name, Subscriber.Digits(command.Dialled), caller?.Id, null, 0, command.Facts,
            command.IsWithheld, Arrivals.ExpiresAt(turn, command),
            MediaRules.Of(turn.State, command, direction, null, caller)));
        return turn.State.Calls[id];
    }

    /// <summary>Whoever dials is shown as talking from then on: he is busy. A call that rings or talks already keeps being shown.</summary>
    private static void BeBusy(TurnScope turn, Call call, Employee? caller)
    {
        if (caller?.State.Activity is Abstractions.Employees.Activity.Idle or Abstractions.Employees.Activity.WrapUp)
            Activities.Talk(turn, caller, call.Id, null);
    }
}
