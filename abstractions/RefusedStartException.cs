namespace CallCenter.Abstractions;

/// <summary>
/// The program, or one of its commands, cannot do what it was started for before somebody changes something. The message is for that
/// person: what is wrong, where, and what helps. It is shown alone, without a stack trace.
/// </summary>
public abstract class RefusedStartException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether it may pass by itself, so that starting again is worth while: a full disk that others empty.</summary>
    public bool MayPass { get; init; }
}
