using CallCenter.Abstractions;

namespace CallCenter.Engine.Statistics;

/// <summary>
/// The end of the day that today's figures are of. The first event after it begins the next one; where none comes in time, this does, so
/// that nobody looks at yesterday's figures on a quiet morning.
/// </summary>
internal sealed class Midnight
{
    public Midnight() => Deadline = new Deadline(DeadlineKind.Midnight, 0, "", this);

    public Deadline Deadline { get; }

    public static void OnDeadline(TurnScope turn) => turn.Emit(DayBegan.Instance);
}
