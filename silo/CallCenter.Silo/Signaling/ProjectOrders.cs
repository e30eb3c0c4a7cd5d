using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Loop;
using CallCenter.Silo.Projects;
using CallCenter.Silo.Signaling.Calls;

namespace CallCenter.Silo.Signaling;

/// <summary>
/// Carries out what the project orders, in its order: after every input until nothing is left, because carrying out one order may bring
/// up facts (a phone that cannot be rung) which lead to others.
/// </summary>
internal sealed class ProjectOrders(ProjectHost project, SipCore core, B2bua b2bua) : ILoopPart
{
    public long NextDue => long.MaxValue;

    public void Fire(long now)
    {
    }

    public void Settle(long now)
    {
        while (project.TryTakeOrder(out var order))
        {
            if (order is ApplyConfiguration apply)
            {
                core.Apply(apply.Document);
            }
            else
            {
                b2bua.CarryOut(order, now);
            }
        }

        b2bua.BreakSilences(now);
    }
}
