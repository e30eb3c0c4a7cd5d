using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Calls;

/// <summary>The leg of somebody who listens to a conversation, and who hears him.</summary>
internal sealed class Supervision(Leg leg)
{
    public Leg Leg => leg;
    public SupervisionMode Mode { get; set; }
}
