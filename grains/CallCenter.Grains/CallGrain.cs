using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Grains.Placement;
using Orleans.Concurrency;

namespace CallCenter.Grains;

/// <summary>The address of a live call.</summary>
[Reentrant, ProjectPlacement]
public sealed class CallGrain(IProjects projects) : Grain, ICallGrain
{
    public async ValueTask<CallLineOnBoard?> State()
    {
        var (project, call) = GrainKeys.SplitCall(this.GetPrimaryKeyString());
        return (await projects.Board(project)).Calls.FirstOrDefault(line => line.Id == call);
    }

    public ValueTask<CommandReply> End(string by, AuditEntry act) => Send(call => new EndCall(call, by), act);

    public ValueTask<CommandReply> PauseRecording(bool isPaused, string by, AuditEntry act) =>
        Send(call => new PauseRecording(call, isPaused, by), act);

    public ValueTask<CommandReply> FinishMessage(string by, AuditEntry act) => Send(call => new FinishMessage(call, by), act);

    public ValueTask<CommandReply> Supervise(EmployeeId supervisor, SupervisionMode mode, AuditEntry act) =>
        Send(call => new SuperviseCall(call, supervisor, mode), act);

    public ValueTask<CommandReply> EndSupervision(EmployeeId supervisor, AuditEntry act) =>
        Send(call => new EndSupervision(call, supervisor), act);

    public ValueTask<CommandReply> TakeOver(EmployeeId supervisor, AuditEntry act) =>
        Send(call => new TakeOverCall(call, supervisor), act);

    private ValueTask<CommandReply> Send(Func<CallId, ProjectCommand> command, AuditEntry act)
    {
        var (project, call) = GrainKeys.SplitCall(this.GetPrimaryKeyString());
        return projects.Send(project, new AuditedCommand(command(call), act));
    }
}
