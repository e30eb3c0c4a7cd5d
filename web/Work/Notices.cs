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

    /// <summary>Whether what was done can be taken back.</summary>
    public bool CanUndo => _undo is not null;

    public event Action? Said;

    private Func<Task>? _undo;

    /// <summary>Takes back what the notice tells of; a second press of the button finds nothing to take back.</summary>
    public Task Undo()
    {
        var undo = _undo;
        _undo = null;
        return undo?.Invoke() ?? Task.CompletedTask;
    }

    /// <param name="undo">Called on the circuit's thread, at most once.</param>
    public void Say(string notice, Func<Task>? undo = null)
    {
        (Latest, _undo, Count) = (notice, undo, Count + 1);
        Said?.Invoke();
    }
}
