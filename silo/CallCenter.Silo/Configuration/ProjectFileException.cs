using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Silo.Configuration;

/// <summary>The project file of the start cannot be imported; nothing was applied, and the start ends with exit code 2.</summary>
public sealed class ProjectFileException(string file, IReadOnlyList<ConfigurationError> errors)
    : RefusedStartException(string.Join('\n', errors.Where(error => !error.IsWarning).Select(error => Line(file, error))))
{
    public const int ExitCode = 2;

    public IReadOnlyList<ConfigurationError> Errors => errors;

    private static string Line(string file, ConfigurationError error) =>
        error.Path.Length == 0 ? $"{file}: {error.Problem}; {error.Remedy}" : $"{file} {error.Path}: {error.Problem}; {error.Remedy}";
}
