using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Snapshots;

namespace CallCenter.Engine.Calls;

/// <summary>Two legs of a call that talk with each other, or did.</summary>
internal sealed class Conversation
{
    // 0 where there is none, as in LegLife, and null for the keys.
    private readonly string? _employee;
    private readonly string? _department;
    private long _endedAt;
    private long _heldSince;

    public required int Number { get; init; }
    public required int Leg { get; init; }
    public required int OtherLeg { get; init; }
    public required EmployeeId? Employee
    {
        get => _employee is null ? null : new EmployeeId(_employee);
        init => _employee = value?.Value;
    }
    public required DepartmentId? Department
    {
        get => _department is null ? null : new DepartmentId(_department);
        init => _department = value?.Value;
    }
    public required long BeganAt { get; init; }
    public required long WaitMs { get; init; }
    /// <summary>The one that began before it; null on the first. Few calls have a second: no list for them.</summary>
    public Conversation? Before { get; init; }
    public long? EndedAt { get => _endedAt == 0 ? null : _endedAt; private set => _endedAt = value ?? 0; }
    public EndedBy By { get; private set; }
    public bool IsRecorded { get; init; }
    /// <summary>Silence is recorded.</summary>
    public bool IsPaused { get; set; }
    /// <summary>Since when either holds the other.</summary>
    public long? HeldSince { get => _heldSince == 0 ? null : _heldSince; private set => _heldSince = value ?? 0; }
    public long HoldMs { get; private set; }

    public bool Has(int leg) => Leg == leg || OtherLeg == leg;

    public void Hold(bool held, long at)
    {
        HoldMs += held ? 0 : at - _heldSince;
        HeldSince = held ? at : null;
    }

    public void End(EndedBy by, long at)
    {
        if (HeldSince is not null) Hold(false, at);
        (EndedAt, By) = (at, by);
    }

    public ConversationRecord ToRecord() =>
        new(Number, Leg, OtherLeg, Employee, Department, BeganAt, EndedAt!.Value, WaitMs, HoldMs, By, IsRecorded);

    /// <summary>The order to record it: the client's leg is the caller's, but where an employee called him.</summary>
    public RecordConversation ToRecording(Call call) => call.Direction == CallDirection.Outgoing
        ? new RecordConversation(call.Id, Number, OtherLeg, Leg, BeganAt)
        : new RecordConversation(call.Id, Number, Leg, OtherLeg, BeganAt);

    public ConversationSnapshot ToSnapshot() =>
        new(Number, Leg, OtherLeg, Employee, Department, BeganAt, WaitMs, EndedAt, By, HeldSince, HoldMs, IsRecorded, IsPaused);

    public static Conversation From(ConversationSnapshot snapshot, Conversation? before) => new()
    {
        Before = before,
        Number = snapshot.Number,
        Leg = snapshot.Leg,
        OtherLeg = snapshot.OtherLeg,
        Employee = snapshot.Employee,
        Department = snapshot.Department,
        BeganAt = snapshot.BeganAt,
        WaitMs = snapshot.WaitMs,
        EndedAt = snapshot.EndedAt,
        By = snapshot.By,
        HeldSince = snapshot.HeldSince,
        HoldMs = snapshot.HoldMs,
        IsRecorded = snapshot.IsRecorded,
        IsPaused = snapshot.IsPaused,
    };
}
