using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Statistics;

namespace CallCenter.Simulation.Tests.Books;

/// <summary>
/// The times of the employees and departments over the whole day, counted anew from their stretches, against the intervals of the fold, as
/// a snapshot keeps it. Both ways of counting facts to intervals have to give the same sums.
/// </summary>
internal static class EmployeeTimes
{
    public static void Compare(Book book, ReadOnlyMemory<byte> snapshot)
    {
        using var json = JsonDocument.Parse(snapshot);
        var state = json.RootElement.GetProperty("statistics").Deserialize(StatisticsJsonContext.Default.StatisticsState)!;
        var fold = ProjectStatistics.From(state);
        foreach (var mode in Enum.GetValues<IntervalMode>())
        {
            var intervals = fold.Intervals(0, long.MaxValue, mode);
            foreach (var employee in book.Employees.Values) Compare(employee, intervals);
            foreach (var (department, entered) in book.Facts.Entered) Compare(book, department, intervals);
        }
    }

    private static void Compare(EmployeeBook employee, IReadOnlyList<IntervalFigures> intervals)
    {
        var sum = new EmployeeFigures();
        foreach (var interval in intervals)
        {
            foreach (var (key, figures) in interval.Employees)
            {
                if (key == employee.Id) sum.Add(figures);
            }
        }
        long Time(Func<Stretch, bool> which) => employee.Day.Where(which).Sum(part => part.To - part.From);
        Same("signed in", sum.SignedInMs, Time(part => part.Availability != Availability.SignedOut));
        Same("ready", sum.ReadyMs, Time(part => part.Availability == Availability.Ready));
        Same("idle", sum.IdleMs, Time(part => part is { Activity: Activity.Idle, Availability: Availability.Ready }));
        Same("not ready", sum.NotReadyMs, Time(part => part is { Activity: Activity.Idle, Availability: Availability.NotReady }));
        Same("ringing", sum.RingingMs, Time(part => part.Activity == Activity.Ringing));
        Same("talk", sum.TalkMs, Time(part => part is { Activity: Activity.Talking, Client: true, Held: false }));
        Same("hold", sum.HoldMs, Time(part => part is { Activity: Activity.Talking, Client: true, Held: true }));
        Same("internal", sum.InternalMs, Time(part => part is { Activity: Activity.Talking, Client: false }));
        Same("wrap-up", sum.WrapUpMs, Time(part => part.Activity == Activity.WrapUp));

        void Same(string figure, long folded, long counted) =>
            Breach.Unless(folded == counted, $"{employee.Id} {figure}: the fold has {folded} ms, counted are {counted}");
    }

    private static void Compare(Book book, DepartmentId department, IReadOnlyList<IntervalFigures> intervals)
    {
        var sum = new DepartmentFigures();
        foreach (var interval in intervals)
        {
            foreach (var (key, figures) in interval.Departments)
            {
                if (key == department) sum.Add(figures);
            }
        }
        int offered = book.Facts.Visits.Count(visit => visit.Department == department && visit.IsClient);
        Breach.Unless(sum.Offered == offered && sum.StillWaiting() == 0, $"{department}: {sum.Offered} offered, counted {offered}");
        int missed = book.Facts.Missed.Count(call => call.First == department);
        Breach.Unless(sum.Missed == missed, $"{department}: {sum.Missed} missed, counted {missed}");
    }
}
