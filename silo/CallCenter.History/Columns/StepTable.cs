using System.Data.Common;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.History.Shipping;

namespace CallCenter.History.Columns;

/// <summary>The table <c>call_steps</c>: a row per step that the caller of an ended call went through with us alone.</summary>
internal static class StepTable
{
    private static readonly TableColumns<StepRecord> All = new();
    private static readonly Column<StepRecord, int> Number = All.Add("number", ColumnTypes.Int32, step => step.Number);
    private static readonly Column<StepRecord, StepKind> Kind = All.Add(
        "kind", ColumnTypes.Enum(one => (byte)one, number => (StepKind)number), step => step.Kind);
    private static readonly Column<StepRecord, string?> Menu = All.Add("menu", ColumnTypes.OptionalText, step => step.Menu);
    private static readonly Column<StepRecord, DepartmentId?> Department = All.Add(
        "department", ColumnTypes.OptionalDepartment, step => step.Department);
    private static readonly Column<StepRecord, EmployeeId?> Employee = All.Add(
        "employee", ColumnTypes.OptionalEmployee, step => step.Employee);
    private static readonly Column<StepRecord, long> BeganAt = All.Add("began_at", ColumnTypes.Time, step => step.BeganAt);
    private static readonly Column<StepRecord, long> EndedAt = All.Add("ended_at", ColumnTypes.Time, step => step.EndedAt);
    private static readonly Column<StepRecord, string> Keys = All.Add("keys", ColumnTypes.Text, step => step.Keys);
    private static readonly Column<StepRecord, StepEnd> End = All.Add(
        "step_end", ColumnTypes.Enum(one => (byte)one, number => (StepEnd)number), step => step.End);

    public static readonly string Select = All.Select();

    public static CopyTable NewCopy() => new("call_steps", ["project", "call", .. All.Names]);

    public static void Write(CopyTable to, ProjectId project, CallId call, StepRecord step)
    {
        to.BeginRow();
        to.Text(project.Value);
        to.Int64(call.Value);
        All.Write(to, step);
    }

    public static StepRecord Read(DbDataReader from) => new(
        Number: Number.Read(from), Kind: Kind.Read(from), Menu: Menu.Read(from), Department: Department.Read(from),
        Employee: Employee.Read(from), BeganAt: BeganAt.Read(from), EndedAt: EndedAt.Read(from), Keys: Keys.Read(from),
        End: End.Read(from));
}
