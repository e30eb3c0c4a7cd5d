using System.Data.Common;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.History.Shipping;

namespace CallCenter.History.Columns;

/// <summary>The table <c>legs</c>: the legs of ended calls.</summary>
internal static class LegTable
{
    private static readonly TableColumns<LegRecord> All = new();
    private static readonly Column<LegRecord, int> Number = All.Add("number", ColumnTypes.Int32, leg => leg.Number);
    private static readonly Column<LegRecord, LegKind> Kind = All.Add(
        "kind", ColumnTypes.Enum(one => (byte)one, number => (LegKind)number), leg => leg.Kind);
    private static readonly Column<LegRecord, EmployeeId?> Employee = All.Add(
        "employee", ColumnTypes.OptionalEmployee, leg => leg.Employee);
    private static readonly Column<LegRecord, DepartmentId?> Department = All.Add(
        "department", ColumnTypes.OptionalDepartment, leg => leg.Department);
    private static readonly Column<LegRecord, string> Target = All.Add("target", ColumnTypes.Text, leg => leg.Target);
    private static readonly Column<LegRecord, long> StartedAt = All.Add("started_at", ColumnTypes.Time, leg => leg.StartedAt);
    private static readonly Column<LegRecord, long?> RangAt = All.Add("rang_at", ColumnTypes.OptionalTime, leg => leg.RangAt);
    private static readonly Column<LegRecord, long?> AnsweredAt = All.Add("answered_at", ColumnTypes.OptionalTime, leg => leg.AnsweredAt);
    private static readonly Column<LegRecord, long> EndedAt = All.Add("ended_at", ColumnTypes.Time, leg => leg.EndedAt);
    private static readonly Column<LegRecord, long> HoldMs = All.Add("hold_ms", ColumnTypes.Int64, leg => leg.HoldMs);
    private static readonly Column<LegRecord, LegEnd> End = All.Add(
        "leg_end", ColumnTypes.Enum(one => (byte)one, number => (LegEnd)number), leg => leg.End);
    private static readonly Column<LegRecord, int?> SipStatus = All.Add("sip_status", ColumnTypes.OptionalInt32, leg => leg.SipStatus);

    public static readonly string Select = All.Select();

    public static CopyTable NewCopy() => new("legs", ["project", "call", .. All.Names]);

    public static void Write(CopyTable to, ProjectId project, CallId call, LegRecord leg)
    {
        to.BeginRow();
        to.Text(project.Value);
        to.Int64(call.Value);
        All.Write(to, leg);
    }

    public static LegRecord Read(DbDataReader from) => new(
        Number: Number.Read(from), Kind: Kind.Read(from), Employee: Employee.Read(from), Department: Department.Read(from),
        Target: Target.Read(from), StartedAt: StartedAt.Read(from), RangAt: RangAt.Read(from), AnsweredAt: AnsweredAt.Read(from),
        EndedAt: EndedAt.Read(from), HoldMs: HoldMs.Read(from), End: End.Read(from), SipStatus: SipStatus.Read(from));
}
