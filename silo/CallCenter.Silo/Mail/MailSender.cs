using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Mail;
using CallCenter.Abstractions.Ports;
using CallCenter.Silo.Configuration.Drafts;
using CallCenter.Silo.Secrets;

namespace CallCenter.Silo.Mail;

/// <summary>
/// Gives letters to the mail servers of the projects, several over one connection. A letter that brings a token gets it here, at the last
/// moment: what was not sent leaves nothing behind by which somebody could sign in.
/// </summary>
public sealed class MailSender(
    IProjects projects, ISignIns signIns, ConfigurationDrafts drafts, SecretStore store, TimeProvider time) : IMail
{
    public async ValueTask<IReadOnlyList<MailFailure?>> Send(
        ProjectId project, IReadOnlyList<Letter> letters, CancellationToken cancellation = default)
    {
        var (_, document) = await projects.Configuration(project, cancellation);
        if (document.Mail.Host is null) return [.. letters.Select(static _ => new MailFailure(MailFailureKind.NoServer))];
        using var server = new MailConnection(document.Mail, store.MailPassword(project), Name(document), time);
        var failures = new MailFailure?[letters.Count];
        for (var i = 0; i < failures.Length; i++) failures[i] = await Send(server, project, document, letters[i], cancellation);
        await server.Quit(cancellation);
        return failures;
    }

    public async ValueTask<MailFailure?> Try(ProjectId project, Letter letter, CancellationToken cancellation = default)
    {
        var document = await drafts.WithSecrets(project);
        if (document.Mail.Host is null) return new MailFailure(MailFailureKind.NoServer);
        using var server = new MailConnection(
            document.Mail, document.Mail.Password ?? store.MailPassword(project), Name(document), time);
        var failure = await server.Send(letter, cancellation);
        await server.Quit(cancellation);
        return failure;
    }

    private async ValueTask<MailFailure?> Send(
        MailConnection server, ProjectId project, ProjectConfiguration document, Letter letter, CancellationToken cancellation)
    {
        if (letter.Employee is not { } employee) return await server.Send(letter, cancellation);
        // The address may belong to somebody else by now, who must not get this token.
        if (!document.Employees.Any(one => one.Id == employee.Value && one.Email == letter.To))
            return new MailFailure(MailFailureKind.NoEmployee);
        if (await server.Open(cancellation) is { } failure) return failure;
        return await signIns.CreateToken(project, employee, cancellation) is { } token
            ? await server.Send(letter.With(token), cancellation)
            : new MailFailure(MailFailureKind.NoEmployee);
    }

    private static string Name(ProjectConfiguration document) => document.Mail.FromName ?? document.Name;
}
