using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Web.Calls;

namespace CallCenter.Web.Api.Calls;

/// <summary>One ended call, as a row of the journal.</summary>
/// <param name="Id">Number of the call within the project.</param>
/// <param name="Direction">Whether a client called (incoming), an employee called a client (outgoing), or both sides were ours
/// (internal).</param>
/// <param name="Outcome">How the call ended; "answered" means there was a conversation.</param>
/// <param name="EndedBy">Who hung up.</param>
/// <param name="ClientNumber">The client's number in E.164 where it could be read, an extension on internal calls, empty where it is
/// withheld.</param>
/// <param name="ClientName">The client's name, if it is known.</param>
/// <param name="Dialled">What was dialled.</param>
/// <param name="DialledNumber">Key of the company's number that was called.</param>
/// <param name="Pool">The group that number belongs to.</param>
/// <param name="ShownNumber">The number the client saw on an outgoing call.</param>
/// <param name="FirstDepartment">Key of the department first reached; a missed call belongs to it.</param>
/// <param name="Department">Key of the department that took the call.</param>
/// <param name="DepartmentName">Its name; of the first one reached when nobody took the call.</param>
/// <param name="Employee">Key of the employee who talked.</param>
/// <param name="EmployeeName">His name.</param>
/// <param name="ArrivedAt">When the call came.</param>
/// <param name="AnsweredAt">When the conversation began; null when there was none.</param>
/// <param name="EndedAt">When it was over.</param>
/// <param name="WaitMs">Milliseconds from arrival to the conversation, or to the end when there was none.</param>
/// <param name="TalkMs">Milliseconds of conversation, without hold.</param>
/// <param name="HoldMs">Milliseconds on hold.</param>
/// <param name="SipCallId">Call-ID of the caller's leg, to find it in SIP traces.</param>
/// <param name="Rating">1 to 5, how the caller rated the conversation; null where he did not.</param>
public sealed record CallDto(
    long Id, CallDirection Direction, CallOutcome Outcome, EndedBy EndedBy, string ClientNumber, string? ClientName,
    string Dialled, string? DialledNumber, string? Pool, string? ShownNumber, string? FirstDepartment, string? Department,
    string? DepartmentName, string? Employee, string? EmployeeName, DateTimeOffset ArrivedAt, DateTimeOffset? AnsweredAt,
    DateTimeOffset EndedAt, long WaitMs, long TalkMs, long HoldMs, string SipCallId, int? Rating)
{
    public static CallDto From(CallRow row, ProjectNames names) => new(
        row.Call.Value, row.Direction, row.Outcome, row.EndedBy, row.ClientNumber, row.ClientName,
        row.Dialled, row.DialledNumber, names.Pool(row.DialledNumber), row.ShownNumber, row.FirstDepartment?.Value, row.Department?.Value,
        names.Department(row.Department ?? row.FirstDepartment), row.Employee?.Value, names.Employee(row.Employee),
        row.ArrivedAt.ToTime(), row.AnsweredAt.ToTime(), row.EndedAt.ToTime(), row.WaitMs, row.TalkMs, row.HoldMs, row.SipCallId,
        row.Rating);

    public static CallDto From(CallRecord call, ProjectNames names) => From(
        new CallRow(
            call.Call, call.Direction, call.Outcome, call.EndedBy, call.ClientNumber, call.ClientName, call.Dialled, call.DialledNumber,
            call.ShownNumber, call.FirstDepartment, call.Department, call.Employee, call.ArrivedAt, call.AnsweredAt, call.EndedAt,
            call.WaitMs, call.TalkMs, call.HoldMs, call.SipCallId, call.Rating()),
        names);
}

/// <summary>A page of the journal.</summary>
/// <param name="Calls">The rows in the order asked for.</param>
/// <param name="Next">Give it back as <c>cursor</c> to get the next page; null on the last one.</param>
/// <param name="Total">Number of calls that fit the filters, counted up to 10,000.</param>
/// <param name="TotalIsAtLeast">Whether there are more than <c>total</c>.</param>
public sealed record CallListDto(IReadOnlyList<CallDto> Calls, string? Next, int Total, bool TotalIsAtLeast);
