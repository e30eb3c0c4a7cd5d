namespace CallCenter.Engine.Clients;

/// <summary>The places of all clients, in pages, so that no array is copied when there are more of them.</summary>
internal sealed class ClientPages
{
    private const int PageBits = 11;
    private const int PageSize = 1 << PageBits;

    private readonly List<Client[]> _pages;

    public ClientPages()
        : this([])
    {
    }

    private ClientPages(List<Client[]> pages) => _pages = pages;

    public ref Client this[int place] => ref _pages[place >> PageBits][place & (PageSize - 1)];

    /// <summary>Makes room for this many.</summary>
    public void Reach(int count)
    {
        while (_pages.Count * PageSize < count) _pages.Add(new Client[PageSize]);
    }

    public ClientPages Copy() => new(_pages.ConvertAll(page => (Client[])page.Clone()));
}
