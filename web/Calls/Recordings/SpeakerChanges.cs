using CallCenter.Abstractions.Calls;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>Where the floor goes over in a conversation: what the player jumps to.</summary>
public static class SpeakerChanges
{
    /// <summary>Of an hour in which somebody else begins every two seconds; those after them are left out.</summary>
    public const int Most = 2_000;

    /// <summary>Milliseconds at which one begins to speak who was not the last to begin; both at once are one change. Pure.</summary>
    public static IReadOnlyList<long> Of(RecordingRecord recording)
    {
        var changes = new List<long>();
        bool? lastIsClient = null;
        var starts = recording.Client.Spans.Select(static span => (At: (long)span.StartMs, IsClient: true))
            .Concat(recording.Employee.Spans.Select(static span => (At: (long)span.StartMs, IsClient: false)))
            .OrderBy(static start => start.At);
        foreach (var (at, isClient) in starts)
        {
            if (isClient == lastIsClient) continue;
            lastIsClient = isClient;
            if (changes.Count == 0 || changes[^1] != at) changes.Add(at);
            if (changes.Count == Most) break;
        }

        return changes;
    }
}
