using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Simulation.Tests.Books;

/// <summary>Counts today's figures anew from the facts (<c>kpi.md</c>) and compares them with those on the board.</summary>
internal static class Figures
{
    public static void Compare(Book book, BoardSnapshot board)
    {
        var (from, to) = Day(book.LastAt, board.TimeZone);
        bool Today(long at) => at >= from && at < to;
        Compare(book.Facts, board.Today, Today);
        foreach (var line in board.Departments) Compare(book, line, Today);
        foreach (var line in board.Employees) Compare(book, line, Today, from);
    }

    private static void Compare(Facts facts, DayTotals shown, Func<long, bool> today)
    {
        int Count(List<Arrival> arrivals, CallDirection direction) => arrivals.Count(one => one.Direction == direction && today(one.At));
        Same("incoming", shown.Incoming, Count(facts.Arrived, CallDirection.Incoming));
        Same("outgoing", shown.Outgoing, Count(facts.Arrived, CallDirection.Outgoing));
        Same("answered", shown.Answered, Count(facts.Taken, CallDirection.Incoming));
        Same("missed", shown.Missed, facts.Missed.Count(one => today(one.ArrivedAt)));
    }

    private static void Compare(Book book, DepartmentLine shown, Func<long, bool> today)
    {
        VisitBook[] visits =
            [.. book.Facts.Visits.Where(visit => visit.Department == shown.Id && visit.IsClient && today(visit.EnteredAt))];
        VisitBook[] Left(Func<QueueExit, bool> how) => [.. visits.Where(visit => visit.LeftAt is not null && how(visit.Exit))];
        var answered = Left(exit => exit == QueueExit.Answered);
        var abandoned = Left(exit => exit == QueueExit.Abandoned);
        var flowedOut = Left(exit => exit is not (QueueExit.Answered or QueueExit.Abandoned));
        int isShort = abandoned.Count(visit => visit.ShortMs > 0 && visit.LeftAt - visit.EnteredAt <= visit.ShortMs);
        int within = answered.Count(visit => visit.LeftAt - visit.EnteredAt <= visit.WithinMs);
        Same($"{shown.Id} offered", shown.Offered, visits.Length);
        Same($"{shown.Id} answered", shown.Answered, answered.Length);
        Same($"{shown.Id} abandoned", shown.Abandoned, abandoned.Length);
        Same($"{shown.Id} short abandoned", shown.ShortAbandoned, isShort);
        Same($"{shown.Id} flowed out", shown.FlowedOut, flowedOut.Length);
        int waiting = shown.Offered - shown.Answered - shown.Abandoned - shown.FlowedOut;
        Same($"{shown.Id} still waiting", waiting, visits.Count(visit => visit.LeftAt is null));
        Same($"{shown.Id} speed of answer", shown.AverageSpeedOfAnswerMs,
            answered.Length == 0 ? null : answered.Sum(visit => visit.LeftAt!.Value - visit.EnteredAt) / answered.Length);
        int denominator = visits.Length - isShort;
        Same($"{shown.Id} service level", shown.ServiceLevelToday, denominator == 0 ? null : 100.0 * within / denominator);
    }

    private static void Compare(Book book, EmployeeLine shown, Func<long, bool> today, long from)
    {
        var facts = book.Facts.Employees.GetValueOrDefault(shown.Id) ?? new EmployeeFacts();
        Same($"{shown.Id} calls", shown.CallsToday, facts.Made.Count(today) + facts.Took.Count(today));
        Same($"{shown.Id} RONA", shown.RonaToday, facts.Misses.Count(miss => miss.Miss == RingMiss.NoAnswer && today(miss.ArrivedAt)));
        long talk = 0;
        foreach (var part in book.Employees[shown.Id].Day)
        {
            if (part is { Activity: Activity.Talking, Client: true, Held: false }) talk += Math.Max(0, part.To - Math.Max(part.From, from));
        }
        Same($"{shown.Id} talk", shown.TalkTodayMs, talk);
    }

    private static void Same<T>(string figure, T shown, T counted) =>
        Breach.Unless(EqualityComparer<T>.Default.Equals(shown, counted), $"{figure}: the board shows {shown}, counted are {counted}");

    /// <summary>The simulated days are in June, when no clock changes.</summary>
    private static (long From, long To) Day(long at, string zone)
    {
        long offset = zone == "UTC" ? 0 : 3 * 3_600_000;
        long from = ((at + offset) / 86_400_000 * 86_400_000) - offset;
        return (from, from + 86_400_000);
    }
}
