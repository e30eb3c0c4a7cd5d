using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Companies;

namespace CallCenter.Engine.Tests;

/// <summary>Small documents for scenes: every employee has one SIP account of his name.</summary>
public static class Documents
{
    public const string MainNumber = "+380441000000";

    /// <summary>One number that leads to the department "sales" with these members.</summary>
    public static ProjectConfiguration Sales(params string[] employees) => Of(Department("sales", employees));

    public static ProjectConfiguration Sales(Func<DepartmentConfiguration, DepartmentConfiguration> change, params string[] employees) =>
        Of(change(Department("sales", employees)));

    /// <summary>One number that leads to the first of these departments.</summary>
    public static ProjectConfiguration Of(params DepartmentConfiguration[] departments)
    {
        var employees = departments.SelectMany(department => department.Members).Select(member => member.Employee).Distinct();
        var document = SmallCompany.Of(departments, [.. employees.Select((name, i) => Employee(name, $"{101 + i}"))], "10.1.1.1");
        return document with
        {
            Numbers = [document.Numbers[0] with { Number = MainNumber }],
            Trunks = [document.Trunks[0] with { Id = "kyivstar" }],
        };
    }

    public static DepartmentConfiguration Department(string id, params string[] employees) => SmallCompany.Department(id, employees);

    public static EmployeeConfiguration Employee(string name, string? extension = null, params ContactPoint[] contacts) =>
        SmallCompany.Employee(name, extension, contacts);

    /// <summary>The same document with another destination of its one number.</summary>
    public static ProjectConfiguration LeadingTo(this ProjectConfiguration document, Destination destination) =>
        document with { Numbers = [document.Numbers[0] with { LeadsTo = destination }] };

    /// <summary>The same document with another number that leads to a department.</summary>
    public static ProjectConfiguration WithNumber(this ProjectConfiguration document, string number, string department, int priority = 0) =>
        document with
        {
            Numbers = [.. document.Numbers, new NumberConfiguration(number, number, null, null, new Destination(department), priority)],
        };

    /// <summary>The same document where the first employee has this number as his other contact point.</summary>
    public static ProjectConfiguration WithOtherContact(this ProjectConfiguration document, string number) => document with
    {
        Employees = [document.Employees[0] with { OtherContacts = [new ContactPoint(Number: number)] }, .. document.Employees.Skip(1)],
    };

    public static ProjectConfiguration Adding(this ProjectConfiguration document, params EmployeeConfiguration[] employees) => document with
    {
        Employees = [.. document.Employees, .. employees],
        SipAccounts =
        [
            .. document.SipAccounts,
            .. employees.SelectMany(employee => employee.MainContacts.Concat(employee.OtherContacts)).Select(contact => contact.Account)
                .OfType<string>().Select(account => new SipAccountConfiguration(account)),
        ],
    };
}
