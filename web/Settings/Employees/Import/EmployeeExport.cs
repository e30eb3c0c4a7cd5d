using System.Text;
using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Api.Calls;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Employees.Import;

/// <summary>The employees of a document as CSV, with the columns that an import reads.</summary>
public static class EmployeeExport
{
    public const string Address = "/settings/employees/export";

    public static string Csv(ProjectConfiguration document, Language language)
    {
        var lines = new StringBuilder();
        CsvLine.Add(
            lines, "Surname", "Given name", "Position", "E-mail", "Access level", "Extension", "Departments", "Contacts");
        foreach (var employee in document.Employees)
        {
            var departments = document.Departments.Where(one => one.Members.Any(member => member.Employee == employee.Id))
                .Select(one => one.Name);
            CsvLine.Add(
                lines, employee.Surname, employee.GivenName, employee.Position, employee.Email,
                DocumentTexts.Of(employee.Access).In(language).Split(':')[0], employee.Extension, string.Join(", ", departments),
                string.Join(", ", employee.MainContacts.Select(contact => contact.Value())));
        }

        return lines.ToString();
    }
}
