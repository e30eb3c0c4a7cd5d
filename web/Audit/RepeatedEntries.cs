using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;

namespace CallCenter.Web.Audit;

/// <summary>
/// Counts what is done again and again instead of writing it each time: the first entry goes out at once, the same ones within the window
/// become one entry with their number when it ends. Thread-safe.
/// </summary>
/// <param name="most">
/// So many different entries are told apart at a time. Beyond them whatever comes is counted without address and detail, and for
/// strangers without name: one entry for all of them, and so many entries a window at most however many addresses they come from.
/// </param>
public sealed class RepeatedEntries(TimeProvider time, TimeSpan window, int most)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(ProjectId Project, AuditEntry Entry), (DateTimeOffset Until, int Times)> _counts = [];

    /// <summary>What is to be written now; null when it was only counted.</summary>
    public AuditEntry? Add(ProjectId project, AuditEntry entry)
    {
        lock (_lock)
        {
            var key = (project, entry);
            if (_counts.Count >= most && !_counts.ContainsKey(key))
            {
                key = (project, WithoutDistinction(entry));
            }

            if (_counts.TryGetValue(key, out var count))
            {
                _counts[key] = (count.Until, count.Times + 1);
                return null;
            }

            _counts.Add(key, (time.GetUtcNow() + window, 0));
            return key.Item2;
        }
    }

    /// <summary>The repetitions whose window is over, or all; who goes on repeating is in a new window already.</summary>
    public IReadOnlyList<(ProjectId Project, AuditEntry Entry)> Take(bool all = false)
    {
        var now = time.GetUtcNow();
        lock (_lock)
        {
            List<(ProjectId, AuditEntry)> over = [];
            foreach (var (key, count) in _counts.Where(pair => all || pair.Value.Until <= now).ToList())
            {
                if (count.Times == 0)
                {
                    _counts.Remove(key);
                    continue;
                }

                _counts[key] = (now + window, 0);
                over.Add((key.Project, key.Entry with { Times = count.Times }));
            }

            return over;
        }
    }

    private static AuditEntry WithoutDistinction(AuditEntry entry) => entry with
    {
        Actor = entry.Actor.Kind == ActorKind.Stranger
            ? new AuditActor(ActorKind.Stranger, null, null, null, null)
            : entry.Actor with { Address = null },
        Target = null,
        Detail = null,
    };
}
