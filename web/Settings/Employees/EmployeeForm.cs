using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Web.Settings.Drafts;

namespace CallCenter.Web.Settings.Employees;

/// <summary>An employee as he is being typed, with the departments he is in.</summary>
public sealed class EmployeeForm : TypedForm<EmployeeConfiguration>
{
    public string Surname { get; set; } = "";
    public string GivenName { get; set; } = "";
    public string Position { get; set; } = "";
    public string Email { get; set; } = "";
    public AccessLevel Access { get; set; }
    public string Extension { get; set; } = "";

    /// <summary>The departments that he sees; none: all.</summary>
    public List<string> Supervises { get; set; } = [];

    /// <summary>Whether what he sees can be limited to some departments.</summary>
    public bool IsLimitable => Access is AccessLevel.Supervisor or AccessLevel.Analyst;

    public bool StartsReady { get; set; }

    public RecordingRule Record { get; set; }

    public List<ContactLine> Main { get; set; } = [];
    public List<ContactLine> Other { get; set; } = [];

    /// <summary>The tier in each department he is in.</summary>
    public Dictionary<string, int> Tiers { get; set; } = [];

    /// <summary>Whether a SIP account is made with him, under his extension.</summary>
    public bool MakesAccount { get; set; }

    public static EmployeeForm New(ProjectConfiguration document) => new()
    {
        Extension = ProposedKeys.Extension(
            101, document.Employees.Select(one => one.Extension), ProposedKeys.Taken(document)),
        MakesAccount = true,
    };

    public static EmployeeForm Of(EmployeeConfiguration employee, ProjectConfiguration document)
    {
        var form = new EmployeeForm { Seen = employee };
        form.Take(employee, document);
        return form;
    }

    public void Take(EmployeeConfiguration employee, ProjectConfiguration document)
    {
        (Surname, GivenName, Position) = (employee.Surname, employee.GivenName, employee.Position ?? "");
        (Email, Access, Extension, StartsReady) = (employee.Email ?? "", employee.Access, employee.Extension ?? "", employee.StartsReady);
        (Supervises, Record) = ([.. employee.Supervises ?? []], employee.Record);
        (Main, Other) = ([.. employee.MainContacts.Select(ContactLine.Of)], [.. employee.OtherContacts.Select(ContactLine.Of)]);
        Tiers = document.Departments
            .Select(department => (department.Id, Member: department.Members.FirstOrDefault(member => member.Employee == employee.Id)))
            .Where(one => one.Member is not null)
            .ToDictionary(one => one.Id, one => one.Member!.Tier);
    }

    /// <summary>The edits that save it: himself, the departments he came to and left, and the account made with him.</summary>
    /// <param name="accountPassword">Of the account that is made with him.</param>
    public (EmployeeConfiguration Employee, DraftEdit[] Edits) ToEdits(ProjectConfiguration document, string accountPassword)
    {
        var key = Seen?.Id
            ?? ProposedKeys.Of($"{GivenName} {Surname}", "employee", document.Employees.Select(one => one.Id));
        var account = MakesAccount && Seen is null ? AccountName(key, document) : null;
        var employee = (Seen ?? new EmployeeConfiguration { Id = key, Surname = "", GivenName = "" }) with
        {
            Surname = Surname.Trim(),
            GivenName = GivenName.Trim(),
            Position = Blank.ToNull(Position),
            Email = Blank.ToNull(Email),
            Access = Access,
            Supervises = IsLimitable && Supervises.Count > 0 ? [.. Supervises.Order(StringComparer.Ordinal)] : null,
            Extension = Blank.ToNull(Extension),
            StartsReady = StartsReady,
            Record = Record,
            MainContacts = [.. Contacts(Main), .. account is null ? [] : new[] { new ContactPoint(Account: account) }],
            OtherContacts = [.. Contacts(Other)],
        };
        List<DraftEdit> edits = [DraftEdit.Of(Seen, employee)];
        if (account is not null)
            edits.Add(DraftEdit.Of(null, new SipAccountConfiguration(account, accountPassword, Blank.ToNull(employee.FullName()))));
        foreach (var department in document.Departments)
        {
            if (Joined(department, key) is { } changed) edits.Add(DraftEdit.Of(department, changed));
        }

        return (employee, [.. edits]);
    }

    private string AccountName(string key, ProjectConfiguration document) =>
        Blank.ToNull(Extension) is { } extension && document.SipAccounts.All(one => one.Username != extension) ? extension
            : ProposedKeys.Of(key, "phone", document.SipAccounts.Select(one => one.Username));

    /// <summary>The department after he came, left or changed his tier; null where nothing changes.</summary>
    public DepartmentConfiguration? Joined(DepartmentConfiguration department, string key)
    {
        var now = department.Members.FirstOrDefault(member => member.Employee == key);
        if (!Tiers.TryGetValue(department.Id, out var tier))
            return now is null ? null : department with { Members = [.. department.Members.Where(member => member != now)] };
        if (now is null) return department with { Members = [.. department.Members, new MemberConfiguration(key, tier)] };
        return now.Tier == tier ? null
            : department with { Members = [.. department.Members.Select(member => member == now ? now with { Tier = tier } : member)] };
    }

    private static IEnumerable<ContactPoint> Contacts(List<ContactLine> lines) =>
        lines.Where(line => !string.IsNullOrWhiteSpace(line.Value)).Select(line => line.ToContact());
}
