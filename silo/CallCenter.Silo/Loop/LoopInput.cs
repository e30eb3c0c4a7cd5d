namespace CallCenter.Silo.Loop;

/// <summary>Something that enters the silo: a SIP message, an order of a page, a question.</summary>
public abstract class LoopInput
{
    /// <summary>Does the work, inside the loop.</summary>
    public abstract void Handle(long now);

    /// <summary>Called when everything the input caused is in the journal: the one who waits may know.</summary>
    public virtual void Complete()
    {
    }

    /// <summary>Called instead of <see cref="Complete"/> when handling or writing failed.</summary>
    public virtual void Fail(Exception failure)
    {
    }
}
