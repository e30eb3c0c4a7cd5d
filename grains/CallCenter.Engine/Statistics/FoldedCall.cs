using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;

namespace CallCenter.Engine.Statistics;

/// <summary>What the fold has to know of a live call to place its later facts.</summary>
internal sealed class FoldedCall(CallDirection direction, long arrivedAt, EmployeeId? caller)
{
    private long _enteredAt;

    public CallDirection Direction { get; } = direction;
    public long ArrivedAt { get; } = arrivedAt;
    public EmployeeId? Caller { get; } = caller;
    /// <summary>When the latest queue visit began.</summary>
    public long? EnteredAt { get => _enteredAt == 0 ? null : _enteredAt; set => _enteredAt = value ?? 0; }
    /// <summary>The employee who took the call last.</summary>
    public EmployeeId? Taker { get; set; }
    public bool Taken { get; set; }
    /// <summary>Who talked on it before the last taker; null where nobody did.</summary>
    public List<EmployeeId>? EarlierTakers { get; set; }
    public bool CallerHolds { get; set; }
    public bool OtherSideHolds { get; set; }

    public bool IsClient => Direction != CallDirection.Internal;
    public bool OnHold => CallerHolds || OtherSideHolds;

    /// <summary>Another conversation on it begins.</summary>
    /// <returns>False where he talked on it before: that is not another call of his.</returns>
    public bool TakenBy(EmployeeId? employee)
    {
        bool isFirst = employee is null || (employee != Taker && EarlierTakers?.Contains(employee.Value) != true);
        if (Taker is { } before && before != employee && EarlierTakers?.Contains(before) != true) (EarlierTakers ??= new(1)).Add(before);
        (Taken, Taker, OtherSideHolds) = (true, employee, false);
        return isFirst;
    }
}
