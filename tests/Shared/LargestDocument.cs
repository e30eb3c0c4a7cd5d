using System.Globalization;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Tests.Shared;

/// <summary>A valid document as large as one may be, to within one employee.</summary>
public static class LargestDocument
{
    public static ProjectConfiguration Make()
    {
        var empty = new ProjectConfiguration { Name = "Large" };
        var room = ConfigurationJson.MostBytes - ConfigurationJson.Write(empty).Length;
        // Employees of equal length with a comma between them.
        var each = ConfigurationJson.Write(empty with { Employees = [Employee(0)] }).Length - ConfigurationJson.Write(empty).Length + 1;
        return empty with { Employees = [.. Enumerable.Range(0, (room + 1) / each).Select(Employee)] };
    }

    /// <summary>The same with one employee more.</summary>
    public static ProjectConfiguration TooLarge()
    {
        var document = Make();
        return document with { Employees = [.. document.Employees, Employee(document.Employees.Count)] };
    }

    private static EmployeeConfiguration Employee(int index)
    {
        var filler = new string('x', 200);
        var key = index.ToString("D5", CultureInfo.InvariantCulture);
        return new EmployeeConfiguration
        {
            Id = "employee-" + key,
            Surname = "Коваль",
            GivenName = "Олена " + key,
            MainContacts = [new ContactPoint(Uri: $"sip:main-{key}@192.0.2.10")],
            OtherContacts = [.. Enumerable.Range(0, 10).Select(other => new ContactPoint(Uri: $"sip:{key}-{other}-{filler}@192.0.2.10"))],
            StartsReady = true,
        };
    }
}
