using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Configuration.Rules;

/// <summary>
/// Calls that cannot wait must not be sent round in a circle. Flow-outs that happen at once (full, no one signed in, all not ready) are
/// followed from department to department; a time-out may lead back, time passes in between.
/// </summary>
internal sealed class FlowOutCircleRule : IConfigurationRule
{
    public void Check(ProjectConfiguration document, DocumentKeys keys, Findings findings)
    {
        var index = new Dictionary<string, int>();
        for (var i = 0; i < document.Departments.Count; i++) index.TryAdd(document.Departments[i].Id, i);
        var reported = new HashSet<string>();
        foreach (var department in document.Departments)
        {
            if (Circle(department.Id, document, index) is not { } circle || circle.Any(reported.Contains)) continue;
            reported.UnionWith(circle);
            findings.Add($"$.departments[{index[department.Id]}].flowOut",
                $"calls that cannot wait would go in a circle: {string.Join(" → ", circle.Append(circle[0]))}",
                "let one of these departments lead elsewhere, or hang up");
        }
    }

    /// <summary>The departments of a shortest circle through the given one, it first; null when there is none.</summary>
    private static List<string>? Circle(string start, ProjectConfiguration document, Dictionary<string, int> index)
    {
        var (cameFrom, waiting) = (new Dictionary<string, string>(), new Queue<string>([start]));
        while (waiting.TryDequeue(out var at))
        {
            foreach (var next in Next(document.Departments[index[at]].FlowOut).Where(index.ContainsKey))
            {
                if (next == start) return Path(start, at, cameFrom);
                if (cameFrom.TryAdd(next, at)) waiting.Enqueue(next);
            }
        }

        return null;
    }

    private static List<string> Path(string start, string end, Dictionary<string, string> cameFrom)
    {
        var path = new List<string> { end };
        while (path[^1] != start) path.Add(cameFrom[path[^1]]);
        path.Reverse();
        return path;
    }

    private static IEnumerable<string> Next(FlowOutConfiguration flowOut) =>
        new[] { flowOut.Full, flowOut.NoOneSignedIn, flowOut.AllNotReady }.Select(destination => destination?.Department).OfType<string>();
}
