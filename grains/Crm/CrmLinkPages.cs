namespace CallCenter.Grains.Crm;

/// <summary>The places of all clients, in pages, so that no array is copied when there are more of them.</summary>
internal sealed class CrmLinkPages
{
    private const int PageBits = 11;
    private const int PageSize = 1 << PageBits;

    private readonly List<CrmLinkGrain[]> _pages;

    public CrmLinkPages()
        : this([])
    {
    }

    private CrmLinkPages(List<CrmLinkGrain[]> pages) => _pages = pages;

    public ref CrmLinkGrain this[int place] => ref _pages[place >> PageBits][place & (PageSize - 1)];

    /// <summary>Makes room for this many.</summary>
    public void Reach(int count)
    {
        while (_pages.Count * PageSize < count) _pages.Add(new CrmLinkGrain[PageSize]);
    }

    public CrmLinkPages Copy() => new(_pages.ConvertAll(page => (CrmLinkGrain[])page.Clone()));
}
