namespace CallCenter.Load.Runs;

/// <summary>
/// Decides when a run goes on to its next stage. Calls arrive until its length is over; those that live then have <paramref name="drain"/>
/// to end of themselves, then all are ended, and their last responses are waited for. The first interruption (Ctrl+C, TERM) ends all live
/// calls at once, properly; the second waits for nothing any more.
/// </summary>
/// <param name="length">How long calls arrive.</param>
internal sealed class RunEnding(TimeSpan length, TimeSpan drain)
{
    /// <summary>A request without any reply is given up after 32 s (timers B and F).</summary>
    public static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(33);

    /// <summary>Who interrupts does not want to wait for a server that is gone.</summary>
    public static readonly TimeSpan FarewellAfterInterruption = TimeSpan.FromSeconds(5);

    private TimeSpan _until = length;
    private int _interruptions;

    public RunStage Stage { get; private set; }

    /// <summary>Whether somebody ended the run before its time.</summary>
    public bool Cut => _interruptions > 0;

    /// <summary>Ctrl+C or TERM.</summary>
    /// <param name="now">Since the start of the run.</param>
    public void Interrupt(TimeSpan now)
    {
        _interruptions++;
        if (_interruptions > 1)
        {
            Stage = RunStage.Over;
        }
        else if (Stage != RunStage.Over)
        {
            Enter(RunStage.Ending, now + FarewellAfterInterruption);
        }
    }

    /// <summary>No more calls shall arrive, for a reason of the run itself.</summary>
    public void StopCalling(TimeSpan now)
    {
        if (Stage == RunStage.Calling)
        {
            Enter(RunStage.Draining, now + drain);
        }
    }

    /// <summary>Looks at how the run stands; call it every few milliseconds.</summary>
    /// <param name="live">Calls that are not over.</param>
    /// <param name="nothingToCome">No call, redial or incident is planned any more.</param>
    public RunStage Look(TimeSpan now, int live, bool nothingToCome)
    {
        if (Stage == RunStage.Calling && now >= _until)
        {
            StopCalling(now);
        }

        if (live == 0 && (Stage is RunStage.Draining or RunStage.Ending || (Stage == RunStage.Calling && nothingToCome)))
        {
            Stage = RunStage.Over;
        }
        else if (Stage == RunStage.Draining && now >= _until)
        {
            Enter(RunStage.Ending, now + LongestFarewell);
        }
        else if (Stage == RunStage.Ending && now >= _until)
        {
            Stage = RunStage.Over;
        }

        return Stage;
    }

    private void Enter(RunStage stage, TimeSpan until)
    {
        Stage = stage;
        _until = until;
    }
}
