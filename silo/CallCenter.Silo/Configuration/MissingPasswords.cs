using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Configuration;
using CallCenter.Silo.Secrets;

namespace CallCenter.Silo.Configuration;

/// <summary>Accounts, trunks and mail servers with a sign-in need a password: in the document, or kept from an earlier one.</summary>
internal static class MissingPasswords
{
    public static IEnumerable<ConfigurationError> Of(ProjectId project, ProjectConfiguration document, SecretStore store)
    {
        for (var i = 0; i < document.SipAccounts.Count; i++)
        {
            var account = document.SipAccounts[i];
            if (account.Password is null && store.AccountPassword(project, account.Username) is null)
            {
                yield return FindingText.Error($"$.sipAccounts[{i}].password",
                    $"the account \"{account.Username}\" has no password, and none is kept", "add one of at least 8 characters");
            }
        }

        for (var i = 0; i < document.Trunks.Count; i++)
        {
            var trunk = document.Trunks[i];
            if (trunk.Username is not null && trunk.Password is null && store.TrunkPassword(project, trunk.Id) is null)
            {
                yield return FindingText.Error($"$.trunks[{i}].password",
                    $"the trunk \"{trunk.Id}\" has a user name but no password, and none is kept", "add the one the carrier gave");
            }
        }

        if (document.Mail is { Username: not null, Password: null } && store.MailPassword(project) is null)
        {
            yield return FindingText.Error("$.mail.password",
                "the mail server has a user name but no password, and none is kept", "add the one of this mailbox");
        }
    }
}
