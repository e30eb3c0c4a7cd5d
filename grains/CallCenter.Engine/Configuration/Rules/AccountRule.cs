using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>SIP accounts of phones.</summary>
internal sealed class AccountRule : IConfigurationRule
{
    private const int ShortestPassword = 8;
    private const int LongestPassword = 128;

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < document.SipAccounts.Count; i++)
        {
            var (account, path) = (document.SipAccounts[i], $"$.sipAccounts[{i}]");
            if (!IsUsername(account.Username))
            {
                findings.Add($"{path}.username", $"\"{account.Username}\" is no user name",
                    "use 1 to 64 letters, digits, dots, dashes and underscores");
            }
            else if (!seen.TryAdd(account.Username, i))
            {
                findings.Add($"{path}.username", $"the user name \"{account.Username}\" is used twice",
                    $"it is {$"$.sipAccounts[{seen[account.Username]}]"} already");
            }

            CheckPassword(account.Password, $"{path}.password", findings);
            findings.Text($"{path}.label", account.Label, "the label", required: false);
        }
    }

    private static bool IsUsername(string text) =>
        text.Length is > 0 and <= 64 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_');

    // Weak passwords of phones are how strangers call abroad at the company's expense.
    private static void CheckPassword(string? password, string path, Findings findings)
    {
        if (password is { Length: < ShortestPassword or > LongestPassword })
        {
            findings.Add(path, $"the password is not {ShortestPassword} to {LongestPassword} characters long",
                "choose a longer one, best a generated one");
        }
        else
        {
            findings.Password(path, password);
        }
    }
}
