using System.Globalization;
using System.Text.RegularExpressions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>The entry that an error of the document belongs to, so that its summary leads there.</summary>
public static partial class FindingPlace
{
    /// <param name="path">As in <see cref="ConfigurationError.Path"/>.</param>
    /// <returns>Null for the document as a whole, and for a part without entries of its own.</returns>
    public static (DraftPlace Place, string Name)? Of(string path, ProjectConfiguration document)
    {
        if (Entry().Match(path) is not { Success: true } match || EntryKinds.Of(match.Groups[1].Value) is not { } kind) return null;
        return kind.At(document, int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture)) is { } entry
            ? (new DraftPlace(kind.Part, entry.Key), entry.Name) : null;
    }

    /// <summary>Whether a path is that of a property or of something in it.</summary>
    public static bool IsWithin(string path, string property) => path.StartsWith(property, StringComparison.Ordinal)
        && (path.Length == property.Length || path[property.Length] is '.' or '[');

    /// <summary>The keys of the entries of a part that have an error.</summary>
    public static IEnumerable<string> KeysOf(string part, ConfigurationDraft draft) => draft.Findings
        .Where(finding => !finding.IsWarning)
        .Select(finding => Of(finding.Path, draft.Document)?.Place)
        .OfType<DraftPlace>()
        .Where(place => place.Part == part)
        .Select(place => place.Key);

    [GeneratedRegex(@"^\$\.(\w+)\[(\d+)\]")]
    private static partial Regex Entry();
}
