using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Statistics;

/// <summary>What the fold has to know of a live call to place its later facts.</summary>
internal sealed class FoldedCall(CallDirection direction, long arrivedAt, EmployeeId? caller)
{
    public CallDirection Direction { get; } = direction;
    public long ArrivedAt { get; } = arrivedAt;
    public EmployeeId? Caller { get; } = caller;
    /// <summary>When the latest queue visit began.</summary>
    public long? EnteredAt { get; set; }
    /// <summary>The employee who took the call last.</summary>
    public EmployeeId? Taker { get; set; }
    public bool Taken { get; set; }
    public bool CallerHolds { get; set; }
    public bool OtherSideHolds { get; set; }

    public bool IsClient => Direction != CallDirection.Internal;
    public bool OnHold => CallerHolds || OtherSideHolds;
}
