using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration;

/// <summary>
/// What an error says, with the places of its values kept apart: rules write it as an interpolated English sentence, and pages say it in
/// the reader's language by its template (<c>{0} is out of range</c>).
/// </summary>
/// <param name="literalLength">Asked for by the compiler.</param>
/// <param name="formattedCount">Asked for by the compiler.</param>
[InterpolatedStringHandler]
public sealed class FindingText(int literalLength, int formattedCount)
{
    private readonly StringBuilder _template = new(literalLength + (3 * formattedCount));
    private readonly List<string> _values = new(formattedCount);

    public string Template => _template.ToString();

    public IReadOnlyList<string> Values => _values;

    public static implicit operator FindingText(string text)
    {
        var plain = new FindingText(text.Length, 0);
        plain.AppendLiteral(text);
        return plain;
    }

    public static ConfigurationError Error(string path, FindingText problem, FindingText remedy, bool isWarning = false) =>
        new(path, problem.ToString(), remedy.ToString(), isWarning)
        {
            Words = new FindingWords(problem.Template, problem.Values, remedy.Template, remedy.Values),
        };

    public void AppendLiteral(string text) =>
        _template.Append(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    public void AppendFormatted<T>(T value)
    {
        _template.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add(value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value?.ToString() ?? "");
    }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, Template, [.. _values]);
}
