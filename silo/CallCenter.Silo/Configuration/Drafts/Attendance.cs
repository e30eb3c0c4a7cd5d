using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration.Drafts;

namespace CallCenter.Silo.Configuration.Drafts;

/// <summary>
/// Who has a page of a draft open. Bounded by <see cref="Most"/>; whoever comes then is not shown to others. Thread-safe.
/// </summary>
internal sealed class Attendance(TimeProvider time)
{
    public const int Most = 200;

    /// <summary>Pages say so every two seconds.</summary>
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(8);

    private readonly Lock _lock = new();
    private readonly Dictionary<(ProjectId Project, string Window), (DraftEditor Editor, long Until)> _there = [];

    /// <summary>The others.</summary>
    public IReadOnlyList<DraftEditor> Attend(ProjectId project, DraftEditor editor)
    {
        var now = time.GetTimestamp();
        var until = now + (long)(Lasts.TotalSeconds * time.TimestampFrequency);
        lock (_lock)
        {
            foreach (var gone in _there.Where(one => one.Value.Until < now).Select(one => one.Key).ToArray()) _there.Remove(gone);
            var me = (project, editor.Window);
            if (_there.Count < Most || _there.ContainsKey(me)) _there[me] = (editor, until);
            return
            [
                .. _there.Where(one => one.Key.Project == project && one.Key != me).Select(one => one.Value.Editor)
                    .OrderBy(other => other.Name, StringComparer.Ordinal).ThenBy(other => other.Window, StringComparer.Ordinal),
            ];
        }
    }
}
