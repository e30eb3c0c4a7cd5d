using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Numbering;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Calls;

/// <summary>
/// An employee's phone sends a call elsewhere (RFC 3261 §21.3.3), as phones do whose owner switched forwarding on. Followed where the
/// call came to him directly: to an extension, or outside to where he might call himself, at his expense. In a queue it is a refusal,
/// because the department has others.
/// </summary>
internal static class Redirects
{
    /// <summary>Hops of one call; phones that send to each other end here.</summary>
    public const int Most = 5;

    /// <summary>True where somebody else rings instead of the leg, which has ended.</summary>
    public static bool TryFollow(TurnScope turn, Call call, Leg leg, int? status, string? to)
    {
        if (status is not (301 or 302) || to is null || call.Visit is not null || call.Talk is not null) return false;
        if (leg is not { Kind: LegKind.Employee, Employee: { } id }) return false;
        if (!turn.State.Employees.TryGetValue(id, out var employee)) return false;
        if (call.Redirects?.Count >= Most) return Refuse(turn, call, Rules.Loop);
        int seconds = (int)((leg.RingUntil - leg.StartedAt) / 1000);
        return turn.State.Directory.Extension(Subscriber.Digits(to)) is { Employee: { } other }
            ? Inside(turn, call, employee, new EmployeeId(other), seconds)
            : Outside(turn, call, employee, to, seconds);
    }

    private static bool Inside(TurnScope turn, Call call, Employee by, EmployeeId to, int seconds)
    {
        if (to == by.Id || !Ringing.CanRingDirectly(turn, call, to)) return false;
        Explain(turn, call, Rules.Redirected, $"employee {to}");
        Release(turn, call, by);
        Ringing.RingDirectly(turn, call, to, seconds, by.Id);
        return true;
    }

    private static bool Outside(TurnScope turn, Call call, Employee by, string to, int seconds)
    {
        var state = turn.State;
        if (!PhoneNumbers.TryNormalise(to, state.Document.DefaultCountry, out string number)) return Refuse(turn, call, Rules.NoSuchNumber);
        // A number of our own would come back as another call.
        if (!OutgoingRules.IsAllowed(state.Document, number) || state.Directory.Number(number) is not null)
            return Refuse(turn, call, Rules.DestinationNotAllowed);
        if (call.IsRefusedAt(number)) return false;
        if (OutgoingRules.LimitReached(turn, by, number) is { } limit) return Refuse(turn, call, limit);
        var identity = OutgoingIdentity.OfRedirected(state, call, by, number);
        if (identity.Trunk is not { } trunk) return Refuse(turn, call, Rules.NoTrunk);
        string shown = identity.Shown.Length > 0 ? identity.Shown : "nobody";
        Explain(turn, call, Rules.Redirected, $"{number} via trunk {trunk.Id}, shown {shown}");
        Release(turn, call, by);
        Ringing.RingExternal(turn, call, number, identity, seconds, by.Id);
        return true;
    }

    /// <summary>He sent the call on: nothing rings at him any more, and he has not missed it.</summary>
    private static void Release(TurnScope turn, Call call, Employee by)
    {
        if (!call.Rings(by.Id)) Activities.EndRing(turn, by, call.Id);
    }

    private static bool Refuse(TurnScope turn, Call call, string rule)
    {
        Explain(turn, call, rule, null);
        return false;
    }

    private static void Explain(TurnScope turn, Call call, string rule, string? destination) =>
        turn.Emit(new CallRouted(call.Id, OutgoingRules.Explain(turn, rule, destination)));
}
