using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Secrets;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>Employees have names, and what they sign in with is theirs alone.</summary>
internal sealed class PersonRule : IConfigurationRule
{
    /// <summary>They are in the cookie of whoever signs in.</summary>
    private const int MostSupervised = 50;

    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var names = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var emails = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < document.Employees.Count; i++)
        {
            var (employee, path) = (document.Employees[i], $"$.employees[{i}]");
            findings.Text($"{path}.surname", employee.Surname, "the surname", required: true);
            findings.Text($"{path}.givenName", employee.GivenName, "the given name", required: true);
            findings.Text($"{path}.position", employee.Position, "the position", required: false);
            if (!names.TryAdd(employee.FullName(), i))
            {
                findings.Add(path, $"the full name \"{employee.FullName()}\" is used twice",
                    $"{Place(names[employee.FullName()])} has it already; add a middle name or a number");
            }

            CheckSignIn(employee, path, i, emails, findings);
            CheckSupervised(employee, path, document, findings);
        }
    }

    private static void CheckSignIn(
        EmployeeConfiguration employee, string path, int index, Dictionary<string, int> emails, Findings findings)
    {
        if (employee.Email is { } email)
        {
            if (EmailForm.Check($"{path}.email", email, findings) && !emails.TryAdd(email, index))
                findings.Add($"{path}.email", $"the e-mail address {email} is used twice", $"{Place(emails[email])} has it already");
        }
        else if (employee.Password is not null || employee.Access != AccessLevel.Employee)
        {
            findings.Add($"{path}.email", "there is no e-mail address to sign in with", "add one, it is the sign-in name");
        }

        if (employee.Password is { } password && SignInPassword.FaultOf(password) == PasswordFault.Length)
        {
            findings.Add($"{path}.password",
                $"the sign-in password is not {SignInPassword.Shortest} to {SignInPassword.Longest} characters long",
                "choose a longer one, or leave it out to keep the present one");
        }
        else
        {
            findings.Password($"{path}.password", employee.Password);
        }
    }

    private static void CheckSupervised(EmployeeConfiguration employee, string path, ProjectConfiguration document, Findings findings)
    {
        if (employee.Supervises is not { Count: > 0 } supervised) return;
        if (employee.Access is not (AccessLevel.Supervisor or AccessLevel.Analyst))
        {
            findings.Add($"{path}.supervises", "departments are limited for supervisors and analysts only",
                "leave them out, or change the access level");
        }

        if (supervised.Count > MostSupervised)
        {
            findings.Add($"{path}.supervises", $"{supervised.Count} departments are too many to be limited to",
                $"use at most {MostSupervised}");
        }

        for (var i = 0; i < supervised.Count; i++)
        {
            if (document.Departments.All(department => department.Id != supervised[i]))
                findings.Add($"{path}.supervises[{i}]", $"there is no department \"{supervised[i]}\"", "use the key of a department");
        }
    }

    private static string Place(int index) => $"$.employees[{index}]";
}
