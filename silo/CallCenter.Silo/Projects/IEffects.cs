using CallCenter.Abstractions;

namespace CallCenter.Silo.Projects;

/// <summary>Carries out what a project orders. Implemented by the signaling, by tests over a list.</summary>
internal interface IEffects
{
    /// <summary>
    /// Called inside the loop, in the order of the turn; must not throw, and tells what comes up instead of starting a turn.
    /// </summary>
    void CarryOut(ProjectEffect effect, long now);

    /// <summary>All effects of a turn are carried out, and of what they brought up.</summary>
    void AllCarriedOut(long now);
}
