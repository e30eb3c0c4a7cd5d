namespace CallCenter.Abstractions.Mail;

/// <summary>
/// A letter to somebody, written in his language by whoever has it sent. Where it leads to a page by a token it has
/// <see cref="TokenPlace"/>: the token is made when the letter leaves, so that none lies in a queue.
/// </summary>
/// <param name="Employee">Whose token it brings; null for a letter without one.</param>
/// <param name="Text">For programs that show no HTML.</param>
public sealed record Letter(LetterKind Kind, EmployeeId? Employee, string To, string ToName, string Subject, string Text, string Html)
{
    public const string TokenPlace = "{token}";

    /// <summary>The letter with its token.</summary>
    public Letter With(string token) => this with
    {
        Text = Text.Replace(TokenPlace, token, StringComparison.Ordinal),
        Html = Html.Replace(TokenPlace, token, StringComparison.Ordinal),
    };
}

/// <summary>What a letter is for. The numbers are kept with the queue and never change.</summary>
public enum LetterKind
{
    Test = 1,
    Invitation = 2,
    ForgottenPassword = 3,
}

/// <summary>How far a letter is.</summary>
public enum LetterState
{
    /// <summary>It is sent as soon as it can be.</summary>
    Waiting = 1,

    /// <summary>The mail server took it.</summary>
    Sent = 2,

    /// <summary>It is not tried any more.</summary>
    Failed = 3,
}

/// <summary>A letter as the queue tells of it.</summary>
/// <param name="At">When it was sent or given up; while it waits, when it was posted. UTC milliseconds.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAt">When it is tried again; null when it is not.</param>
/// <param name="Failure">Of the last attempt.</param>
public sealed record LetterLine(
    long Id, LetterKind Kind, string To, string ToName, LetterState State, long At, int Attempts, long? NextAt, MailFailure? Failure);

/// <summary>Why a letter was not taken.</summary>
/// <param name="Said">The words of the server or of the connection; null where there are none.</param>
public sealed record MailFailure(MailFailureKind Kind, string? Said = null)
{
    /// <summary>Whether trying again changes nothing.</summary>
    public bool IsFinal => Kind is MailFailureKind.Refused or MailFailureKind.NoEmployee;
}

/// <summary>The numbers are kept with the queue and never change.</summary>
public enum MailFailureKind
{
    /// <summary>The configuration has no mail server.</summary>
    NoServer = 1,

    /// <summary>It does not answer, or broke off.</summary>
    Unreachable = 2,

    /// <summary>It offers no encryption, or its certificate is not trusted.</summary>
    NotEncrypted = 3,

    /// <summary>It does not take user name and password.</summary>
    SignIn = 4,

    /// <summary>It will never take this letter.</summary>
    Refused = 5,

    /// <summary>It asks to come again.</summary>
    TryLater = 6,

    /// <summary>The employee is gone, or signs in by another address now.</summary>
    NoEmployee = 7,
}
