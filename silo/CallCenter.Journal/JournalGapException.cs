using CallCenter.Abstractions;

namespace CallCenter.Journal;

/// <summary>
/// The state and the journal do not meet: events are missing after the newest usable snapshot, or the journal ends before it.
/// </summary>
/// <param name="known">The event up to which the state is known.</param>
/// <param name="journaled">The event before the oldest kept one, or the newest one, of the journal.</param>
public sealed class JournalGapException(ProjectId project, long known, long journaled)
    : RefusedStartException(
        (known < journaled
            ? $"Project {project}: the state is known up to event {known}, but the journal has nothing before {journaled + 1}. "
            : $"Project {project}: the snapshot knows events up to {known}, but the journal ends with {journaled}: it was cut, or files "
                + "of it are missing. To give up what only snapshots know, move those away that are named with a higher number; or: ")
        + "Restore the data folder from a backup.");
