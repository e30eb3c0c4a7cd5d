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

    public ValueTask<CommandReply> End(string by, AuditEntry act)
    {
        var (project, call) = GrainKeys.SplitCall(this.GetPrimaryKeyString());
        return projects.Send(project, new AuditedCommand(new EndCall(call, by), act));
    }

    public ValueTask<CommandReply> PauseRecording(bool isPaused, string by, AuditEntry act)
    {
        var (project, call) = GrainKeys.SplitCall(this.GetPrimaryKeyString());
        return projects.Send(project, new AuditedCommand(new PauseRecording(call, isPaused, by), act));
    }

    public ValueTask<CommandReply> FinishMessage(string by, AuditEntry act)
    {
        var (project, call) = GrainKeys.SplitCall(this.GetPrimaryKeyString());
        return projects.Send(project, new AuditedCommand(new FinishMessage(call, by), act));
    }
}
