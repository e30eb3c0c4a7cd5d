using System.Globalization;

namespace CallCenter.Load.Runs;

/// <summary>What happened in a run beside calls, in words with the time; printed with the report. Thread-safe and bounded.</summary>
/// <param name="now">Time since the start of the run.</param>
internal sealed class RunNotes(Func<TimeSpan> now)
{
    private const int Most = 1_000;

    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lines)
            {
                return [.. _lines];
            }
        }
    }

    public void Add(string text)
    {
        lock (_lines)
        {
            if (_lines.Count < Most)
            {
                _lines.Add(string.Create(CultureInfo.InvariantCulture, $"at {now().TotalSeconds:F1} s: {text}"));
            }
        }
    }
}
