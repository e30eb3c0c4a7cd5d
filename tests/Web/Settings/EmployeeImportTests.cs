using System.Text;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Languages;
using CallCenter.Web.Settings.Employees.Import;
using MiniExcelLibs;

namespace CallCenter.Web.Tests.Settings;

/// <summary>Employees from files: how they are read, and what each row becomes.</summary>
public class EmployeeImportTests
{
    private static readonly ProjectConfiguration Document = SampleProject.Configuration;

    [Fact]
    public void A_file_with_semicolons_in_the_code_page_of_a_spreadsheet_is_read()
    {
        const string Csv = "Прізвище;Ім'я;Внутрішній номер;Відділи\r\nКравчук;Лідія;120;\"Продажі; Підтримка\"\r\n;;;\r\n";
        var file = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Csv);

        var row = Assert.Single(EmployeeSheet.Read(file));

        Assert.Equal((2, "Кравчук", "Лідія"), (row.Line, row.Surname, row.GivenName));
        Assert.Equal(("120", "Продажі; Підтримка"), (row.Extension, row.Departments));
    }

    [Fact]
    public void A_workbook_is_read()
    {
        using var file = new MemoryStream();
        file.SaveAs(new[] { new Dictionary<string, object> { ["Surname"] = "Кравчук", ["Given name"] = "Лідія", ["Extension"] = 120 } });

        var row = Assert.Single(EmployeeSheet.Read(file.ToArray()));

        Assert.Equal(("Кравчук", "Лідія", "120"), (row.Surname, row.GivenName, row.Extension));
    }

    [Theory]
    [InlineData("")]
    [InlineData("one,two\r\n1,2\r\n")]
    [InlineData("PK no workbook")]
    public void What_is_no_such_file_is_refused(string content) =>
        Assert.Throws<InvalidDataException>(() => EmployeeSheet.Read(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Each_row_says_what_becomes_of_it()
    {
        var plan = Plan("""
            Surname,Given name,E-mail,Departments,Access level,Contacts
            Кравчук,Лідія,,Продажі,,
            Коваль,Олена,olena@example.com,Підтримка,,
            Петренко,Іван,,,,
            ,Безпрізвищний,,,,
            Кравчук,Лідія,,,,
            Інший,Хтось,,Немає такого,,
            Інший,Дехто,,,король,
            """);

        Assert.Equal(
            [
                ImportOutcome.New, ImportOutcome.Changed, ImportOutcome.Same, ImportOutcome.Refused, ImportOutcome.Refused,
                ImportOutcome.Refused, ImportOutcome.Refused,
            ],
            plan.Select(one => one.Outcome));
        Assert.Equal(
            [ImportTexts.NameMissing, ImportTexts.Twice, ImportTexts.NoDepartment, ImportTexts.NoLevel],
            plan.Skip(3).Select(one => one.Problem));
        Assert.Equal("105", plan[0].Form!.Extension);
    }

    [Fact]
    public void Several_who_come_to_one_department_are_one_edit_of_it_and_each_new_one_gets_an_account()
    {
        var plan = Plan("""
            Surname,Given name,Departments,Contacts
            Кравчук,Лідія,Продажі,
            Гнатюк,Павло,Продажі,044 333 22 11
            """);

        var (edits, accounts) = ImportPlan.Edits(plan, Document, () => "phone-password");

        Assert.Equal(
            ["departments", "employees", "employees", "sipAccounts"], edits.Select(edit => edit.Part).Order(StringComparer.Ordinal));
        Assert.Equal(("105", "phone-password"), (Assert.Single(accounts).Username, accounts[0].Password));
        var sales = edits.Single(edit => edit.Part == "departments");
        Assert.Contains("pavlo-hnatiuk", sales.After, StringComparison.Ordinal);
        Assert.Contains("lidiia-kravchuk", sales.After, StringComparison.Ordinal);
        Assert.Equal(
            Abstractions.Configuration.Drafts.DraftEdit.Of(Document.Departments[0], null).Before, sales.Before);
        Assert.Contains("+380443332211", edits.Single(edit => edit.Key == "pavlo-hnatiuk").After, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Ukrainian)]
    [InlineData(Language.Russian)]
    public void What_was_exported_changes_nothing_when_it_is_imported(Language language)
    {
        var file = Encoding.UTF8.GetBytes(EmployeeExport.Csv(Document, language));

        var plan = ImportPlan.Of(EmployeeSheet.Read(file), Document, _ => null);

        Assert.Equal(Document.Employees.Count, plan.Count);
        Assert.All(plan, imported => Assert.Equal(ImportOutcome.Same, imported.Outcome));
    }

    private static IReadOnlyList<ImportedEmployee> Plan(string csv) => ImportPlan.Of(
        EmployeeSheet.Read(Encoding.UTF8.GetBytes(csv)), Document,
        typed => typed.StartsWith('0') ? "+38" + typed.Replace(" ", "", StringComparison.Ordinal) : null);
}
