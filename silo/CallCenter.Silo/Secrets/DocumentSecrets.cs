using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Secrets;

namespace CallCenter.Silo.Secrets;

/// <summary>The secrets of one document, taken out of it. A class and not a record, so that nothing prints its content.</summary>
public sealed class DocumentSecrets
{
    private DocumentSecrets(
        IReadOnlyDictionary<string, string> accounts, IReadOnlyDictionary<string, string> trunks,
        IReadOnlyDictionary<string, string> signIns, IReadOnlyDictionary<string, string> mail)
    {
        Accounts = accounts;
        Trunks = trunks;
        SignIns = signIns;
        Mail = mail;
    }

    /// <summary>SIP accounts' passwords by user name.</summary>
    public IReadOnlyDictionary<string, string> Accounts { get; }
    /// <summary>Trunks' passwords by key.</summary>
    public IReadOnlyDictionary<string, string> Trunks { get; }
    /// <summary>Sign-in passwords by the key of the employee.</summary>
    public IReadOnlyDictionary<string, string> SignIns { get; }
    /// <summary>The mail server's password, by <see cref="MailKey"/>.</summary>
    public IReadOnlyDictionary<string, string> Mail { get; }

    /// <summary>There is one mail server.</summary>
    public static string MailKey => "server";

    public bool IsEmpty => Accounts.Count + Trunks.Count + SignIns.Count + Mail.Count == 0;

    /// <summary>
    /// Parts a valid document (no key twice) into one without secrets, and the secrets, which are kept in the form that RFC 7616 §4 asks of
    /// digest, too.
    /// </summary>
    public static (ProjectConfiguration Clean, DocumentSecrets Secrets) TakeOut(ProjectConfiguration document)
    {
        var secrets = new DocumentSecrets(
            Given(document.SipAccounts, account => account.Username, account => account.Password),
            Given(document.Trunks, trunk => trunk.Id, trunk => trunk.Password),
            Given(document.Employees, employee => employee.Id, employee => employee.Password),
            Given([document.Mail], _ => MailKey, mail => mail.Password));
        return (Without(document), secrets);
    }

    /// <summary>The document without any.</summary>
    public static ProjectConfiguration Without(ProjectConfiguration document) => document with
    {
        SipAccounts = [.. document.SipAccounts.Select(account => account with { Password = null })],
        Trunks = [.. document.Trunks.Select(trunk => trunk with { Password = null })],
        Employees = [.. document.Employees.Select(employee => employee with { Password = null })],
        Mail = document.Mail with { Password = null },
    };

    private static Dictionary<string, string> Given<T>(IEnumerable<T> owners, Func<T, string> key, Func<T, string?> password) =>
        owners.Where(owner => password(owner) is not null)
            .ToDictionary(key, owner => PasswordText.Prepare(password(owner)!) ?? password(owner)!);
}
