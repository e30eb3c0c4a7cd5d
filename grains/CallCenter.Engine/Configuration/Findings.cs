using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration;

/// <summary>
/// Collects the errors and warnings of a document. At most <see cref="Most"/> are kept: whoever repairs a document of ten thousand errors
/// validates again.
/// </summary>
internal sealed class Findings
{
    public const int Most = 1000;

    private readonly List<ConfigurationError> _errors = [];

    public IReadOnlyList<ConfigurationError> Errors => _errors;

    public void Add(string path, string problem, string remedy)
    {
        if (_errors.Count < Most) _errors.Add(new ConfigurationError(path, problem, remedy));
    }

    /// <summary>What may be published as it is, but is hardly meant.</summary>
    public void Warn(string path, string problem, string remedy)
    {
        if (_errors.Count < Most) _errors.Add(new ConfigurationError(path, problem, remedy, IsWarning: true));
    }

    /// <summary>A number has to lie between two bounds, both included.</summary>
    public void Range(string path, int? value, int least, int most, string unit = "")
    {
        if (value is not { } number || (number >= least && number <= most)) return;
        Add(path, $"{number} is out of range", $"use {least} to {most}{unit}");
    }

    /// <summary>A text for people: not blank where it is required, of bearable length, without control characters.</summary>
    public void Text(string path, string? text, string what, bool required, int most = 100)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required) Add(path, $"{what} is missing", $"give it a text of 1 to {most} characters");
            else if (text is not null) Add(path, $"{what} is blank", "leave the property out, or give it a text");
            return;
        }

        if (text.Length > most) Add(path, $"{what} has {text.Length} characters", $"use at most {most}");
        else if (text.Any(char.IsControl)) Add(path, $"{what} contains a line break or another control character", "use one line of text");
        else if (text != text.Trim()) Add(path, $"{what} begins or ends with a space", $"write \"{text.Trim()}\"");
    }

    /// <summary>A list has a largest size.</summary>
    public void Size(string path, int count, int most)
    {
        if (count > most) Add(path, $"{count} entries are too many", $"use at most {most}");
    }
}
