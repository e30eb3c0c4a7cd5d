using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Web.Languages;
using CallCenter.Web.Settings.Drafts;

namespace CallCenter.Web.Settings.Employees.Import;

/// <summary>
/// What the rows of a file do to a document. Somebody known is found by e-mail, else by extension, else by his full name; what a row leaves
/// empty stays as it is. Nothing is done here: the plan is shown first.
/// </summary>
public static class ImportPlan
{
    /// <param name="readNumber">A telephone number in E.164; null for what is none.</param>
    public static IReadOnlyList<ImportedEmployee> Of(
        IReadOnlyList<SheetRow> rows, ProjectConfiguration document, Func<string, string?> readNumber)
    {
        var (plan, seen) = (new List<ImportedEmployee>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
        HashSet<string> taken = [.. ProposedKeys.Taken(document).OfType<string>()];
        foreach (var row in rows) plan.Add(Of(row, document, readNumber, seen, taken));
        return plan;
    }

    /// <summary>The edits of the rows that are not refused, one after the other.</summary>
    /// <param name="password">A new password, asked for once for each account.</param>
    /// <returns>With the accounts that are made, whose passwords are in their edits alone.</returns>
    public static (DraftEdit[] Edits, IReadOnlyList<SipAccountConfiguration> Accounts) Edits(
        IReadOnlyList<ImportedEmployee> plan, ProjectConfiguration document, Func<string> password)
    {
        var edits = new OrderedDictionary<(string Part, string Key), DraftEdit>();
        var accounts = new List<SipAccountConfiguration>();
        foreach (var imported in plan.Where(one => one.Outcome is ImportOutcome.New or ImportOutcome.Changed))
        {
            var made = password();
            var (employee, steps) = imported.Form!.ToEdits(document, made);
            foreach (var step in steps)
            {
                // A department that several come to is one edit, from what it was to what it is after all of them.
                var place = (step.Part, step.Key);
                edits[place] = edits.TryGetValue(place, out var before) ? step with { Before = before.Before } : step;
                if (step.Part == "sipAccounts") accounts.Add(new SipAccountConfiguration(step.Key, made, employee.FullName()));
            }

            document = After(document, employee, imported.Form, accounts);
        }

        return ([.. edits.Values], accounts);
    }

    private static ImportedEmployee Of(
        SheetRow row, ProjectConfiguration document, Func<string, string?> readNumber, HashSet<string> seen, HashSet<string> taken)
    {
        ImportedEmployee Refused(Text problem, string? about = null) => new(row, ImportOutcome.Refused, null, problem, about);

        if (row.Surname.Length == 0 || row.GivenName.Length == 0) return Refused(ImportTexts.NameMissing);
        if (!seen.Add(row.Email.Length > 0 ? row.Email : $"{row.GivenName} {row.Surname}")) return Refused(ImportTexts.Twice);
        if (Levels.Find(row.Access) is not { } access) return Refused(ImportTexts.NoLevel, row.Access);
        var departments = new List<string>();
        foreach (var name in Parts(row.Departments))
        {
            if (document.Departments.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } department)
                return Refused(ImportTexts.NoDepartment, name);
            departments.Add(department.Id);
        }

        var known = Known(row, document);
        var form = known is null ? EmployeeForm.New(document) : EmployeeForm.Of(known, document);
        (form.Surname, form.GivenName) = (row.Surname, row.GivenName);
        if (row.Position.Length > 0) form.Position = row.Position;
        if (row.Email.Length > 0) form.Email = row.Email;
        if (row.Access.Length > 0) form.Access = access;
        if (row.Extension.Length > 0) form.Extension = row.Extension;
        else if (known is null) form.Extension = Free(document, taken);
        taken.Add(form.Extension);
        foreach (var department in departments) form.Tiers.TryAdd(department, 1);
        foreach (var contact in Parts(row.Contacts))
        {
            var line = Contact(contact, document, readNumber);
            if (form.Main.All(one => one.Value != line.Value)) form.Main.Add(line);
        }

        form.MakesAccount = known is null && form.Main.Count == 0;
        if (known is null) return new ImportedEmployee(row, ImportOutcome.New, form);
        var changes = form.ToEdits(document, "").Edits.Any(edit => edit.Before != edit.After);
        return new ImportedEmployee(row, changes ? ImportOutcome.Changed : ImportOutcome.Same, form);
    }

    private static EmployeeConfiguration? Known(SheetRow row, ProjectConfiguration document) =>
        (row.Email.Length > 0
            ? document.Employees.FirstOrDefault(one => row.Email.Equals(one.Email, StringComparison.OrdinalIgnoreCase)) : null)
        ?? (row.Extension.Length > 0 ? document.Employees.FirstOrDefault(one => one.Extension == row.Extension) : null)
        ?? document.Employees.FirstOrDefault(one =>
            one.FullName().Equals($"{row.GivenName} {row.Surname}", StringComparison.OrdinalIgnoreCase));

    private static ContactLine Contact(string typed, ProjectConfiguration document, Func<string, string?> readNumber) =>
        document.SipAccounts.Any(one => one.Username == typed) ? new ContactLine { Kind = ContactKind.Account, Value = typed }
        : typed.StartsWith("sip:", StringComparison.OrdinalIgnoreCase) ? new ContactLine { Kind = ContactKind.Uri, Value = typed }
        : new ContactLine { Kind = ContactKind.Number, Value = readNumber(typed) ?? typed };

    private static ProjectConfiguration After(
        ProjectConfiguration document, EmployeeConfiguration employee, EmployeeForm form, List<SipAccountConfiguration> accounts) =>
        document with
        {
            Employees = [.. document.Employees.Where(one => one.Id != employee.Id), employee],
            SipAccounts =
        [
            .. document.SipAccounts,
            .. accounts.Where(account => document.SipAccounts.All(one => one.Username != account.Username)),
        ],
            Departments = [.. document.Departments.Select(department => form.Joined(department, employee.Id) ?? department)],
        };

    private static string Free(ProjectConfiguration document, HashSet<string> taken) =>
        ProposedKeys.Extension(101, document.Employees.Select(one => one.Extension), taken);

    /// <summary>What stands in a cell of several.</summary>
    public static string[] Parts(string cell) =>
        cell.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
