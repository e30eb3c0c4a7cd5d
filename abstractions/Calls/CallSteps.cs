namespace CallCenter.Abstractions.Calls;

/// <summary>What a caller goes through with us alone: he hears something, and may press keys or speak.</summary>
public enum StepKind : byte
{
    /// <summary>He is told that the conversation may be recorded.</summary>
    Notice = 0,
    /// <summary>A voice menu: keys lead on.</summary>
    Menu = 1,
    /// <summary>He is asked for a message.</summary>
    Voicemail = 2,
    /// <summary>He rates the conversation that he had.</summary>
    Rating = 3,
    /// <summary>The last words before we hang up.</summary>
    Farewell = 4,
}

/// <summary>What came of a step.</summary>
public enum StepEnd : byte
{
    /// <summary>It was said to its end, and the call goes on.</summary>
    Heard = 0,
    /// <summary>The keys lead on, or rate.</summary>
    Chosen = 1,
    /// <summary>No key was pressed, or none that leads anywhere, as often as he was asked.</summary>
    NoChoice = 2,
    /// <summary>There is a message.</summary>
    Message = 3,
    /// <summary>Nothing was said.</summary>
    NoMessage = 4,
    /// <summary>The call ended meanwhile.</summary>
    CallEnded = 5,
}

/// <summary>Something to be said.</summary>
/// <param name="Name">One of the built-in prompts, by the name of its file.</param>
/// <param name="Own">The key of a prompt of the project's own that is said in its place, where there is sound for it.</param>
public readonly record struct Prompt(string Name, string? Own = null);

/// <summary>One step of an ended call.</summary>
/// <param name="Number">1, 2, 3 … within the call.</param>
/// <param name="Menu">The key of the menu.</param>
/// <param name="Department">Whose mailbox, or for which department he was talked with.</param>
/// <param name="Employee">Whose mailbox, or who is rated.</param>
/// <param name="Keys">What was pressed last; empty: nothing.</param>
public sealed record StepRecord(
    int Number, StepKind Kind, string? Menu, DepartmentId? Department, EmployeeId? Employee, long BeganAt, long EndedAt, string Keys,
    StepEnd End);
