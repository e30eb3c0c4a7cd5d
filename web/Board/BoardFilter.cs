using CallCenter.Abstractions;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace CallCenter.Web.Board;

/// <summary>How the people on the board are ordered.</summary>
public enum BoardSort { State, Name, Time, Calls }

/// <summary>What part of the board is shown and how; lives in the address.</summary>
/// <param name="Departments">Only these, in the order of their keys; empty: all.</param>
/// <param name="Everyone">Also people who are signed out.</param>
/// <param name="Wall">Set on the wallboard: no chrome, large, departments only.</param>
/// <param name="Hidden">The columns that are left out, by the words of <see cref="BoardColumns"/>.</param>
public sealed record BoardFilter(
    IReadOnlyList<DepartmentId> Departments, PersonState? State, bool Everyone, BoardSort Sort, WallView? Wall,
    IReadOnlyList<string> Hidden)
{
    private const int LongestId = 64;
    private const int MostDepartments = 50;
    private const string EveryoneWord = "all";

    public static BoardFilter FromQuery(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var (state, sort) = (One("state"), One("sort"));
        var hidden = BoardColumns.Hidden(One("columns") is null ? null : Many("column"), Many("hide"));
        return new BoardFilter(
            [
                .. Many("department").Where(id => id.Length is > 0 and <= LongestId).Distinct().Order(StringComparer.Ordinal)
                    .Take(MostDepartments).Select(id => new DepartmentId(id)),
            ],
            PersonStates.FromWord(state),
            state == EveryoneWord,
            Enum.TryParse<BoardSort>(sort, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : BoardSort.State,
            One("wall") == "1" ? WallView.Of(One("turn"), One("size")) : null,
            hidden);

        string? One(string name) => values.TryGetValue(name, out var found) ? found.ToString() : null;

        string[] Many(string name) => values.TryGetValue(name, out var found) ? [.. found.OfType<string>()] : [];
    }

    /// <summary>The one spelling of this filter, without what is usual; begins with <c>?</c> unless it is empty.</summary>
    public string ToQuery()
    {
        var query = Content();
        if (Wall is { } wall)
        {
            query.Add("wall", "1");
            wall.AddTo(query);
        }

        foreach (var column in Hidden)
        {
            query.Add("hide", column);
        }

        return query.ToString();
    }

    /// <summary>What of it decides what is drawn: those who only look at it otherwise share the drawing.</summary>
    public string ToTopic()
    {
        var query = Content();
        if (Wall is not null)
        {
            query.Add("wall", "1");
        }

        return query.ToString();
    }

    /// <summary>The same of what somebody sees.</summary>
    public BoardFilter Within(Viewer viewer) => this with { Departments = viewer.Within(Departments) };

    public string ToAddress() => $"/board{ToQuery()}";

    /// <summary>The state as the address has it; empty for everyone on shift.</summary>
    public string StateWord => State?.Word() ?? (Everyone ? EveryoneWord : "");

    public bool Fits(PersonState state) => State is { } wanted ? state == wanted : Everyone || state != PersonState.SignedOut;

    /// <summary>Whether it belongs to one of the departments; what belongs to none is shown where all are.</summary>
    public bool Shows(DepartmentId? department) => Departments.Count == 0 || (department is { } one && Departments.Contains(one));

    public bool ShowsAny(IReadOnlyList<DepartmentId> departments) => Departments.Count == 0 || departments.Any(Departments.Contains);

    private QueryBuilder Content()
    {
        var query = new QueryBuilder();
        foreach (var department in Departments)
        {
            query.Add("department", department.Value);
        }

        if (StateWord is { Length: > 0 } state)
        {
            query.Add("state", state);
        }

        if (Sort != BoardSort.State)
        {
            query.Add("sort", Sort.ToString().ToLowerInvariant());
        }

        return query;
    }
}
