using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>The mail server can be found, and its letters come from somewhere.</summary>
internal sealed class MailRule : IConfigurationRule
{
    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var mail = document.Mail;
        if (mail.Host is { } host && (!HostForm.IsValid(host) || host.Contains(':', StringComparison.Ordinal)))
            findings.Add("$.mail.host", $"\"{host}\" is no host", "write an address or a name, the port has a field of its own");
        findings.Range("$.mail.port", mail.Port, 1, 65_535);
        findings.Text("$.mail.username", mail.Username, "the user name", required: false, most: 254);
        findings.Text("$.mail.fromName", mail.FromName, "the sender's name", required: false);
        findings.Password("$.mail.password", mail.Password);
        if (mail.Username is null && mail.Password is not null)
            findings.Add("$.mail.username", "there is a password without a user name", "add the user name of this mailbox");
        if (mail.From is { } from) EmailForm.Check("$.mail.from", from, findings);
        else if (mail.Host is not null) findings.Add("$.mail.from", "letters have no sender", "add the address that they come from");
        if (mail is { Security: MailSecurity.None, Username: not null })
        {
            findings.Warn("$.mail.security", "the password travels in clear", "use STARTTLS or TLS, or leave user name and password out");
        }
    }
}
