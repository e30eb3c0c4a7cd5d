namespace CallCenter.Abstractions.Calls;

/// <summary>The caller hears something of us alone; see <see cref="StepKind"/>. One step of a call at a time.</summary>
/// <param name="Number">1, 2, 3 … within the call.</param>
/// <param name="Menu">The key of the menu; null in all other kinds.</param>
/// <param name="Department">Whose mailbox, or for which department he was talked with.</param>
/// <param name="Employee">Whose mailbox, or who is rated.</param>
/// <param name="Prompt">The key of the project's own prompt that is said; null: the built-in one.</param>
/// <param name="Until">Unix milliseconds UTC: what is said is not waited for any longer.</param>
public sealed record StepBegan(
    CallId Call, int Number, StepKind Kind, string? Menu, DepartmentId? Department, EmployeeId? Employee, string? Prompt,
    long Until) : ProjectEvent;

/// <summary>What was to be said is over, or was cut short: keys are waited for, or the message is recorded.</summary>
/// <param name="Until">Unix milliseconds UTC.</param>
public sealed record StepSpoken(CallId Call, int Number, long Until) : ProjectEvent;

/// <summary>A key that the step takes.</summary>
/// <param name="Until">Unix milliseconds UTC when the keys are taken as they are then.</param>
public sealed record KeyTaken(CallId Call, int Number, char Key, long Until) : ProjectEvent;

/// <summary>He is asked once more; what he pressed before is forgotten.</summary>
/// <param name="Attempt">2, 3 …</param>
/// <param name="IsWrong">What he pressed leads nowhere; else he pressed nothing.</param>
/// <param name="Until">As in <see cref="StepBegan"/>.</param>
public sealed record StepRepeated(CallId Call, int Number, int Attempt, bool IsWrong, long Until) : ProjectEvent;

/// <summary>The step is over.</summary>
/// <param name="Keys">What was pressed last; empty: nothing.</param>
public sealed record StepEnded(CallId Call, int Number, StepEnd End, string Keys) : ProjectEvent;

/// <summary>Somebody took care of a message: it waits no longer.</summary>
public sealed record MessageDone(CallId Call, string By) : ProjectEvent;
