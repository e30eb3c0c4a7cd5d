using CallCenter.Abstractions.Configuration;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>
/// A small company for one scenario: one number (+380442000000) that leads to the department <c>sales</c>, one trunk, and the employees
/// that the scenario needs.
/// </summary>
internal static class SampleProject
{
    public const string Number = "380442000000";
    public const string SecondNumber = "+380442000001";

    /// <param name="trunk">The carrier's two ports: clients call from either, outgoing calls go to the first.</param>
    public static ProjectConfiguration With((int First, int Second) trunk, params EmployeeConfiguration[] employees) => new()
    {
        Name = "Scenario",
        TimeZone = "Europe/Kyiv",
        DefaultCountry = "UA",
        Numbers =
        [
            new NumberConfiguration("main", "+" + Number, "Main", "Kyiv", new Destination(Department: "sales")),
            new NumberConfiguration("second", SecondNumber, "Second", "Kyiv", new Destination(Department: "sales")),
        ],
        Departments =
        [
            new DepartmentConfiguration
            {
                Id = "sales", Name = "Sales", Extension = "500", WrapUpSeconds = 0, RingSeconds = 10,
                Members = [.. employees.Select(employee => new MemberConfiguration(employee.Id))],
            },
        ],
        Employees = employees,
        Trunks =
        [
            new TrunkConfiguration("carrier", $"127.0.0.1:{trunk.First}", [$"127.0.0.1:{trunk.First}", $"127.0.0.1:{trunk.Second}"]),
        ],
        AllowedDestinations = ["+380"],
    };

    /// <summary>An employee with fixed SIP URIs on loopback, ready from the start.</summary>
    public static EmployeeConfiguration Employee(string id, string extension, params int[] phonePorts) => new()
    {
        Id = id,
        Surname = Capital(id),
        GivenName = "Employee",
        Extension = extension,
        MainContacts = [.. phonePorts.Select(port => new ContactPoint(Uri: $"sip:{id}@127.0.0.1:{port}"))],
        StartsReady = true,
    };

    /// <summary>An employee with a registering phone; the account has the employee's key and the password <c>secret-KEY</c>.</summary>
    public static EmployeeConfiguration Registering(string id, string extension) => new()
    {
        Id = id,
        Surname = Capital(id),
        GivenName = "Employee",
        Extension = extension,
        MainContacts = [new ContactPoint(Account: id)],
        StartsReady = true,
    };

    public static SipAccountConfiguration Account(string username) => new(username, "secret-" + username);

    /// <summary>The same document with another department <c>sales</c>.</summary>
    public static ProjectConfiguration Sales(
        this ProjectConfiguration document, Func<DepartmentConfiguration, DepartmentConfiguration> change) =>
        document with { Departments = [change(document.Departments[0]), .. document.Departments.Skip(1)] };

    private static string Capital(string id) => char.ToUpperInvariant(id[0]) + id[1..];
}
