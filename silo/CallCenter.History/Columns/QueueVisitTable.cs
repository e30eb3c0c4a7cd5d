using System.Data.Common;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.History.Shipping;

namespace CallCenter.History.Columns;

/// <summary>The table <c>queue_visits</c>: how ended calls waited in departments.</summary>
internal static class QueueVisitTable
{
    private static readonly TableColumns<QueueVisitRecord> All = new();
    private static readonly Column<QueueVisitRecord, int> Visit = All.Add("visit", ColumnTypes.Int32, visit => visit.Visit);
    private static readonly Column<QueueVisitRecord, DepartmentId> Department = All.Add(
        "department", ColumnTypes.Department, visit => visit.Department);
    private static readonly Column<QueueVisitRecord, int> Priority = All.Add("priority", ColumnTypes.Int32, visit => visit.Priority);
    private static readonly Column<QueueVisitRecord, long> EnteredAt = All.Add("entered_at", ColumnTypes.Time, visit => visit.EnteredAt);
    private static readonly Column<QueueVisitRecord, long> LeftAt = All.Add("left_at", ColumnTypes.Time, visit => visit.LeftAt);
    private static readonly Column<QueueVisitRecord, QueueExit> Exit = All.Add(
        "queue_exit", ColumnTypes.Enum(one => (byte)one, number => (QueueExit)number), visit => visit.Exit);
    private static readonly Column<QueueVisitRecord, EmployeeId?> Employee = All.Add(
        "employee", ColumnTypes.OptionalEmployee, visit => visit.Employee);

    public static readonly string Select = All.Select();

    public static CopyTable NewCopy() => new("queue_visits", ["project", "call", .. All.Names]);

    public static void Write(CopyTable to, ProjectId project, CallId call, QueueVisitRecord visit)
    {
        to.BeginRow();
        to.Text(project.Value);
        to.Int64(call.Value);
        All.Write(to, visit);
    }

    public static QueueVisitRecord Read(DbDataReader from) => new(
        Visit: Visit.Read(from), Department: Department.Read(from), Priority: Priority.Read(from), EnteredAt: EnteredAt.Read(from),
        LeftAt: LeftAt.Read(from), Exit: Exit.Read(from), Employee: Employee.Read(from));
}
