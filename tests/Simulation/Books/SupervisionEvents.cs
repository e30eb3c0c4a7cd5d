using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Simulation.Tests.Books;

/// <summary>What the events of supervisors do to the book of the call that they listen to, and which of them cannot be.</summary>
internal static class SupervisionEvents
{
    public static SupervisionBook? Of(CallBook call, LegId leg) => call.Supervisions.Find(one => one.Started.Leg == leg);

    public static void Started(CallBook call, LegStarted started, Book book, long at)
    {
        Breach.Unless(started.Leg.Number == call.LastLeg + 1 && started.RingUntil > at, $"leg {started.Leg} comes after {call.LastLeg}");
        bool mayListen = call is { IsAnchored: true, Talking: not null } && started.Employee != call.Taker;
        Breach.Unless(mayListen, $"somebody listens where nobody talks, or to himself: {started}");
        Breach.Unless(!Listens(book, started.Employee!.Value), $"{started.Employee} listens to two calls");
        call.LastLeg++;
        call.Supervisions.Add(new SupervisionBook(started));
        book.Of(started.Employee!.Value);
    }

    public static void See(CallBook call, SupervisionChanged changed)
    {
        var supervision = Of(call, changed.Leg) ?? throw new Breach($"no such supervisor: {changed}");
        supervision.Mode = changed.Mode;
    }

    public static void Answered(SupervisionBook supervision)
    {
        Breach.Unless(!supervision.Answered, $"{supervision.Started.Leg} answers twice");
        supervision.Answered = true;
    }

    public static void Ended(CallBook call, SupervisionBook supervision, Book book)
    {
        call.Supervisions.Remove(supervision);
        book.Of(supervision.Started.Employee!.Value);
    }

    public static void See(CallBook call, HelpAsked asked)
    {
        bool talks = call.Talking is not null && asked.Employee == call.Taker | asked.Employee == call.CallerEmployee;
        Breach.Unless(talks && call.WantsHelp != asked.IsWanted, $"help for whoever talks with nobody, or as before: {asked}");
        call.WantsHelp = asked.IsWanted;
    }

    /// <summary>He who listened takes the conversation: from now on his leg is like any other.</summary>
    public static void TakeOver(CallBook call, SupervisionBook supervision)
    {
        Breach.Unless(supervision.Answered, $"{supervision.Started.Leg} talks and was not answered");
        call.Supervisions.Remove(supervision);
        call.Legs.Add(new LegBook(supervision.Started with { Kind = LegKind.Employee }) { Answered = true });
    }

    private static bool Listens(Book book, EmployeeId employee) =>
        book.Calls.Values.Any(call => call.Supervisions.Exists(one => one.Started.Employee == employee));
}
