using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Statistics;

namespace CallCenter.Engine.Board;

/// <summary>
/// Writes the live board. Lines stay the same objects until something in them changes, and a list of lines that did not change stays the
/// same list: two boards are compared by reference, and a picture costs its changes and a walk over references. The turns do no more for
/// it than to forget the line of what they changed.
/// </summary>
internal sealed class BoardWriter(ProjectId id, ProjectState state)
{
    private LocalDay _day;
    private DepartmentLine[] _departments = [];
    private EmployeeLine[] _employees = [];
    private CallLineOnBoard[] _calls = [];

    /// <summary>
    /// The board now. Today's figures are those at the last event, so that nothing differs between two boards without an event between
    /// them.
    /// </summary>
    public BoardSnapshot Write(long now, long oldestChangeAt)
    {
        BeginDay();
        // Employees first: where one of them changed, the tiles of his departments did.
        WriteEmployees();
        WriteDepartments();
        WriteCalls();
        var totals = state.Statistics.Today(state.LastAt);
        return new BoardSnapshot(
            id, state.Document.Name, state.Document.TimeZone, state.Version, state.BoardSequence, now, oldestChangeAt,
            _departments, _employees, _calls,
            new DayTotals(totals.Incoming, totals.Outgoing, totals.Answered, totals.Missed, state.Calls.Count),
            state.Messages.Waiting.Count, state.Messages.Waiting is [.., var newest] ? newest.Call : null);
    }

    private void BeginDay()
    {
        if (state.Statistics.Day == _day) return;
        _day = state.Statistics.Day;
        foreach (var employee in state.EmployeesInOrder) employee.Line = null;
        foreach (var department in state.DepartmentsInOrder) department.Line = null;
    }

    private void WriteEmployees()
    {
        var lines = new LineList<EmployeeLine>(_employees, state.EmployeesInOrder.Count);
        foreach (var employee in state.EmployeesInOrder)
        {
            if (employee.Line?.Reachable != employee.Reachable) Write(employee);
            lines.Add(employee.Line!);
        }
        _employees = lines.Written;
    }

    private void Write(Employee employee)
    {
        employee.Line = BoardLines.Of(state, employee);
        foreach (var department in employee.Departments) department.Line = null;
    }

    private void WriteDepartments()
    {
        BoardLines.FindLongestWaits(state);
        var lines = new LineList<DepartmentLine>(_departments, state.DepartmentsInOrder.Count);
        foreach (var department in state.DepartmentsInOrder)
        {
            // Who waits comes closer to the limit of the live service level with every event, whatever it is about.
            if (department.Line is null || department.Waiting > 0) Write(department);
            lines.Add(department.Line!);
        }
        _departments = lines.Written;
    }

    private void Write(Department department)
    {
        var line = BoardLines.Of(state, department);
        if (line != department.Line) department.Line = line;
    }

    private void WriteCalls()
    {
        var lines = new LineList<CallLineOnBoard>(_calls, state.Calls.Count);
        for (var call = state.CallsInOrder.First; call is not null; call = call.Next) lines.Add(call.Line ??= BoardLines.Of(call));
        _calls = lines.Written;
    }
}
