using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Configuration;
using CallCenter.Load.Demo;
using CallCenter.Tests.Shared;

namespace CallCenter.Load.Tests.Demo;

public class DemoDocumentTests
{
    private static readonly ProjectConfiguration Document = DemoDocument.Create(5080);

    [Fact]
    public void The_server_finds_no_error_in_the_sample_project() => Assert.Empty(ConfigurationValidator.Validate(Document));

    [Fact]
    public void The_sample_company_has_two_departments_and_a_dozen_employees_with_phones()
    {
        Assert.Equal(["Продажі", "Підтримка"], Document.Departments.Select(department => department.Name));
        Assert.Equal(12, Document.Employees.Count);
        Assert.All(Document.Employees, employee => Assert.True(employee.StartsReady && employee.MainContacts.Count > 0));
    }

    [Fact]
    public void Every_phone_and_person_has_a_password_of_his_own()
    {
        var again = DemoDocument.Create(5080);
        var passwords = Passwords(Document).Concat(Passwords(again)).ToArray();

        Assert.All(passwords, password => Assert.True(password.Length >= 14));
        Assert.Equal(passwords.Length, passwords.Distinct().Count());
    }

    [Fact]
    public void The_trunk_is_known_by_address_and_port()
    {
        var trunk = Assert.Single(DemoDocument.Create(6123).Trunks);

        Assert.Equal("127.0.0.1:6123", trunk.Host);
        Assert.Equal(["127.0.0.1:6123"], trunk.Addresses);
    }

    [Fact]
    public void The_heads_mobile_rings_last_in_the_department_that_rings_in_order()
    {
        var support = Assert.Single(Document.Departments, department => department.Strategy == Strategy.InOrder);
        var later = Assert.Single(support.Members.SelectMany(member => member.LaterContactPoints ?? []));

        Assert.StartsWith("+380", later.ContactPoint, StringComparison.Ordinal);
        Assert.All(support.Members, member => Assert.True(member.Tier < later.Tier));
    }

    [Fact]
    public void A_written_document_reads_back_the_same_and_only_its_owner_may_read_it()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "demo.json");
        DocumentFile.WriteNew(path, Document);

        Assert.Equivalent(Document, DocumentFile.Read(path), strict: true);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    private static IEnumerable<string> Passwords(ProjectConfiguration document) =>
        document.Employees.Select(employee => employee.Password!).Concat(document.SipAccounts.Select(account => account.Password!));
}
