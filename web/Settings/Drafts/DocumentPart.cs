using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>A part of the document that is changed as a whole.</summary>
/// <param name="Name">Of the document's property.</param>
/// <param name="Edit">What leads from one document's part to the other's; null when they are the same.</param>
public sealed record DocumentPart(string Name, Func<ProjectConfiguration, ProjectConfiguration, DraftEdit?> Edit)
{
    public static DocumentPart Of<T>(string name, Func<ProjectConfiguration, T> part) => new(name, (before, after) =>
    {
        var edit = DraftEdit.OfWhole(name, part(before), part(after));
        return edit.Before == edit.After ? null : edit;
    });
}
