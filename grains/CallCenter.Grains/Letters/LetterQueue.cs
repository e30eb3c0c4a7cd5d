using CallCenter.Abstractions;
using CallCenter.Abstractions.Mail;

namespace CallCenter.Grains.Letters;

/// <summary>The letters of a project as they are kept.</summary>
[GenerateSerializer]
public sealed class LetterQueue
{
    [Id(0)]
    public long LastId { get; set; }

    [Id(1)]
    public List<KeptLetter> Letters { get; set; } = [];
}

/// <summary>One of them. What it says goes when nobody needs it any more.</summary>
[GenerateSerializer]
public sealed class KeptLetter
{
    [Id(0)]
    public long Id { get; set; }

    [Id(1)]
    public LetterKind Kind { get; set; }

    [Id(2)]
    public string? Employee { get; set; }

    [Id(3)]
    public string To { get; set; } = "";

    [Id(4)]
    public string ToName { get; set; } = "";

    [Id(5)]
    public string Subject { get; set; } = "";

    [Id(6)]
    public string Text { get; set; } = "";

    [Id(7)]
    public string Html { get; set; } = "";

    [Id(8)]
    public LetterState State { get; set; } = LetterState.Waiting;

    /// <summary>See <see cref="LetterLine"/>.</summary>
    [Id(9)]
    public long At { get; set; }

    [Id(10)]
    public int Attempts { get; set; }

    [Id(11)]
    public long NextAt { get; set; }

    [Id(12)]
    public MailFailureKind? Failure { get; set; }

    [Id(13)]
    public string? Said { get; set; }

    public static KeptLetter Of(Letter letter, long id, long now) => new()
    {
        Id = id,
        Kind = letter.Kind,
        Employee = letter.Employee?.Value,
        To = letter.To,
        ToName = letter.ToName,
        Subject = letter.Subject,
        Text = letter.Text,
        Html = letter.Html,
        At = now,
        NextAt = now,
    };

    public Letter ToLetter() => new(Kind, Employee is { } key ? new EmployeeId(key) : null, To, ToName, Subject, Text, Html);

    public LetterLine ToLine() => new(
        Id, Kind, To, ToName, State, At, Attempts, State == LetterState.Waiting ? NextAt : null,
        Failure is { } failure ? new MailFailure(failure, Said) : null);

    /// <summary>It is not tried any more.</summary>
    public void Finish(LetterState state, long now) => (State, At, Subject, Text, Html) = (state, now, "", "", "");
}
