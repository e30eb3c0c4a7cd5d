using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Api;
using CallCenter.Web.Audit;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Calls;

/// <summary>
/// What is ordered of conversations that go on, from the board and through the API: each order is in the audit log. Who may order it was
/// decided before (<see cref="Reach.MaySupervise"/>, <see cref="Reach.MayHear"/>).
/// </summary>
public sealed class SupervisionOrders(IGrainFactory grains, AuditLog audit)
{
    public ValueTask<CommandReply> Supervise(Viewer by, CallId call, EmployeeId supervisor, SupervisionMode mode)
    {
        var detail = $"{EnumWords.Of(mode)} {Another(by, supervisor)}".TrimEnd();
        return grains.Call(by.Project, call).Supervise(supervisor, mode, audit.Act(AuditKind.CallSupervised, call.ToString(), detail));
    }

    public ValueTask<CommandReply> End(Viewer by, CallId call, EmployeeId supervisor) => grains.Call(by.Project, call).EndSupervision(
        supervisor, audit.Act(AuditKind.SupervisionEnded, call.ToString(), Another(by, supervisor)));

    public ValueTask<CommandReply> TakeOver(Viewer by, CallId call, EmployeeId supervisor) => grains.Call(by.Project, call).TakeOver(
        supervisor, audit.Act(AuditKind.CallTakenOver, call.ToString(), Another(by, supervisor)));

    private static string? Another(Viewer by, EmployeeId supervisor) => by.Employee == supervisor ? null : supervisor.Value;
}
