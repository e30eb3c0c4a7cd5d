using System.Data.Common;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.History.Shipping;

namespace CallCenter.History.Columns;

/// <summary>The table <c>calls</c>: a row per ended call.</summary>
internal static class CallTable
{
    private static readonly TableColumns<CallRecord> All = new();
    private static readonly Column<CallRecord, CallId> Call = All.Add("call", ColumnTypes.Call, call => call.Call);
    private static readonly Column<CallRecord, CallDirection> Direction = All.Add(
        "direction", ColumnTypes.Enum(one => (byte)one, number => (CallDirection)number), call => call.Direction);
    private static readonly Column<CallRecord, CallOutcome> Outcome = All.Add(
        "outcome", ColumnTypes.Enum(one => (byte)one, number => (CallOutcome)number), call => call.Outcome);
    private static readonly Column<CallRecord, EndedBy> EndedBy = All.Add(
        "ended_by", ColumnTypes.Enum(one => (byte)one, number => (EndedBy)number), call => call.EndedBy);
    private static readonly Column<CallRecord, int?> SipStatus = All.Add("sip_status", ColumnTypes.OptionalInt32, call => call.SipStatus);
    private static readonly Column<CallRecord, string> ClientNumber = All.Add(
        "client_number", ColumnTypes.Number, call => call.ClientNumber);
    private static readonly Column<CallRecord, string?> ClientName = All.Add(
        "client_name", ColumnTypes.OptionalText, call => call.ClientName);
    private static readonly Column<CallRecord, string> Dialled = All.Add("dialled", ColumnTypes.Number, call => call.Dialled);
    private static readonly Column<CallRecord, string?> DialledNumber = All.Add(
        "dialled_number", ColumnTypes.OptionalText, call => call.DialledNumber);
    private static readonly Column<CallRecord, string?> ShownNumber = All.Add(
        "shown_number", ColumnTypes.OptionalNumber, call => call.ShownNumber);
    private static readonly Column<CallRecord, string?> Trunk = All.Add("trunk", ColumnTypes.OptionalText, call => call.Trunk);
    private static readonly Column<CallRecord, DepartmentId?> FirstDepartment = All.Add(
        "first_department", ColumnTypes.OptionalDepartment, call => call.FirstDepartment);
    private static readonly Column<CallRecord, DepartmentId?> Department = All.Add(
        "department", ColumnTypes.OptionalDepartment, call => call.Department);
    private static readonly Column<CallRecord, EmployeeId?> Employee = All.Add(
        "employee", ColumnTypes.OptionalEmployee, call => call.Employee);
    private static readonly Column<CallRecord, EmployeeId?> Responsible = All.Add(
        "responsible", ColumnTypes.OptionalEmployee, call => call.Responsible);
    private static readonly Column<CallRecord, long> ArrivedAt = All.Add("arrived_at", ColumnTypes.Time, call => call.ArrivedAt);
    private static readonly Column<CallRecord, long?> AnsweredAt = All.Add(
        "answered_at", ColumnTypes.OptionalTime, call => call.AnsweredAt);
    private static readonly Column<CallRecord, long> EndedAt = All.Add("ended_at", ColumnTypes.Time, call => call.EndedAt);
    private static readonly Column<CallRecord, long> WaitMs = All.Add("wait_ms", ColumnTypes.Int64, call => call.WaitMs);
    private static readonly Column<CallRecord, long> TalkMs = All.Add("talk_ms", ColumnTypes.Int64, call => call.TalkMs);
    private static readonly Column<CallRecord, long> HoldMs = All.Add("hold_ms", ColumnTypes.Int64, call => call.HoldMs);
    private static readonly Column<CallRecord, int> ConfigurationVersion = All.Add(
        "configuration_version", ColumnTypes.Int32, call => call.ConfigurationVersion);
    private static readonly Column<CallRecord, string> SipCallId = All.Add("sip_call_id", ColumnTypes.Text, call => call.SipCallId);
    private static readonly Column<CallRecord, int?> Rating = All.Add("rating", ColumnTypes.OptionalInt32, call => call.Rating());

    /// <summary>For a SELECT from <c>calls c</c>.</summary>
    public static readonly string Select = All.Select("c");

    public static CopyTable NewCopy() => new("calls", ["project", "sequence", .. All.Names]);

    public static void Write(CopyTable to, ProjectId project, long sequence, CallRecord call)
    {
        to.BeginRow();
        to.Text(project.Value);
        to.Int64(sequence);
        All.Write(to, call);
    }

    public static CallRow ReadRow(DbDataReader from) => new(
        Call: Call.Read(from), Direction: Direction.Read(from), Outcome: Outcome.Read(from), EndedBy: EndedBy.Read(from),
        ClientNumber: ClientNumber.Read(from), ClientName: ClientName.Read(from), Dialled: Dialled.Read(from),
        DialledNumber: DialledNumber.Read(from), ShownNumber: ShownNumber.Read(from), FirstDepartment: FirstDepartment.Read(from),
        Department: Department.Read(from), Employee: Employee.Read(from), ArrivedAt: ArrivedAt.Read(from),
        AnsweredAt: AnsweredAt.Read(from), EndedAt: EndedAt.Read(from), WaitMs: WaitMs.Read(from), TalkMs: TalkMs.Read(from),
        HoldMs: HoldMs.Read(from), SipCallId: SipCallId.Read(from),
        Rating: Rating.Read(from));

    public static CallRecord ReadRecord(
        DbDataReader from, IReadOnlyList<LegRecord> legs, IReadOnlyList<QueueVisitRecord> visits,
        IReadOnlyList<ConversationRecord> conversations, IReadOnlyList<StepRecord> steps) => new(
        Call: Call.Read(from), Direction: Direction.Read(from), Outcome: Outcome.Read(from), EndedBy: EndedBy.Read(from),
        SipStatus: SipStatus.Read(from), ClientNumber: ClientNumber.Read(from), ClientName: ClientName.Read(from),
        Dialled: Dialled.Read(from), DialledNumber: DialledNumber.Read(from), ShownNumber: ShownNumber.Read(from),
        Trunk: Trunk.Read(from), FirstDepartment: FirstDepartment.Read(from), Department: Department.Read(from),
        Employee: Employee.Read(from), Responsible: Responsible.Read(from), ArrivedAt: ArrivedAt.Read(from),
        AnsweredAt: AnsweredAt.Read(from), EndedAt: EndedAt.Read(from), WaitMs: WaitMs.Read(from), TalkMs: TalkMs.Read(from),
        HoldMs: HoldMs.Read(from), ConfigurationVersion: ConfigurationVersion.Read(from), SipCallId: SipCallId.Read(from), Legs: legs,
        Visits: visits, Conversations: conversations, Steps: steps);
}
