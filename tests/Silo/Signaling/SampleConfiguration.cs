using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Companies;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>A small project: one department, employees with fixed phones or accounts, one trunk on loopback.</summary>
internal static class SampleConfiguration
{
    public const string Number = SmallCompany.Number;

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

        var document = SmallCompany.Of(employees, trunk).WithSales(sales => sales with
        {
            Extension = "200",
            Strategy = strategy,
            RingSeconds = 10,
            WrapUpSeconds = 0,
            Members = [.. employees.Select((employee, index) => new MemberConfiguration(employee.Id, index + 1))],
        });
        return document with { Name = "Test", TimeZone = "Europe/Kyiv", CallerNumberRules = [new CallerNumberRule("main")] };
    }

    private static EmployeeConfiguration Employee(int index, ContactPoint contact) =>
        SmallCompany.Employee($"employee{index + 1}", $"{101 + index}", contact) with { StartsReady = true };
}
