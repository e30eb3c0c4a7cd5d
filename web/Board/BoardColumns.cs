using CallCenter.Web.Languages;

namespace CallCenter.Web.Board;

/// <summary>A column of a live table.</summary>
/// <param name="Word">In addresses; null for one that is always shown.</param>
/// <param name="Name">Null for the one with the actions.</param>
public sealed record BoardColumn(string? Word, Text? Name, bool IsFigure = false);

/// <summary>The columns of the board's tables, in their order; the views of a row have the same.</summary>
public static class BoardColumns
{
    public static readonly IReadOnlyList<BoardColumn> Calls =
    [
        new(null, BoardTexts.Client), new("call-dialled", BoardTexts.Dialled), new("call-stage", BoardTexts.Stage),
        new("call-time", BoardTexts.For, IsFigure: true), new("call-department", BoardTexts.Department), new("call-with", BoardTexts.With),
        new(null, null),
    ];

    public static readonly IReadOnlyList<BoardColumn> People =
    [
        new(null, BoardTexts.Name), new("person-state", BoardTexts.State), new("person-time", BoardTexts.For, IsFigure: true),
        new("person-client", BoardTexts.Client), new("person-department", BoardTexts.Department),
        new("person-calls", BoardTexts.CallsToday, IsFigure: true), new("person-talk", BoardTexts.TalkToday, IsFigure: true),
        new("person-missed", BoardTexts.Rona, IsFigure: true), new(null, null),
    ];

    private static readonly string[] Words = [.. Calls.Concat(People).Select(column => column.Word).OfType<string>()];

    /// <summary>The columns that an address leaves out, in their order.</summary>
    /// <param name="chosen">Those that were ticked in the form; null when it does not come from there.</param>
    public static IReadOnlyList<string> Hidden(IReadOnlyList<string>? chosen, IReadOnlyList<string> hidden) =>
        [.. Words.Where(word => chosen is null ? hidden.Contains(word) : !chosen.Contains(word))];

    /// <summary>The places of the hidden columns, from 1, as <c>board.css</c> knows them; null when none is.</summary>
    public static string? Places(IReadOnlyList<BoardColumn> columns, IReadOnlyList<string> hidden)
    {
        var places = string.Join(' ', Enumerable.Range(1, columns.Count).Where(place => hidden.Contains(columns[place - 1].Word)));
        return places.Length == 0 ? null : places;
    }
}
