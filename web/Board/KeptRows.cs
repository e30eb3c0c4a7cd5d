using CallCenter.Web.Live;

namespace CallCenter.Web.Board;

/// <summary>
/// The fragments of lines from one drawing to the next: a line that is the same object keeps its fragment, so that a drawing makes those
/// of the changed lines only. What a drawing did not ask for is forgotten.
/// </summary>
internal sealed class KeptRows<TLine>(Func<TLine, Fragment> make) where TLine : class
{
    private Dictionary<TLine, Fragment> _before = new(ReferenceEqualityComparer.Instance);
    private Dictionary<TLine, Fragment> _now = new(ReferenceEqualityComparer.Instance);

    /// <summary>To be called at the start of each drawing.</summary>
    public void Begin()
    {
        (_before, _now) = (_now, _before);
        _now.Clear();
    }

    /// <summary>The fragment of a line; once in a drawing for each line.</summary>
    public Fragment Of(TLine line)
    {
        var fragment = _before.TryGetValue(line, out var kept) ? kept : make(line);
        _now.Add(line, fragment);
        return fragment;
    }
}
