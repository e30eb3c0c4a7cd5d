using CallCenter.Abstractions.Configuration;

namespace CallCenter.Load.Companies;

/// <summary>
/// The small company of load runs, benchmarks and tests: one number, which leads to the department <c>sales</c> with everybody in it, a
/// trunk, and Ukraine as the only allowed destination. Whoever needs more changes the document that he gets.
/// </summary>
public static class SmallCompany
{
    public const string Number = "+380442000000";
    public const string Sales = "sales";

    /// <param name="trunk">Host of the carrier, and the only source of its calls.</param>
    public static ProjectConfiguration Of(IReadOnlyList<EmployeeConfiguration> employees, string trunk = "127.0.0.1:5080") =>
        Of([Department(Sales, [.. employees.Select(employee => employee.Id)])], employees, trunk);

    /// <summary>The same with several departments; the number leads to the first.</summary>
    public static ProjectConfiguration Of(
        IReadOnlyList<DepartmentConfiguration> departments, IReadOnlyList<EmployeeConfiguration> employees,
        string trunk = "127.0.0.1:5080") =>
        new()
        {
            Name = "Small",
            TimeZone = "UTC",
            Numbers = [new NumberConfiguration("main", Number, "Main", null, new Destination(Department: departments[0].Id))],
            Departments = departments,
            Employees = employees,
            SipAccounts = Accounts(employees),
            Trunks = [new TrunkConfiguration("carrier", trunk, [trunk])],
            AllowedDestinations = ["+380"],
        };

    public static DepartmentConfiguration Department(string id, params IReadOnlyList<string> members) => new()
    {
        Id = id,
        Name = char.ToUpperInvariant(id[0]) + id[1..],
        Members = [.. members.Select(member => new MemberConfiguration(member))],
    };

    /// <summary>Without contact points: one with a phone of the account that has his key as user name.</summary>
    public static EmployeeConfiguration Employee(string id, string? extension = null, params IReadOnlyList<ContactPoint> contacts) => new()
    {
        Id = id,
        Surname = char.ToUpperInvariant(id[0]) + id[1..],
        GivenName = "Employee",
        Extension = extension,
        MainContacts = contacts.Count > 0 ? contacts : [new ContactPoint(Account: id)],
    };

    /// <summary>The same document with another first department.</summary>
    public static ProjectConfiguration WithSales(
        this ProjectConfiguration document, Func<DepartmentConfiguration, DepartmentConfiguration> change) =>
        document with { Departments = [change(document.Departments[0]), .. document.Departments.Skip(1)] };

    private static SipAccountConfiguration[] Accounts(IEnumerable<EmployeeConfiguration> employees) =>
    [
        .. employees.SelectMany(employee => employee.MainContacts.Concat(employee.OtherContacts)).Select(contact => contact.Account)
            .OfType<string>().Select(account => new SipAccountConfiguration(account)),
    ];
}
