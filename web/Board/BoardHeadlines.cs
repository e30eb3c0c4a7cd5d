using CallCenter.Abstractions.Board;
using CallCenter.Web.Live;

namespace CallCenter.Web.Board;

/// <summary>The numbers at the top of the board.</summary>
internal static class BoardHeadlines
{
    public static List<Fragment> Of(BoardSnapshot board, List<DepartmentLine> departments, BoardFilter filter, EarlierDays earlier)
    {
        var longest = departments.Where(line => line.LongestWaitSince is not null).MinBy(line => line.LongestWaitSince);
        var measured = departments.Where(line => line.ServiceLevelToday is not null).ToList();
        var below = measured.Where(line => line.ServiceLevelToday < line.GoalPercent).OrderBy(line => line.ServiceLevelToday).ToList();
        return
        [
            Fragment.Of<WaitingHeadline, HeadlineWaiting>("h-waiting", new(departments.Sum(line => line.Waiting), departments.Count)),
            Fragment.Of<LongestHeadline, HeadlineLongest>(
                "h-longest", new(longest?.LongestWaitSince, longest?.Name, longest?.AmberWaitSeconds ?? 0, longest?.RedWaitSeconds ?? 0)),
            Fragment.Of<GoalHeadline, HeadlineGoal>(
                "h-goal", new(
                    measured.Count - below.Count, measured.Count, string.Join(", ", below.Take(3).Select(line => line.Name)),
                    below.Exists(line => line.ServiceLevelToday < line.GoalPercent - LevelFigure.Close))),
            Fragment.Of<PeopleHeadline, HeadlinePeople>("h-people", People(board, filter)),
            Fragment.Of<CallsHeadline, HeadlineCalls>("h-calls", Calls(board, filter)),
            Fragment.Of<DayHeadline, HeadlineDay>("h-day", Day(board, departments, filter, earlier)),
        ];
    }

    private static HeadlineCalls Calls(BoardSnapshot board, BoardFilter filter) => filter.Departments.Count == 0
        ? new(board.Today.Live, board.Today.Outgoing)
        : new(board.Calls.Count(call => filter.Shows(call.Department)), null);

    // Some departments are counted by what came to them; how that was on other days is not kept.
    private static HeadlineDay Day(BoardSnapshot board, List<DepartmentLine> departments, BoardFilter filter, EarlierDays earlier) =>
        filter.Departments.Count == 0
            ? new(
                board.Today.Incoming, board.Today.Answered, board.Today.Missed, earlier.Yesterday?.Incoming, earlier.LastWeek?.Incoming)
            : new(
                departments.Sum(line => line.Offered), departments.Sum(line => line.Answered), departments.Sum(line => line.Abandoned),
                null, null);

    private static HeadlinePeople People(BoardSnapshot board, BoardFilter filter)
    {
        var (ready, signedIn, talking) = (0, 0, 0);
        foreach (var line in board.Employees)
        {
            // Who belongs to no department counts everywhere.
            if (line.Departments.Count > 0 && !filter.ShowsAny(line.Departments)) continue;
            var state = PersonStates.Of(line.State);
            if (state == PersonState.Ready) ready++;
            if (state == PersonState.Talking) talking++;
            if (state != PersonState.SignedOut) signedIn++;
        }

        return new HeadlinePeople(ready, signedIn, talking);
    }
}
