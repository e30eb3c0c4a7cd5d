using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Web.Live;

namespace CallCenter.Web.Board;

/// <summary>
/// The rows of one view of the board, kept from drawing to drawing as long as the configuration is the same: names and their order come
/// from it, so they are looked up and sorted once.
/// </summary>
internal sealed class BoardRows
{
    private readonly int _version;
    private readonly Dictionary<DepartmentId, DepartmentLine> _departments;
    private readonly Dictionary<EmployeeId, string> _names;
    private readonly Dictionary<EmployeeId, int> _places = [];
    private readonly KeptRows<CallLineOnBoard> _calls;
    private readonly KeptRows<EmployeeLine> _people;

    private BoardRows(BoardSnapshot board)
    {
        _version = board.ConfigurationVersion;
        _departments = board.Departments.ToDictionary(line => line.Id);
        _names = board.Employees.ToDictionary(line => line.Id, line => line.Name);
        var byName = board.Employees
            .OrderBy(line => line.Name, StringComparer.CurrentCultureIgnoreCase)
            .ThenBy(line => line.Id.Value, StringComparer.Ordinal);
        foreach (var line in byName) _places.Add(line.Id, _places.Count);
        _calls = new(line => Fragment.Of<CallRowView, BoardCallRow>($"c-{line.Id}", Row(line)));
        _people = new(line => Fragment.Of<PersonRowView, PersonRow>($"p-{line.Id}", Row(line)));
    }

    /// <summary>The rows of the drawing before where they still hold, else new ones.</summary>
    public static BoardRows For(BoardSnapshot board, RegionPicture? before) =>
        before?.Basis is BoardRows rows && rows._version == board.ConfigurationVersion ? rows : new BoardRows(board);

    public List<Fragment> Calls(BoardSnapshot board, BoardFilter filter)
    {
        _calls.Begin();
        var rows = new List<Fragment>();
        // Who is on his way to somebody comes first, each part in the order of arrival, which is that of the numbers.
        var fitting = Add(isServed: false) + Add(isServed: true);
        AddNote(rows, fitting, TableNoteKind.NoCalls, TableNoteKind.MoreCalls);
        return rows;

        int Add(bool isServed)
        {
            var count = 0;
            foreach (var call in board.Calls)
            {
                if (IsServed(call.Stage) != isServed || !filter.Shows(call.Department)) continue;
                count++;
                if (rows.Count < BoardRegion.MostCalls) rows.Add(_calls.Of(call));
            }

            return count;
        }
    }

    public List<Fragment> People(BoardSnapshot board, BoardFilter filter)
    {
        _people.Begin();
        var order = new List<(long First, int Place, EmployeeLine Line)>(board.Employees.Count);
        foreach (var line in board.Employees)
        {
            var state = PersonStates.Of(line.State);
            if (!filter.Fits(state) || !filter.ShowsAny(line.Departments)) continue;
            order.Add((First(line, state, filter.Sort), _places[line.Id], line));
        }

        order.Sort((one, other) => one.First != other.First ? one.First.CompareTo(other.First) : one.Place.CompareTo(other.Place));
        var rows = new List<Fragment>(Math.Min(order.Count, BoardRegion.MostPeople) + 1);
        foreach (var (_, _, line) in order.Take(BoardRegion.MostPeople)) rows.Add(_people.Of(line));
        AddNote(rows, order.Count, TableNoteKind.NoPeople, TableNoteKind.MorePeople);
        return rows;
    }

    /// <summary>He talks, or nobody is to talk with him any more.</summary>
    private static bool IsServed(CallStage stage) =>
        stage is CallStage.Talking or CallStage.OnHold or CallStage.LeavingMessage or CallStage.Rating;

    // What people are ordered by before their names.
    private static long First(EmployeeLine line, PersonState state, BoardSort sort) => sort switch
    {
        BoardSort.Name => 0,
        BoardSort.Time => line.State.Since,
        BoardSort.Calls => -line.CallsToday,
        _ => (long)state,
    };

    private BoardCallRow Row(CallLineOnBoard call)
    {
        var department = call.Department is { } id ? _departments.GetValueOrDefault(id) : null;
        var waits = call.Stage is CallStage.Waiting or CallStage.Ringing && call.Direction == CallDirection.Incoming;
        var with = call.With.Select(employee => _names.GetValueOrDefault(employee, employee.Value));
        var external = call.External is { } other && other != call.ClientNumber ? [PhoneNumber.Pretty(other)] : Array.Empty<string>();
        return new BoardCallRow(
            call.Id, call.Direction, call.ClientNumber, call.ClientName, PhoneNumber.Pretty(call.Dialled), call.Stage, call.StageSince,
            call.ArrivedAt, department?.Name, string.Join(", ", with.Concat(external)),
            call.Priority, waits ? department?.AmberWaitSeconds : null, waits ? department?.RedWaitSeconds : null,
            call.Recording, Listeners(call), call.HelpSince);
    }

    private CallListeners Listeners(CallLineOnBoard call) => call.Supervisors is not { Count: > 0 } all ? CallListeners.Nobody
        : new([.. all.Select(one => new CallListener(
            one.Employee, _names.GetValueOrDefault(one.Employee, one.Employee.Value), one.Mode, one.Listens))]);

    private PersonRow Row(EmployeeLine line) => new(
        line.Id, line.Name, line.Extension, PersonStates.Of(line.State), PersonStates.Then(line.State), line.State.Reason,
        line.State.Since, line.Reachable, line.Client,
        string.Join(", ", line.Departments.Select(id => _departments.GetValueOrDefault(id)?.Name ?? id.Value)),
        line.CallsToday, line.TalkTodayMs, line.RonaToday, line.OnHoldSince);

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
