using CallCenter.Abstractions.Configuration;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>A small project: one department, employees with fixed phones or accounts, one trunk on loopback.</summary>
internal static class SampleConfiguration
{
    public const string Number = "+380441234567";

    /// <param name="trunk">The carrier's address; calls from it are known, outgoing ones go to it.</param>
    /// <param name="fixedPhones">URIs; each belongs to an employee of the department, in this order.</param>
    /// <param name="accounts">User names; each belongs to an employee of the department, after those.</param>
    public static ProjectConfiguration Of(
        string trunk, string[] fixedPhones, string[]? accounts = null, Strategy strategy = Strategy.InOrder)
    {
        var employees = new List<EmployeeConfiguration>();
        foreach (var uri in fixedPhones)
        {
            employees.Add(Employee(employees.Count, new ContactPoint(Uri: uri)));
        }

        foreach (var account in accounts ?? [])
        {
            employees.Add(Employee(employees.Count, new ContactPoint(Account: account)));
        }

        return new ProjectConfiguration
        {
            Name = "Test",
            Numbers = [new NumberConfiguration("main", Number, null, null, new Destination("sales"))],
            Departments =
            [
                new DepartmentConfiguration
                {
                    Id = "sales", Name = "Sales", Extension = "200", Strategy = strategy, RingSeconds = 10, WrapUpSeconds = 0,
                    Members = [.. employees.Select((employee, index) => new MemberConfiguration(employee.Id, index + 1))],
                },
            ],
            Employees = employees,
            SipAccounts = [.. (accounts ?? []).Select(account => new SipAccountConfiguration(account))],
            Trunks = [new TrunkConfiguration("carrier", trunk, [trunk])],
            CallerNumberRules = [new CallerNumberRule("main")],
            AllowedDestinations = ["+380"],
        };
    }

    private static EmployeeConfiguration Employee(int index, ContactPoint contact) => new()
    {
        Id = $"employee{index + 1}",
        Surname = "Test",
        GivenName = $"Employee{index + 1}",
        Extension = $"{101 + index}",
        MainContacts = [contact],
        StartsReady = true,
    };
}
