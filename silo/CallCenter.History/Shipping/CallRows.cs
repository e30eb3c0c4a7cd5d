using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.History.Columns;

namespace CallCenter.History.Shipping;

/// <summary>The rows of an ended call, all from its one record.</summary>
internal sealed class CallRows
{
    private readonly CopyTable _calls = CallTable.NewCopy();
    private readonly CopyTable _legs = LegTable.NewCopy();
    private readonly CopyTable _visits = QueueVisitTable.NewCopy();
    private readonly CopyTable _conversations = ConversationTable.NewCopy();
    private readonly CopyTable _steps = StepTable.NewCopy();
    private readonly CopyTable _employees = new("call_employees", "project", "employee", "arrived_at", "call");
    private readonly List<EmployeeId> _theirs = [];

    public IEnumerable<CopyTable> Tables => [_calls, _legs, _visits, _conversations, _steps, _employees];

    public void Add(ProjectId project, long sequence, CallRecord record)
    {
        CallTable.Write(_calls, project, sequence, record);
        foreach (var leg in record.Legs)
        {
            LegTable.Write(_legs, project, record.Call, leg);
        }
        foreach (var visit in record.Visits)
        {
            QueueVisitTable.Write(_visits, project, record.Call, visit);
        }
        foreach (var talk in record.Conversations)
        {
            ConversationTable.Write(_conversations, project, record.Call, talk);
        }
        foreach (var step in record.Steps)
        {
            StepTable.Write(_steps, project, record.Call, step);
        }
        AddEmployees(project, record);
    }

    /// <summary>Who talked, and who made the call (his is leg 0).</summary>
    private void AddEmployees(ProjectId project, CallRecord record)
    {
        _theirs.Clear();
        if (record.Employee is { } employee)
        {
            _theirs.Add(employee);
        }
        foreach (var leg in record.Legs)
        {
            var isTheirs = leg.Kind != LegKind.Supervisor && (leg.Number == 0 || leg.AnsweredAt is not null);
            if (isTheirs && leg.Employee is { } theirs && !_theirs.Contains(theirs))
            {
                _theirs.Add(theirs);
            }
        }
        foreach (var theirs in _theirs)
        {
            _employees.BeginRow();
            _employees.Text(project.Value);
            _employees.Text(theirs.Value);
            _employees.Time(record.ArrivedAt);
            _employees.Int64(record.Call.Value);
        }
    }
}
