namespace CallCenter.Engine.Statistics;

/// <summary>
/// The figures of one kind (project, departments or employees): a ring of intervals and today's sums. The ring keeps
/// <paramref name="intervalsKept"/> intervals; a fact older than the ring is not counted in intervals any more.
/// </summary>
internal sealed class FigureBook<TFigures>(int intervalsKept) where TFigures : class, IFigures<TFigures>, new()
{
    private readonly Frame[] _ring = [.. Enumerable.Range(0, intervalsKept).Select(_ => new Frame())];
    private readonly Dictionary<string, TFigures> _today = [];
    private readonly Dictionary<string, Latest> _latest = [];
    private LocalDay _day;

    /// <summary>Where to count a fact that happened at <paramref name="at"/> to what was offered at <paramref name="entryAt"/>.</summary>
    public Postings<TFigures> At(string key, long entryAt, long at)
    {
        if (!_latest.TryGetValue(key, out var latest)) _latest[key] = latest = new Latest();
        if (Interval.Of(entryAt) is var entry && latest.Entry != entry)
            (latest.Entry, latest.ByEntry) = (entry, FrameOf(entry) is { } frame ? Of(frame.ByEntry, key) : null);
        if (Interval.Of(at) is var happened && latest.Event != happened)
            (latest.Event, latest.ByEvent) = (happened, FrameOf(happened) is { } frame ? Of(frame.ByEvent, key) : null);
        return new(latest.ByEntry, latest.ByEvent, _day.Contains(entryAt) ? latest.Today ??= Of(_today, key) : null);
    }

    /// <summary>A day begins, or its bounds moved with the time zone: today's sums are made anew of the intervals inside it.</summary>
    public void BeginDay(LocalDay day)
    {
        _day = day;
        _today.Clear();
        _latest.Clear();
        foreach (var frame in _ring.Where(frame => frame.Number >= 0 && day.Contains(Interval.Start(frame.Number))))
        {
            foreach (var (key, figures) in frame.ByEntry) Of(_today, key).Add(figures);
        }
    }

    /// <summary>A copy of today's sums; empty figures where there is nothing.</summary>
    public TFigures Today(string key) => _today.TryGetValue(key, out var figures) ? figures.Copy() : new TFigures();

    /// <summary>Today's sums themselves, to be read at once; null where there is nothing.</summary>
    public TFigures? Peek(string key) => _today.GetValueOrDefault(key);

    /// <summary>Copies of an interval's figures, ordered by key.</summary>
    public IEnumerable<KeyValuePair<string, TFigures>> Read(long interval, IntervalMode mode)
    {
        var frame = _ring[interval % _ring.Length];
        if (frame.Number != interval) return [];
        return (mode == IntervalMode.ByEntry ? frame.ByEntry : frame.ByEvent)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Copy()));
    }

    /// <summary>The numbers of the intervals kept, in order.</summary>
    public IEnumerable<long> Numbers() => _ring.Select(frame => frame.Number).Where(number => number >= 0).Order();

    public void Restore(long interval, IntervalMode mode, string key, TFigures figures)
    {
        _latest.Clear();
        if (FrameOf(interval) is { } frame) (mode == IntervalMode.ByEntry ? frame.ByEntry : frame.ByEvent)[key] = figures;
    }

    private Frame? FrameOf(long interval)
    {
        var frame = _ring[interval % _ring.Length];
        if (frame.Number < interval) frame.Begin(interval);
        return frame.Number == interval ? frame : null;
    }

    private static TFigures Of(Dictionary<string, TFigures> figures, string key) =>
        figures.TryGetValue(key, out var found) ? found : figures[key] = new TFigures();

    /// <summary>
    /// Where a key was counted last. Nearly every fact goes to the same places as the one before: one look-up instead of three. Only a
    /// cache; emptied every day, so that keys that are gone leave it.
    /// </summary>
    private sealed class Latest
    {
        public long Entry { get; set; } = -1;
        public long Event { get; set; } = -1;
        public TFigures? ByEntry { get; set; }
        public TFigures? ByEvent { get; set; }
        public TFigures? Today { get; set; }
    }

    private sealed class Frame
    {
        public long Number { get; private set; } = -1;
        public Dictionary<string, TFigures> ByEntry { get; } = [];
        public Dictionary<string, TFigures> ByEvent { get; } = [];

        public void Begin(long number)
        {
            Number = number;
            ByEntry.Clear();
            ByEvent.Clear();
        }
    }
}
