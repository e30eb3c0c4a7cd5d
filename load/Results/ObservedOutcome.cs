namespace CallCenter.Load.Results;

/// <summary>How a call ended, as the generator saw it.</summary>
internal enum ObservedOutcome
{
    /// <summary>The caller got a 200.</summary>
    Answered,

    /// <summary>The caller gave up before anybody answered.</summary>
    Abandoned,

    /// <summary>A final 4xx–6xx that the scenario allows, as 503 over the limit.</summary>
    Refused,

    /// <summary>Anything that should not be.</summary>
    Failed,
}
