using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Snapshots;

namespace CallCenter.Engine.Steps;

/// <summary>What a caller goes through with us alone, or went: first something is said, then keys are waited for or he speaks.</summary>
internal sealed class CallStep
{
    public required int Number { get; init; }
    public required StepKind Kind { get; init; }
    public required string? Menu { get; init; }
    public required DepartmentId? Department { get; init; }
    public required EmployeeId? Employee { get; init; }
    public required long BeganAt { get; init; }
    /// <summary>The key of the project's own prompt that is said; null: the built-in one.</summary>
    public required string? Prompt { get; init; }
    /// <summary>What the step before came to; null for the first.</summary>
    public required StepEnd? Before { get; init; }
    public int Attempt { get; set; } = 1;
    /// <summary>What he pressed before this attempt leads nowhere.</summary>
    public bool IsWrong { get; set; }
    /// <summary>Since when nothing is said any more; null while something is.</summary>
    public long? SpokenAt { get; set; }
    public string Keys { get; set; } = "";
    /// <summary>When it goes on by itself.</summary>
    public long Until { get; set; }
    public long? EndedAt { get; set; }
    public StepEnd End { get; set; }

    public bool IsSpoken => SpokenAt is not null;

    /// <summary>What the board shows of the call meanwhile.</summary>
    public CallStage Stage => Kind switch
    {
        StepKind.Menu => CallStage.InMenu,
        StepKind.Voicemail => CallStage.LeavingMessage,
        StepKind.Rating => CallStage.Rating,
        _ => CallStage.Announced,
    };

    public StepRecord ToRecord(long now) => new(Number, Kind, Menu, Department, Employee, BeganAt, EndedAt ?? now, Keys, End);

    public StepSnapshot ToSnapshot() =>
        new(Number, Kind, Menu, Department, Employee, BeganAt, Prompt, Before, Attempt, IsWrong, SpokenAt, Keys, Until, EndedAt, End);

    public static CallStep From(StepSnapshot step) => new()
    {
        Number = step.Number,
        Kind = step.Kind,
        Menu = step.Menu,
        Department = step.Department,
        Employee = step.Employee,
        BeganAt = step.BeganAt,
        Prompt = step.Prompt,
        Before = step.Before,
        Attempt = step.Attempt,
        IsWrong = step.IsWrong,
        SpokenAt = step.SpokenAt,
        Keys = step.Keys,
        Until = step.Until,
        EndedAt = step.EndedAt,
        End = step.End,
    };
}
