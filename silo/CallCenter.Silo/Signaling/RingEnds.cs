using CallCenter.Silo.Loop;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling.Calls;

namespace CallCenter.Silo.Signaling;

/// <summary>
/// Before the project serves its deadlines: legs that have rung long enough are reported as failed where their phones gave no sign, or
/// refused on one of several. That is not the same as leaving a call unanswered. Attached before the project.
/// </summary>
internal sealed class RingEnds(ProjectHost project, B2bua b2bua) : ILoopPart
{
    public long NextDue => project.NextDeadline;

    public void Fire(long now)
    {
        foreach (var leg in project.Engine.RungLongEnough(now))
        {
            if (b2bua.RingOver(leg, now) is { } failed)
            {
                project.Handle(failed, now);
            }
        }
    }
}
