using CallCenter.Abstractions;

namespace CallCenter.Engine.Employees;

/// <summary>A wrap-up that a direct ring interrupts; it goes on when the ring is over and time is left.</summary>
internal sealed record PausedWrapUp(CallId? Call, DepartmentId? Department, long Until);
