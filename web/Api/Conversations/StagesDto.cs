using CallCenter.Web.Calls.Stages;

namespace CallCenter.Web.Api.Conversations;

/// <summary>Who holds the floor at which stage of recorded conversations with clients. Each conversation counts the same.</summary>
/// <param name="Employee">Key of the employee whose conversations these are; null: of the department's members, or everybody's.</param>
/// <param name="Department">Key of the department that was asked for.</param>
/// <param name="Figures">Of these conversations.</param>
/// <param name="BesideOf">Keys of the departments that they are compared with; empty: all that you see.</param>
/// <param name="Beside">Of those compared with; null where there is nothing to compare with.</param>
/// <param name="MostDifferent">The tenth in which the employee's speech differs most from those compared with.</param>
/// <param name="ClientFall">The tenth in which the client's speech falls most against the one before.</param>
public sealed record StagesDto(
    string? Employee, string? Department, StageFiguresDto Figures, IReadOnlyList<string> BesideOf, StageFiguresDto? Beside,
    StageDifferenceDto? MostDifferent, ClientFallDto? ClientFall)
{
    public static StagesDto From(StageAnswer answer) => new(
        answer.Asked.Employee?.Value, answer.Asked.Department?.Value,
        StageFiguresDto.From(answer.Figures, answer.Talks.TooShort, answer.Talks.IsCut),
        [.. answer.BesideOf.Select(static one => one.Value)],
        answer.Beside is { } beside ? StageFiguresDto.From(beside, answer.BesideTooShort, answer.BesideIsCut) : null,
        answer.Figures.DifferenceTo(answer.Beside) is { } difference
            ? new StageDifferenceDto(
                difference.Tenth + 1, StageFiguresDto.Rounded(difference.Share), StageFiguresDto.Rounded(difference.BesideShare)) : null,
        answer.Figures.Fall() is { } fall
            ? new ClientFallDto(fall.Tenth + 1, StageFiguresDto.Rounded(fall.Before), StageFiguresDto.Rounded(fall.After)) : null);
}

/// <summary>Means over conversations.</summary>
/// <param name="Conversations">How many there are.</param>
/// <param name="TooShort">How many more were left out, because they are shorter than 10 s.</param>
/// <param name="IsCut">Whether there are more in the period: these are the newest 2,000.</param>
/// <param name="TalkSharePercent">The employee's share of the speech of both.</param>
/// <param name="Interruptions">How often the employee took the floor while the client spoke.</param>
/// <param name="LongestMonologueMs">The employee's longest turn.</param>
/// <param name="FirstWordMs">From the beginning to the employee's first word.</param>
/// <param name="SilencePercent">Of the time.</param>
/// <param name="Tenths">The ten stages in order; empty without conversations.</param>
public sealed record StageFiguresDto(
    int Conversations, int TooShort, bool IsCut, double? TalkSharePercent, double? Interruptions, double? LongestMonologueMs,
    double? FirstWordMs, double? SilencePercent, IReadOnlyList<TenthDto> Tenths)
{
    private const int Digits = 2;

    public static StageFiguresDto From(StageFigures figures, int tooShort, bool isCut) => new(
        figures.Conversations, tooShort, isCut, Rounded(figures.TalkShare), Rounded(figures.Interruptions), Rounded(figures.MonologueMs),
        Rounded(figures.FirstWordMs), Rounded(figures.SilenceShare),
        [
            .. figures.Tenths.Select((shares, at) => new TenthDto(
                at + 1, Rounded(shares.Employee), Rounded(shares.Client), Rounded(shares.Both), Rounded(shares.Silence))),
        ]);

    internal static double Rounded(double figure) => Math.Round(figure, Digits);

    private static double? Rounded(double? figure) => figure is { } known ? Rounded(known) : null;
}

/// <summary>Who spoke in a tenth, in percent of its time; together 100.</summary>
/// <param name="Tenth">1 to 10.</param>
/// <param name="Employee">The employee alone.</param>
/// <param name="Client">The client alone.</param>
/// <param name="Both">Both at once.</param>
/// <param name="Silence">Neither.</param>
public sealed record TenthDto(int Tenth, double Employee, double Client, double Both, double Silence);

/// <summary>How much of a tenth the employee speaks, alone and at once with the client, in percent of its time.</summary>
/// <param name="Tenth">1 to 10.</param>
/// <param name="BesideShare">Of those compared with.</param>
public sealed record StageDifferenceDto(int Tenth, double Share, double BesideShare);

/// <summary>How much the client speaks, alone and at once with the employee, in percent of the time.</summary>
/// <param name="Tenth">2 to 10.</param>
/// <param name="Before">In the tenth before.</param>
/// <param name="After">In this one.</param>
public sealed record ClientFallDto(int Tenth, double Before, double After);
