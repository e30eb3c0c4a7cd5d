namespace CallCenter.Abstractions;

/// <summary>An order to a project, or a fact of the outside that it has to react to. Handled one at a time.</summary>
public abstract record ProjectCommand;

/// <summary>Time has reached the project's next deadline (ring time, wrap-up, longest wait, expiring bindings, midnight).</summary>
public sealed record PassTime : ProjectCommand
{
    public static readonly PassTime Instance = new();
}

/// <summary>The answer to a command.</summary>
public abstract record CommandReply;

/// <summary>Done.</summary>
public sealed record Accepted : CommandReply
{
    public static readonly Accepted Instance = new();
}

/// <summary>Not done, with the reason as a value and a sentence for people that says what would be right.</summary>
public sealed record Refused(Refusal Refusal, string Explanation) : CommandReply;

/// <summary>Why a command was not carried out.</summary>
public enum Refusal : byte
{
    NoSuchEmployee, NoSuchCall, NoSuchLeg, NoSuchDepartment, NoSuchAccount, NoSuchNumber, NotReadyReasonNeeded, UnknownNotReadyReason,
    NotInWrapUp, TooLate, TooManyCalls, DestinationForbidden, NotConfigured, StaleVersion, InvalidNumber, Invalid,
}

/// <summary>
/// Something that happened in a project; the only way its state changes. Written to the journal with the turn's time and a sequence
/// number per project (1, 2, 3 …), both outside the event itself.
/// </summary>
public abstract record ProjectEvent;

/// <summary>A local day began without anything else that happened in it yet: today's figures start anew.</summary>
public sealed record DayBegan : ProjectEvent
{
    public static readonly DayBegan Instance = new();
}

/// <summary>An order of a project to the outside, carried out by the silo; its outcome comes back as a command.</summary>
public abstract record ProjectEffect;
