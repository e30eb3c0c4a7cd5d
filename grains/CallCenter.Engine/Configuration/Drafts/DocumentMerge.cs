using System.Text.Json.Nodes;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Drafts;

/// <summary>Carries changes over to another document.</summary>
public static class DocumentMerge
{
    /// <summary>
    /// What leads from <paramref name="origin"/> to <paramref name="mine"/>, done to <paramref name="theirs"/>. An entry that both changed
    /// is as in mine: whoever edits sees it before he publishes, whoever published does not look again.
    /// </summary>
    public static ProjectConfiguration Rebase(ProjectConfiguration origin, ProjectConfiguration mine, ProjectConfiguration theirs)
    {
        var (from, to, result) = (DocumentEntries.Of(origin), DocumentEntries.Of(mine), DocumentEntries.Of(theirs));
        foreach (var (part, key) in from.Keys.Union(to.Keys))
        {
            var (before, after) = (from.Find(part, key), to.Find(part, key));
            if (!JsonNode.DeepEquals(before, after)) result.Set(part, key, after);
        }

        return result.ToDocument();
    }
}
