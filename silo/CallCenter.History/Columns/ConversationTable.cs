using System.Data.Common;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.History.Shipping;

namespace CallCenter.History.Columns;

/// <summary>The table <c>conversations</c>: who talked with whom in ended calls.</summary>
internal static class ConversationTable
{
    private static readonly TableColumns<ConversationRecord> All = new();
    private static readonly Column<ConversationRecord, int> Number = All.Add("number", ColumnTypes.Int32, talk => talk.Number);
    private static readonly Column<ConversationRecord, int> Leg = All.Add("leg", ColumnTypes.Int32, talk => talk.Leg);
    private static readonly Column<ConversationRecord, int> OtherLeg = All.Add("other_leg", ColumnTypes.Int32, talk => talk.OtherLeg);
    private static readonly Column<ConversationRecord, EmployeeId?> Employee = All.Add(
        "employee", ColumnTypes.OptionalEmployee, talk => talk.Employee);
    private static readonly Column<ConversationRecord, DepartmentId?> Department = All.Add(
        "department", ColumnTypes.OptionalDepartment, talk => talk.Department);
    private static readonly Column<ConversationRecord, long> BeganAt = All.Add("began_at", ColumnTypes.Time, talk => talk.BeganAt);
    private static readonly Column<ConversationRecord, long> EndedAt = All.Add("ended_at", ColumnTypes.Time, talk => talk.EndedAt);
    private static readonly Column<ConversationRecord, long> WaitMs = All.Add("wait_ms", ColumnTypes.Int64, talk => talk.WaitMs);
    private static readonly Column<ConversationRecord, long> HoldMs = All.Add("hold_ms", ColumnTypes.Int64, talk => talk.HoldMs);
    private static readonly Column<ConversationRecord, EndedBy> By = All.Add(
        "ended_by", ColumnTypes.Enum(one => (byte)one, number => (EndedBy)number), talk => talk.EndedBy);

    private static readonly Column<ConversationRecord, bool> Recorded = All.Add("recorded", ColumnTypes.Flag, talk => talk.IsRecorded);

    public static readonly string Select = All.Select();

    public static CopyTable NewCopy() => new("conversations", ["project", "call", .. All.Names]);

    public static void Write(CopyTable to, ProjectId project, CallId call, ConversationRecord talk)
    {
        to.BeginRow();
        to.Text(project.Value);
        to.Int64(call.Value);
        All.Write(to, talk);
    }

    public static ConversationRecord Read(DbDataReader from) => new(
        Number: Number.Read(from), Leg: Leg.Read(from), OtherLeg: OtherLeg.Read(from), Employee: Employee.Read(from),
        Department: Department.Read(from), BeganAt: BeganAt.Read(from), EndedAt: EndedAt.Read(from), WaitMs: WaitMs.Read(from),
        HoldMs: HoldMs.Read(from), EndedBy: By.Read(from), IsRecorded: Recorded.Read(from));
}
