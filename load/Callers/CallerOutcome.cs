namespace CallCenter.Load.Callers;

/// <summary>How a call ended for the client who placed it.</summary>
public enum CallerOutcome
{
    /// <summary>Somebody talked with him.</summary>
    Answered,

    /// <summary>He gave up before.</summary>
    Abandoned,

    /// <summary>The server refused the call, or nobody took it in time.</summary>
    Failed,
}
