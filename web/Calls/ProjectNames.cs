using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Web.Calls;

/// <summary>
/// The names behind the keys that history keeps, as the published configuration has them now. A key that was removed since is
/// shown as it is.
/// </summary>
public sealed class ProjectNames
{
    // One table per document; a document that nobody holds any more takes its table along.
    private static readonly ConditionalWeakTable<ProjectConfiguration, ProjectNames> Known = [];

    private readonly FrozenDictionary<string, string> _employees;
    private readonly FrozenDictionary<string, string> _departments;
    private readonly FrozenDictionary<string, NumberConfiguration> _numbers;
    private readonly FrozenDictionary<string, string> _menus;

    private ProjectNames(ProjectConfiguration document)
    {
        _employees = document.Employees.ToFrozenDictionary(employee => employee.Id, employee => employee.FullName());
        _departments = document.Departments.ToFrozenDictionary(department => department.Id, department => department.Name);
        _numbers = document.Numbers.ToFrozenDictionary(number => number.Id);
        _menus = document.Menus.ToFrozenDictionary(menu => menu.Id, menu => menu.Name);
    }

    public static ProjectNames Of(ProjectConfiguration document) => Known.GetValue(document, key => new ProjectNames(key));

    public string? Employee(EmployeeId? id) => id is { } known ? Employee(known) : null;

    public string Employee(EmployeeId id) => _employees.GetValueOrDefault(id.Value, id.Value);

    public string? Department(DepartmentId? id) => id is { } known ? Department(known) : null;

    public string Department(DepartmentId id) => _departments.GetValueOrDefault(id.Value, id.Value);

    public string Menu(string id) => _menus.GetValueOrDefault(id, id);

    public NumberConfiguration? Number(string? id) => id is null ? null : _numbers.GetValueOrDefault(id);

    public string? Pool(string? numberId) => Number(numberId)?.Pool;

    /// <summary>Where clients know the number from.</summary>
    public string? Source(string? numberId) => Number(numberId)?.Source;
}
