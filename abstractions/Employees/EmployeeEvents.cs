namespace CallCenter.Abstractions.Employees;

/// <summary>What made an employee's state change.</summary>
public enum StateCause : byte { Person = 0, Call = 1, RonaLimit = 2, WrapUpOver = 3, Configuration = 4 }

/// <summary>
/// An employee's state changed. <paramref name="From"/> is the tile that ends where <paramref name="To"/> begins: at this event's time, or
/// earlier where a conversation was over before anybody noticed.
/// </summary>
/// <param name="From">Null when the employee was just created by a configuration: no tile ends.</param>
/// <param name="To">Null when the employee was removed by a configuration: no tile begins.</param>
/// <param name="By">Who did it, where <paramref name="Cause"/> is <see cref="StateCause.Person"/>.</param>
public sealed record EmployeeStateChanged(
    EmployeeId Employee, EmployeeState? From, EmployeeState? To, StateCause Cause, string? By) : ProjectEvent;

/// <summary>
/// A call rang at an employee and he did not take it. Not counted where a colleague took it or the caller left meanwhile.
/// </summary>
/// <param name="RestUntil">Unix milliseconds UTC until when no department call is rung at him; null where he is free at once.</param>
public sealed record RingMissed(
    EmployeeId Employee, CallId Call, DepartmentId? Department, RingMiss Miss, long RangMs, long? RestUntil) : ProjectEvent;

/// <summary>The registrar's bindings of a SIP account changed; the whole new list.</summary>
public sealed record BindingsChanged(string Account, IReadOnlyList<PhoneBinding> Bindings) : ProjectEvent;
