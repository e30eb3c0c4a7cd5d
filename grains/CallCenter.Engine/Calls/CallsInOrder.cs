namespace CallCenter.Engine.Calls;

/// <summary>
/// The live calls in the order of their numbers, linked through the calls themselves: a turn adds or takes out one at the same cost
/// whether ten calls live or ten thousand, and the board need not sort them.
/// </summary>
internal sealed class CallsInOrder
{
    private Call? _last;

    public Call? First { get; private set; }

    /// <summary>Adds a call whose number is higher than all before.</summary>
    public void Add(Call call)
    {
        call.Previous = _last;
        if (_last is null) First = call;
        else _last.Next = call;
        _last = call;
    }

    public void Remove(Call call)
    {
        if (call.Previous is null) First = call.Next;
        else call.Previous.Next = call.Next;
        if (call.Next is null) _last = call.Previous;
        else call.Next.Previous = call.Previous;
        call.Previous = call.Next = null;
    }
}
