namespace CallCenter.Web.Work;

/// <summary>
/// Short notices of what was done, one at a time, in one circuit. MudBlazor's own put a style element into the page, which our policy does
/// not let in.
/// </summary>
public sealed class Notices
{
    /// <summary>Counts the notices, so that the same one said twice is seen twice.</summary>
    public int Count { get; private set; }

    public string? Latest { get; private set; }

    public event Action? Said;

    public void Say(string notice)
    {
        (Latest, Count) = (notice, Count + 1);
        Said?.Invoke();
    }
}
