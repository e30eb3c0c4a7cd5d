namespace CallCenter.Abstractions.Calls;

/// <summary>A message that a caller left and nobody took care of yet; the call's recording number 0 is its sound.</summary>
/// <param name="Department">Whose mailbox it is, where it is a department's.</param>
/// <param name="Employee">Whose it is, where it is one person's.</param>
/// <param name="Responsible">The responsible employee of the client; null if none.</param>
/// <param name="LeftAt">Unix milliseconds UTC.</param>
public sealed record WaitingMessage(
    CallId Call, DepartmentId? Department, EmployeeId? Employee, EmployeeId? Responsible, string ClientNumber, string? ClientName,
    long LeftAt, long DurationMs)
{
    /// <summary>The number that its recording has in the call.</summary>
    public const int Recording = 0;
}
