using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Silo.Projects;

/// <summary>Carries out what a project orders. Implemented by the signaling, by tests over a list.</summary>
internal interface IEffects
{
    /// <summary>
    /// Called inside the loop, in the order of the turn; must not throw, and tells what comes up instead of starting a turn.
    /// </summary>
    void CarryOut(ProjectEffect effect, long now);

    /// <summary>
    /// A leg has rung long enough. Where its phones said more than that nobody answers, they are told that it is over and this is the
    /// report; else null.
    /// </summary>
    ReportFailed? RingOver(LegId leg, long now) => null;
}
