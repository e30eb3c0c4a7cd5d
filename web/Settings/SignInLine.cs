using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.Settings;

/// <summary>Somebody who may sign in, as the people page lists him.</summary>
/// <param name="SignInName">Null when the configuration has no e-mail of his.</param>
/// <param name="Employee">His key; null for the operator.</param>
public sealed record SignInLine(string Name, string? SignInName, AccessLevel Access, string? Extension, string? Employee)
{
    /// <summary>The employees by name, before them the operator where he looks; those that have the text in name or e-mail.</summary>
    /// <param name="operatorName">Null for everybody else.</param>
    public static IReadOnlyList<SignInLine> Of(ProjectConfiguration document, string? operatorName, string? find)
    {
        var everyone = document.Employees
            .Select(employee => new SignInLine(employee.FullName(), employee.Email, employee.Access, employee.Extension, employee.Id))
            .OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase);
        SignInLine[] above = operatorName is null ? []
            : [new SignInLine(operatorName, SignedInUser.Operator, AccessLevel.Administrator, null, null)];
        return [.. above.Concat(everyone).Where(line => line.Has(find?.Trim() ?? ""))];
    }

    private bool Has(string text) =>
        Name.Contains(text, StringComparison.OrdinalIgnoreCase) || SignInName?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
