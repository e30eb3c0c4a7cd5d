using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Abstractions.Grains;

/// <summary>An employee; his key is <c>project/key</c>.</summary>
public interface IEmployeeGrain : IGrainWithStringKey
{
    /// <summary>What he sees of himself; null when there is no such employee.</summary>
    ValueTask<EmployeeDesk?> Desk();

    /// <param name="reason">Required for <see cref="Availability.NotReady"/>: one of the project's not-ready reasons.</param>
    /// <param name="by">Who asked: a sign-in name or the name of an API key.</param>
    /// <param name="act">For the audit log, where somebody else asked; what he sets himself leaves none.</param>
    ValueTask<CommandReply> SetAvailability(Availability availability, string? reason, string by, AuditEntry? act);

    /// <summary>Ends his wrap-up before its time.</summary>
    ValueTask<CommandReply> FinishWrapUp(string by, AuditEntry? act);

    /// <summary>Asks for a supervisor to hear the conversation that he has, or needs none any more.</summary>
    ValueTask<CommandReply> AskForHelp(bool isWanted);
}
