namespace CallCenter.Load.Results;

/// <summary>Counts refused and failed calls by cause, with the first Call-IDs of each.</summary>
internal sealed class FailureCauses
{
    /// <summary>Further causes count as <see cref="Other"/>.</summary>
    public const int MostCauses = 200;

    public const int ExamplesEach = 5;

    public const string Other = "other causes";

    private readonly Dictionary<(ObservedOutcome Outcome, string Cause), Entry> _causes = [];

    public void Add(ObservedOutcome outcome, string cause, string callId)
    {
        if (!_causes.TryGetValue((outcome, cause), out var entry))
        {
            if (_causes.Count >= MostCauses && cause != Other)
            {
                Add(outcome, Other, callId);
                return;
            }

            _causes.Add((outcome, cause), entry = new Entry());
        }

        entry.Count++;
        if (entry.Examples.Count < ExamplesEach) entry.Examples.Add(callId);
    }

    /// <summary>The causes so far, the most frequent first.</summary>
    public IReadOnlyList<CauseResult> Counted() =>
    [
        .. _causes
            .Select(pair => new CauseResult(pair.Key.Cause, pair.Key.Outcome, pair.Value.Count, [.. pair.Value.Examples]))
            .OrderByDescending(cause => cause.Count).ThenBy(cause => cause.Cause, StringComparer.Ordinal),
    ];

    private sealed class Entry
    {
        public long Count { get; set; }

        public List<string> Examples { get; } = [];
    }
}
