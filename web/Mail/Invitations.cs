using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Audit;
using CallCenter.Web.Cluster;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Mail;

/// <summary>What became of invitations that were to be sent.</summary>
public enum InvitationOutcome
{
    /// <summary>They are in the queue of letters.</summary>
    Posted,

    /// <summary>The published configuration has no mail server.</summary>
    NoMailServer,

    /// <summary>None of them may sign in: there is no e-mail in the published configuration.</summary>
    Nobody,

    /// <summary>Too many letters wait.</summary>
    TooMany,

    /// <summary>The queue cannot be kept right now, because the database is away.</summary>
    Away,
}

/// <summary>
/// Lets employees choose their password: by a letter, or by a link that an administrator passes on. Either makes what he had before void.
/// Noted in the audit log.
/// </summary>
public sealed class Invitations(IGrainFactory grains, LetterWriter letters, AuditLog audit)
{
    /// <param name="pages">Where the pages are for them.</param>
    public async Task<InvitationOutcome> Post(
        ProjectId project, IReadOnlyCollection<string> employees, Uri pages, Language language, AuditActor by)
    {
        var (_, document) = await grains.Project(project).Configuration();
        if (document.Mail.Host is null) return InvitationOutcome.NoMailServer;
        EmployeeConfiguration[] invited = [.. document.Employees.Where(one => one.Email is not null && employees.Contains(one.Id))];
        if (invited.Length == 0) return InvitationOutcome.Nobody;
        var written = await Task.WhenAll(invited.Select(one => letters.Invitation(
            new EmployeeId(one.Id), one.Email!, one.FullName(), document.Name, pages, language)));
        try
        {
            if (!await grains.Mail(project).Post(written)) return InvitationOutcome.TooMany;
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            return InvitationOutcome.Away;
        }

        foreach (var one in invited) await audit.Note(project, new AuditEntry(AuditKind.Invited, by, one.Email));
        return InvitationOutcome.Posted;
    }

    /// <summary>Null when nobody in the published configuration signs in by this e-mail.</summary>
    public async Task<string?> Link(ProjectId project, string email, Uri pages, AuditActor by)
    {
        if (await grains.SignIns(project).Find(email) is not { } found) return null;
        if (await grains.SignIns(project).CreateToken(found.Employee) is not { } token) return null;
        await audit.Note(project, new AuditEntry(AuditKind.PasswordLinkMade, by, found.Email));
        return PasswordLinks.To(pages, token);
    }
}
