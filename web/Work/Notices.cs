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

    /// <summary>Takes back what was done; null where that cannot be.</summary>
    public Func<Task>? Undo { get; private set; }

    public event Action? Said;

    /// <param name="undo">Called on the circuit's thread, at most once.</param>
    public void Say(string notice, Func<Task>? undo = null)
    {
        (Latest, Undo, Count) = (notice, undo, Count + 1);
        Said?.Invoke();
    }
}
