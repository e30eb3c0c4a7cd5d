using System.Data.Common;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;

namespace CallCenter.History.Reading;

/// <summary>Reads columns by position into the shapes of the shared language.</summary>
internal static class CallColumns
{
    public const string Row =
        "c.call, c.direction, c.outcome, c.ended_by, c.client_number, c.client_name, c.dialled, c.dialled_number, c.shown_number, "
        + "c.first_department, c.department, c.employee, c.arrived_at, c.answered_at, c.ended_at, c.wait_ms, c.talk_ms, c.hold_ms, "
        + "c.sip_call_id";

    public const string Record =
        Row + ", c.sip_status, c.trunk, c.responsible, c.configuration_version";

    public const string Leg =
        "number, kind, employee, department, target, started_at, rang_at, answered_at, ended_at, hold_ms, leg_end, sip_status";

    public const string Visit = "visit, department, priority, entered_at, left_at, queue_exit, employee";

    public static CallRow ReadRow(DbDataReader from) => new(
        new CallId(from.GetInt64(0)), (CallDirection)from.GetInt16(1), (CallOutcome)from.GetInt16(2), (EndedBy)from.GetInt16(3),
        from.GetString(4), Text(from, 5), from.GetString(6), Text(from, 7), Text(from, 8), Department(from, 9), Department(from, 10),
        Employee(from, 11), Time(from, 12), OptionalTime(from, 13), Time(from, 14), from.GetInt64(15), from.GetInt64(16),
        from.GetInt64(17), from.GetString(18));

    public static CallRecord ReadRecord(DbDataReader from, IReadOnlyList<LegRecord> legs, IReadOnlyList<QueueVisitRecord> visits)
    {
        var row = ReadRow(from);
        return new CallRecord(
            row.Call, row.Direction, row.Outcome, row.EndedBy, OptionalInt(from, 19), row.ClientNumber, row.ClientName, row.Dialled,
            row.DialledNumber, row.ShownNumber, Text(from, 20), row.FirstDepartment, row.Department, row.Employee, Employee(from, 21),
            row.ArrivedAt, row.AnsweredAt, row.EndedAt, row.WaitMs, row.TalkMs, row.HoldMs, from.GetInt32(22), row.SipCallId, legs,
            visits);
    }

    public static LegRecord ReadLeg(DbDataReader from) => new(
        from.GetInt32(0), (LegKind)from.GetInt16(1), Employee(from, 2), Department(from, 3), from.GetString(4), Time(from, 5),
        OptionalTime(from, 6), OptionalTime(from, 7), Time(from, 8), from.GetInt64(9), (LegEnd)from.GetInt16(10), OptionalInt(from, 11));

    public static QueueVisitRecord ReadVisit(DbDataReader from) => new(
        from.GetInt32(0), new DepartmentId(from.GetString(1)), from.GetInt32(2), Time(from, 3), Time(from, 4), (QueueExit)from.GetInt16(5),
        Employee(from, 6));

    public static string? Text(DbDataReader from, int column) => from.IsDBNull(column) ? null : from.GetString(column);

    public static long Time(DbDataReader from, int column) => UnixMs(from.GetDateTime(column));

    public static long UnixMs(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond;

    public static DateTime Utc(long unixMs) => DateTime.UnixEpoch.AddMilliseconds(unixMs);

    private static long? OptionalTime(DbDataReader from, int column) => from.IsDBNull(column) ? null : Time(from, column);

    private static int? OptionalInt(DbDataReader from, int column) => from.IsDBNull(column) ? null : from.GetInt32(column);

    private static EmployeeId? Employee(DbDataReader from, int column) => Text(from, column) is { } key ? new EmployeeId(key) : null;

    private static DepartmentId? Department(DbDataReader from, int column) => Text(from, column) is { } key ? new DepartmentId(key) : null;
}
