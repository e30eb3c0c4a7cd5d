namespace CallCenter.Engine.Statistics;

/// <summary>
/// The figures that one fact is counted in: an interval by entry, an interval by event, and today. Enumerates without allocating.
/// </summary>
internal readonly struct Postings<TFigures>(TFigures? byEntry, TFigures? byEvent, TFigures? today) where TFigures : class
{
    public Enumerator GetEnumerator() => new(byEntry, byEvent, today);

    internal struct Enumerator(TFigures? first, TFigures? second, TFigures? third)
    {
        private int _next;

        public TFigures Current { readonly get; private set; } = null!;

        public bool MoveNext()
        {
            while (_next < 3)
            {
                var figures = _next++ switch { 0 => first, 1 => second, _ => third };
                if (figures is null) continue;
                Current = figures;
                return true;
            }

            return false;
        }
    }
}
