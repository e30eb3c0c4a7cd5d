using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Abstractions.Grains;

/// <summary>A live call; its key is <c>project/number</c>.</summary>
public interface ICallGrain : IGrainWithStringKey
{
    /// <summary>What the board shows of it; null when it is not live.</summary>
    ValueTask<CallLineOnBoard?> State();

    /// <summary>Ends it. Order and entry of the audit log happen together or not at all.</summary>
    /// <param name="by">Who asked: a sign-in name or the name of an API key.</param>
    ValueTask<CommandReply> End(string by, AuditEntry act);

    /// <summary>Pauses the recording of the conversation that goes on, or lets it go on. With its entry, as above.</summary>
    ValueTask<CommandReply> PauseRecording(bool isPaused, string by, AuditEntry act);

    /// <summary>Somebody took care of the message that was left in it, live or not. With its entry, as above.</summary>
    ValueTask<CommandReply> FinishMessage(string by, AuditEntry act);

    /// <summary>The supervisor's phone is rung to let him hear the conversation; where he does, others hear him otherwise from now on.
    /// With its entry, as above.</summary>
    ValueTask<CommandReply> Supervise(EmployeeId supervisor, SupervisionMode mode, AuditEntry act);

    /// <summary>He hears no more of it. With its entry, as above.</summary>
    ValueTask<CommandReply> EndSupervision(EmployeeId supervisor, AuditEntry act);

    /// <summary>He goes on with it in the employee's place. With its entry, as above.</summary>
    ValueTask<CommandReply> TakeOver(EmployeeId supervisor, AuditEntry act);
}
