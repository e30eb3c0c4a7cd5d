using CallCenter.Abstractions;

namespace CallCenter.Engine.Calls;

/// <summary>One hop of a call: an employee's phone sent it on (302).</summary>
/// <param name="To">The number or contact point that rang instead.</param>
/// <param name="Outside">Through a trunk: it counts as a call that the employee makes.</param>
internal sealed record Redirect(EmployeeId By, string To, bool Outside);
