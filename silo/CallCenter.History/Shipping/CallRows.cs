using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.History.Shipping;

/// <summary>The rows of an ended call, all from its one record.</summary>
internal sealed class CallRows
{
    private const int LongestNumber = 100;
    private readonly CopyTable _calls = new(
        "calls", "project", "call", "sequence", "direction", "outcome", "ended_by", "sip_status", "client_number", "client_name", "dialled",
        "dialled_number", "shown_number", "trunk", "first_department", "department", "employee", "responsible", "arrived_at", "answered_at",
        "ended_at", "wait_ms", "talk_ms", "hold_ms", "configuration_version", "sip_call_id");
    private readonly CopyTable _legs = new(
        "legs", "project", "call", "number", "kind", "employee", "department", "target", "started_at", "rang_at", "answered_at", "ended_at",
        "hold_ms", "leg_end", "sip_status");
    private readonly CopyTable _visits = new(
        "queue_visits", "project", "call", "visit", "department", "priority", "entered_at", "left_at", "queue_exit", "employee");
    private readonly CopyTable _employees = new("call_employees", "project", "employee", "arrived_at", "call");
    private readonly List<EmployeeId> _theirs = [];

    public IEnumerable<CopyTable> Tables => [_calls, _legs, _visits, _employees];

    public void Add(ProjectId project, long sequence, CallRecord record)
    {
        AddCall(project, sequence, record);
        foreach (var leg in record.Legs)
        {
            AddLeg(project, record.Call, leg);
        }
        foreach (var visit in record.Visits)
        {
            AddVisit(project, record.Call, visit);
        }
        AddEmployees(project, record);
    }

    private void AddCall(ProjectId project, long sequence, CallRecord record)
    {
        _calls.BeginRow();
        _calls.Text(project.Value);
        _calls.Int64(record.Call.Value);
        _calls.Int64(sequence);
        _calls.Int16((byte)record.Direction);
        _calls.Int16((byte)record.Outcome);
        _calls.Int16((byte)record.EndedBy);
        _calls.Int32(record.SipStatus);
        _calls.Text(record.ClientNumber, LongestNumber);
        _calls.Text(record.ClientName);
        _calls.Text(record.Dialled, LongestNumber);
        _calls.Text(record.DialledNumber);
        _calls.Text(record.ShownNumber, LongestNumber);
        _calls.Text(record.Trunk);
        _calls.Text(record.FirstDepartment?.Value);
        _calls.Text(record.Department?.Value);
        _calls.Text(record.Employee?.Value);
        _calls.Text(record.Responsible?.Value);
        _calls.Time(record.ArrivedAt);
        _calls.Time(record.AnsweredAt);
        _calls.Time(record.EndedAt);
        _calls.Int64(record.WaitMs);
        _calls.Int64(record.TalkMs);
        _calls.Int64(record.HoldMs);
        _calls.Int32(record.ConfigurationVersion);
        _calls.Text(record.SipCallId);
    }

    private void AddLeg(ProjectId project, CallId call, LegRecord leg)
    {
        _legs.BeginRow();
        _legs.Text(project.Value);
        _legs.Int64(call.Value);
        _legs.Int32(leg.Number);
        _legs.Int16((byte)leg.Kind);
        _legs.Text(leg.Employee?.Value);
        _legs.Text(leg.Department?.Value);
        _legs.Text(leg.Target);
        _legs.Time(leg.StartedAt);
        _legs.Time(leg.RangAt);
        _legs.Time(leg.AnsweredAt);
        _legs.Time(leg.EndedAt);
        _legs.Int64(leg.HoldMs);
        _legs.Int16((byte)leg.End);
        _legs.Int32(leg.SipStatus);
    }

    private void AddVisit(ProjectId project, CallId call, QueueVisitRecord visit)
    {
        _visits.BeginRow();
        _visits.Text(project.Value);
        _visits.Int64(call.Value);
        _visits.Int32(visit.Visit);
        _visits.Text(visit.Department.Value);
        _visits.Int32(visit.Priority);
        _visits.Time(visit.EnteredAt);
        _visits.Time(visit.LeftAt);
        _visits.Int16((byte)visit.Exit);
        _visits.Text(visit.Employee?.Value);
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
            if (leg.Employee is { } theirs && (leg.Number == 0 || leg.AnsweredAt is not null) && !_theirs.Contains(theirs))
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
