using CallCenter.Abstractions.Mail;

namespace CallCenter.Abstractions.Ports;

/// <summary>The mail servers of the projects. Implemented by the silo. Safe to call from any thread.</summary>
public interface IMail
{
    /// <summary>Gives letters to the server of the published configuration, one after the other.</summary>
    /// <returns>For each in its place null when the server took it, else why not.</returns>
    ValueTask<IReadOnlyList<MailFailure?>> Send(ProjectId project, IReadOnlyList<Letter> letters, CancellationToken cancellation = default);

    /// <summary>Tries the server of the draft with one letter.</summary>
    ValueTask<MailFailure?> Try(ProjectId project, Letter letter, CancellationToken cancellation = default);
}
