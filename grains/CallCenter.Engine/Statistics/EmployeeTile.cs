using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Statistics;

/// <summary>The running tile of an employee, from the last cut on; the same object goes on with his next tile.</summary>
internal sealed class EmployeeTile(EmployeeState state, long segmentStart)
{
    /// <summary>Before the first tile.</summary>
    public static readonly EmployeeState None = new(Availability.SignedOut, null, Activity.Idle, null, null, 0, null);

    public EmployeeState State { get; private set; } = state;
    public long SegmentStart { get; set; } = segmentStart;
    /// <summary>When the call it belongs to entered the queue (or arrived, when it came directly).</summary>
    public long EntryAt { get; set; } = segmentStart;
    /// <summary>Whether its call is a client's, not one between extensions.</summary>
    public bool ClientCall { get; set; }
    public bool OnHold { get; set; }

    /// <summary>Where the same call goes on (rung, talked, wrapped up), its entry stays: it may be over or waiting elsewhere.</summary>
    public void Begin(EmployeeState next, FoldedCall? live, long at)
    {
        bool goesOn = next.Call is not null && next.Call == State.Call;
        State = next;
        SegmentStart = at;
        OnHold = next.Activity == Activity.Talking && live is { OnHold: true };
        if (!goesOn) (EntryAt, ClientCall) = live is null ? (at, false) : (live.EnteredAt ?? live.ArrivedAt, live.IsClient);
    }

    /// <summary>Signed out and with nothing to do: a time that is in no figure.</summary>
    public bool IsAway => State is { Availability: Availability.SignedOut, Activity: Activity.Idle };
}
