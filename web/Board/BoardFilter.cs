using CallCenter.Abstractions;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.WebUtilities;

namespace CallCenter.Web.Board;

/// <summary>How the people on the board are ordered.</summary>
public enum BoardSort { State, Name, Time, Calls }

/// <summary>What part of the board is shown; lives in the address.</summary>
/// <param name="Everyone">Also people who are signed out.</param>
/// <param name="Wall">Wallboard: no chrome, large, departments only.</param>
public sealed record BoardFilter(DepartmentId? Department, PersonState? State, bool Everyone, BoardSort Sort, bool Wall)
{
    private const int LongestId = 64;
    private const string EveryoneWord = "all";

    public static BoardFilter FromQuery(string query)
    {
        var values = QueryHelpers.ParseQuery(query);
        var (department, state, sort) = (One("department"), One("state"), One("sort"));
        return new BoardFilter(
            department is { Length: > 0 and <= LongestId } id ? new DepartmentId(id) : null,
            PersonStates.FromWord(state),
            state == EveryoneWord,
            Enum.TryParse<BoardSort>(sort, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : BoardSort.State,
            One("wall") == "1");

        string? One(string name) => values.TryGetValue(name, out var found) ? found.ToString() : null;
    }

    /// <summary>The one spelling of this filter, without what is usual; begins with <c>?</c> unless it is empty.</summary>
    public string ToQuery()
    {
        var query = new QueryBuilder();
        if (Department is { } department)
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

        if (Wall)
        {
            query.Add("wall", "1");
        }

        return query.ToString();
    }

    public string ToAddress() => $"/board{ToQuery()}";

    /// <summary>The state as the address has it; empty for everyone on shift.</summary>
    public string StateWord => State?.Word() ?? (Everyone ? EveryoneWord : "");

    public bool Fits(PersonState state) => State is { } wanted ? state == wanted : Everyone || state != PersonState.SignedOut;
}
