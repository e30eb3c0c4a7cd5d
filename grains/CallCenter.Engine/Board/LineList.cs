namespace CallCenter.Engine.Board;

/// <summary>
/// The lines of one kind as they are added in their order; the list before, and each line in it, is kept where nothing differs.
/// </summary>
internal struct LineList<TLine>(TLine[] before, int count) where TLine : class, IEquatable<TLine>
{
    private TLine[]? _written = before.Length == count ? null : new TLine[count];
    private int _count;

    /// <summary>All lines, once <c>count</c> of them are added.</summary>
    public readonly TLine[] Written => _written ?? before;

    public void Add(TLine line)
    {
        if (_written is null && !ReferenceEquals(before[_count], line))
        {
            _written = new TLine[count];
            Array.Copy(before, _written, _count);
        }
        _written?[_count] = line;
        _count++;
    }
}
