using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Languages;
using CallCenter.Web.Live;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Board;

/// <summary>The live board: headlines, department tiles, calls, people. The argument is a <see cref="BoardFilter"/> as a query.</summary>
public sealed class BoardRegion : ILiveRegion
{
    /// <summary>More rows than anybody reads; the rest is counted in a note. Keeps a page bounded with ten thousand live calls.</summary>
    public const int MostCalls = 100;
    public const int MostPeople = 300;

    public const string RegionName = "board";

    public string Name => RegionName;

    public LiveSubject? SubjectFor(Viewer viewer, Language language, string argument) => viewer.Access < AccessLevel.Supervisor
        ? null
        : new LiveSubject(viewer.Project, RegionName, BoardFilter.FromQuery(argument).ToQuery(), language, AccessLevel.Supervisor);

    public ValueTask<LivePicture?> Draw(LiveSubject subject, BoardSnapshot board, LivePicture? before, CancellationToken cancellation)
    {
        var filter = BoardFilter.FromQuery(subject.Argument);
        var departments = board.Departments.Where(line => filter.Department is not { } only || line.Id == only).ToList();
        List<LiveSection> sections = [new("headlines", Headlines(board, departments)), new("departments", Tiles(departments))];
        if (!filter.Wall)
        {
            sections.Add(new("calls", Calls(board, filter)));
            sections.Add(new("people", People(board, filter)));
        }

        return ValueTask.FromResult<LivePicture?>(new LivePicture(Formats.Zone(board.TimeZone), sections));
    }

    private static List<Fragment> Headlines(BoardSnapshot board, List<DepartmentLine> departments)
    {
        var longest = departments.Where(line => line.LongestWaitSince is not null).MinBy(line => line.LongestWaitSince);
        var measured = departments.Where(line => line.ServiceLevelToday is not null).ToList();
        var below = measured.Where(line => line.ServiceLevelToday < line.GoalPercent).OrderBy(line => line.ServiceLevelToday).ToList();
        var people = board.Employees.Where(line => departments.Any(one => line.Departments.Contains(one.Id)) || line.Departments.Count == 0)
            .Select(line => PersonStates.Of(line.State)).ToList();
        return
        [
            Fragment.Of<WaitingHeadline, HeadlineWaiting>("h-waiting", new(departments.Sum(line => line.Waiting), departments.Count)),
            Fragment.Of<LongestHeadline, HeadlineLongest>(
                "h-longest", new(longest?.LongestWaitSince, longest?.Name, longest?.AmberWaitSeconds ?? 0, longest?.RedWaitSeconds ?? 0)),
            Fragment.Of<GoalHeadline, HeadlineGoal>(
                "h-goal", new(
                    measured.Count - below.Count, measured.Count, string.Join(", ", below.Take(3).Select(line => line.Name)),
                    below.Exists(line => line.ServiceLevelToday < line.GoalPercent - LevelFigure.Close))),
            Fragment.Of<PeopleHeadline, HeadlinePeople>("h-people", new(
                people.Count(state => state == PersonState.Ready), people.Count(state => state != PersonState.SignedOut),
                people.Count(state => state == PersonState.Talking))),
            Fragment.Of<CallsHeadline, HeadlineCalls>("h-calls", new(board.Today.Live, board.Today.Outgoing)),
            Fragment.Of<DayHeadline, HeadlineDay>("h-day", new(board.Today.Incoming, board.Today.Answered, board.Today.Missed)),
        ];
    }

    private static List<Fragment> Tiles(List<DepartmentLine> departments) => departments.Count == 0
        ? [Fragment.Of<NoteBlock, TableNote>("d-none", new(TableNoteKind.NoDepartments))]
        : [.. departments.Select(line => Fragment.Of<DepartmentTile, DepartmentLine>($"d-{line.Id}", line))];

    private static List<Fragment> Calls(BoardSnapshot board, BoardFilter filter)
    {
        var departments = board.Departments.ToDictionary(line => line.Id);
        var names = board.Employees.ToDictionary(line => line.Id, line => line.Name);
        var fitting = board.Calls.Where(call => filter.Department is not { } only || call.Department == only).ToList();
        var rows = fitting
            .OrderBy(call => call.Stage >= CallStage.Talking).ThenBy(call => call.ArrivedAt).ThenBy(call => call.Id.Value)
            .Take(MostCalls)
            .Select(call => Fragment.Of<CallRowView, CallRow>($"c-{call.Id}", Row(call)))
            .ToList();
        AddNote(rows, fitting.Count, TableNoteKind.NoCalls, TableNoteKind.MoreCalls);
        return rows;

        CallRow Row(CallLineOnBoard call)
        {
            var department = call.Department is { } id ? departments.GetValueOrDefault(id) : null;
            var waits = call.Stage is CallStage.Waiting or CallStage.Ringing && call.Direction == CallDirection.Incoming;
            var with = call.With.Select(employee => names.GetValueOrDefault(employee, employee.Value));
            var external = call.External is { } other && other != call.ClientNumber ? [PhoneNumber.Pretty(other)] : Array.Empty<string>();
            return new CallRow(
                call.Id, call.Direction, call.ClientNumber, call.ClientName, PhoneNumber.Pretty(call.Dialled), call.Stage, call.StageSince,
                call.ArrivedAt, department?.Name, string.Join(", ", with.Concat(external)),
                call.Priority, waits ? department?.AmberWaitSeconds : null, waits ? department?.RedWaitSeconds : null);
        }
    }

    private static List<Fragment> People(BoardSnapshot board, BoardFilter filter)
    {
        var departments = board.Departments.ToDictionary(line => line.Id, line => line.Name);
        var fitting = board.Employees
            .Where(line => filter.Department is not { } only || line.Departments.Contains(only))
            .Where(line => filter.Fits(PersonStates.Of(line.State)))
            .ToList();
        var rows = Sorted(fitting, filter.Sort)
            .Take(MostPeople)
            .Select(line => Fragment.Of<PersonRowView, PersonRow>($"p-{line.Id}", Row(line)))
            .ToList();
        AddNote(rows, fitting.Count, TableNoteKind.NoPeople, TableNoteKind.MorePeople);
        return rows;

        PersonRow Row(EmployeeLine line)
        {
            var state = PersonStates.Of(line.State);
            return new PersonRow(
                line.Id, line.Name, line.Extension, state, PersonStates.Then(line.State), line.State.Reason, line.State.Since,
                line.Reachable, line.Client,
                string.Join(", ", line.Departments.Select(id => departments.GetValueOrDefault(id, id.Value))),
                line.CallsToday, line.TalkTodayMs, line.RonaToday);
        }
    }

    private static IOrderedEnumerable<EmployeeLine> Sorted(List<EmployeeLine> people, BoardSort sort) => (sort switch
    {
        BoardSort.Name => people.OrderBy(line => line.Name, StringComparer.CurrentCultureIgnoreCase),
        BoardSort.Time => people.OrderBy(line => line.State.Since),
        BoardSort.Calls => people.OrderByDescending(line => line.CallsToday),
        _ => people.OrderBy(line => PersonStates.Of(line.State)).ThenBy(line => line.Name, StringComparer.CurrentCultureIgnoreCase),
    }).ThenBy(line => line.Id.Value, StringComparer.Ordinal);

    private static void AddNote(List<Fragment> rows, int fitting, TableNoteKind none, TableNoteKind more)
    {
        if (fitting == 0)
        {
            rows.Add(Fragment.Of<NoteRow, TableNote>($"n-{none}", new(none)));
        }
        else if (fitting > rows.Count)
        {
            rows.Add(Fragment.Of<NoteRow, TableNote>($"n-{more}", new(more, fitting - rows.Count)));
        }
    }
}
