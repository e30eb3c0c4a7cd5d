using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Secrets;

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

    public void Add(string path, FindingText problem, FindingText remedy)
    {
        if (_errors.Count < Most) _errors.Add(FindingText.Error(path, problem, remedy));
    }

    /// <summary>What may be published as it is, but is hardly meant.</summary>
    public void Warn(string path, FindingText problem, FindingText remedy)
    {
        if (_errors.Count < Most) _errors.Add(FindingText.Error(path, problem, remedy, isWarning: true));
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

    /// <summary>A password that is given can be typed somewhere: no line break, nothing that is no character.</summary>
    public void Password(string path, string? password)
    {
        if (password is { Length: > 0 } && PasswordText.Prepare(password) is null)
            Add(path, "the password contains a line break or another control character", "use letters, digits, signs and spaces");
    }

    /// <summary>A list has a largest size.</summary>
    public void Size(string path, int count, int most)
    {
        if (count > most) Add(path, $"{count} entries are too many", $"use at most {most}");
    }
}
