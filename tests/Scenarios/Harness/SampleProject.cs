using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Companies;

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
    public static ProjectConfiguration With((int First, int Second) trunk, params EmployeeConfiguration[] employees)
    {
        var document = SmallCompany.Of(employees, $"127.0.0.1:{trunk.First}")
            .WithSales(sales => sales with { Extension = "500", WrapUpSeconds = 0, RingSeconds = 10 });
        return document with
        {
            TimeZone = "Europe/Kyiv",
            Numbers =
            [
                document.Numbers[0],
                new NumberConfiguration("second", SecondNumber, "Second", "Kyiv", new Destination(Department: SmallCompany.Sales)),
            ],
            SipAccounts = [],
            Trunks = [document.Trunks[0] with { Addresses = [$"127.0.0.1:{trunk.First}", $"127.0.0.1:{trunk.Second}"] }],
        };
    }

    /// <summary>An employee with fixed SIP URIs on loopback, ready from the start.</summary>
    public static EmployeeConfiguration Employee(string id, string extension, params int[] phonePorts) =>
        SmallCompany.Employee(id, extension, [.. phonePorts.Select(port => new ContactPoint(Uri: $"sip:{id}@127.0.0.1:{port}"))]) with
        {
            StartsReady = true,
        };

    /// <summary>An employee with a registering phone; the account has the employee's key and the password <c>secret-KEY</c>.</summary>
    public static EmployeeConfiguration Registering(string id, string extension) =>
        SmallCompany.Employee(id, extension) with { StartsReady = true };

    public static SipAccountConfiguration Account(string username) => new(username, "secret-" + username);

    /// <summary>The same document with another department <c>sales</c>.</summary>
    public static ProjectConfiguration Sales(
        this ProjectConfiguration document, Func<DepartmentConfiguration, DepartmentConfiguration> change) => document.WithSales(change);
}
