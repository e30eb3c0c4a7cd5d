namespace CallCenter.Load.Runs;

/// <summary>Where a run is on its way to the end.</summary>
internal enum RunStage
{
    /// <summary>Calls arrive.</summary>
    Calling,

    /// <summary>No more arrive; those that live may go on for a while.</summary>
    Draining,

    /// <summary>All live calls have been told to end (BYE, CANCEL).</summary>
    Ending,

    Over,
}
