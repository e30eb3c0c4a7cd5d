using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.Settings;

/// <summary>Somebody who may sign in, as the people page lists him.</summary>
/// <param name="SignInName">Null when the configuration has no e-mail of his.</param>
public sealed record SignInLine(string Name, string? SignInName, AccessLevel Access, string? Extension)
{
    /// <summary>The built-in administrator and the employees, by name; those that have the text in name or e-mail.</summary>
    public static IReadOnlyList<SignInLine> Of(ProjectConfiguration document, string builtIn, string? find)
    {
        var everyone = document.Employees
            .Select(employee => new SignInLine(employee.FullName(), employee.Email, employee.Access, employee.Extension))
            .OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase)
            .Prepend(new SignInLine(builtIn, ISignIns.Administrator, AccessLevel.Administrator, null));
        return [.. everyone.Where(line => line.Has(find?.Trim() ?? ""))];
    }

    private bool Has(string text) =>
        Name.Contains(text, StringComparison.OrdinalIgnoreCase) || SignInName?.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
