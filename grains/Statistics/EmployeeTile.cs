using CallCenter.Abstractions.Employees;

namespace CallCenter.Grains.Statistics;

/// <summary>The running tile of an employee, from the last cut on.</summary>
internal sealed class EmployeeTile(EmployeeState state, long segmentStart)
{
    public EmployeeState State { get; } = state;
    public long SegmentStart { get; set; } = segmentStart;
    /// <summary>When the call it belongs to entered the queue (or arrived, when it came directly).</summary>
    public long EntryAt { get; set; } = segmentStart;
    /// <summary>Whether its call is a client's, not one between extensions.</summary>
    public bool ClientCall { get; set; }
    public bool OnHold { get; set; }

    /// <summary>Signed out and with nothing to do: a time that is in no figure.</summary>
    public bool IsAway => State is { Availability: Availability.SignedOut, Activity: Activity.Idle };
}
