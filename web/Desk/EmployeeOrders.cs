using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Api;
using CallCenter.Web.Audit;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Desk;

/// <summary>
/// What is ordered of an employee, by himself or by somebody else. What he sets himself is his working day and leaves no entry in the audit
/// log. Who may do it was decided before.
/// </summary>
public sealed class EmployeeOrders(IGrainFactory grains, AuditLog audit)
{
    public ValueTask<CommandReply> SetAvailability(Viewer by, EmployeeId employee, Availability availability, string? reason) =>
        grains.Employee(by.Project, employee).SetAvailability(
            availability, reason, by.Name,
            ActOn(by, employee, AuditKind.AvailabilitySet, $"{EnumWords.Of(availability)} {reason}".TrimEnd()));

    public ValueTask<CommandReply> FinishWrapUp(Viewer by, EmployeeId employee) =>
        grains.Employee(by.Project, employee).FinishWrapUp(by.Name, ActOn(by, employee, AuditKind.WrapUpFinished, null));

    /// <summary>Of the conversation that he has now. What is not recorded is always in the audit log.</summary>
    public async ValueTask<CommandReply> PauseRecording(Viewer by, EmployeeId employee, bool isPaused)
    {
        if ((await grains.Employee(by.Project, employee).Desk())?.Call is not { } call)
        {
            return new Refused(Refusal.NoSuchCall, "He has no call.");
        }

        var act = audit.Act(isPaused ? AuditKind.RecordingPaused : AuditKind.RecordingResumed, call.Id.ToString());
        return await grains.Call(by.Project, call.Id).PauseRecording(isPaused, by.Name, act);
    }

    /// <summary>A supervisor is to hear the conversation that he has, or none is needed any more. The board shows it.</summary>
    public ValueTask<CommandReply> AskForHelp(Viewer by, EmployeeId employee, bool isWanted) =>
        grains.Employee(by.Project, employee).AskForHelp(isWanted);

    /// <summary>Somebody took care of the message of a call: it is always in the audit log, because it leaves every desk.</summary>
    public ValueTask<CommandReply> FinishMessage(Viewer by, CallId call) =>
        grains.Call(by.Project, call).FinishMessage(by.Name, audit.Act(AuditKind.MessageDone, call.ToString()));

    private AuditEntry? ActOn(Viewer by, EmployeeId employee, AuditKind kind, string? detail) =>
        by.Employee == employee ? null : audit.Act(kind, employee.Value, detail);
}
