using CallCenter.Abstractions.Calls;
using CallCenter.Web.Calls;

namespace CallCenter.Web.Api.Messages;

/// <summary>A message that a caller left and nobody took care of yet.</summary>
/// <param name="Call">Number of the call that it was left in.</param>
/// <param name="ClientNumber">The client's number in E.164 where it could be read, empty where it is withheld.</param>
/// <param name="LeftAt">When it began.</param>
/// <param name="Department">Key of the department whose mailbox it is; null: one person's.</param>
/// <param name="Employee">Key of the employee whose mailbox it is; null: a department's.</param>
/// <param name="Responsible">Key of the employee responsible for the client.</param>
public sealed record MessageDto(
    long Call, string ClientNumber, string? ClientName, DateTimeOffset LeftAt, long DurationMs, string? Department,
    string? DepartmentName, string? Employee, string? EmployeeName, string? Responsible)
{
    public static MessageDto From(WaitingMessage message, ProjectNames names) => new(
        message.Call.Value, message.ClientNumber, message.ClientName, message.LeftAt.ToTime(), message.DurationMs,
        message.Department?.Value, names.Department(message.Department), message.Employee?.Value, names.Employee(message.Employee),
        message.Responsible?.Value);
}
