using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Calls.Stages;

/// <summary>What somebody wants to know of the stages of conversations.</summary>
/// <param name="From">Unix milliseconds UTC, inclusive, of the calls' arrival.</param>
/// <param name="To">Exclusive.</param>
public sealed record StageQuestion(long? From, long? To, DepartmentId? Department, EmployeeId? Employee, CallDirection? Direction);

/// <summary>The answer: some conversations beside those that they are compared with.</summary>
/// <param name="Asked">As far as he may ask.</param>
/// <param name="Beside">Null where there is nothing to compare with.</param>
/// <param name="BesideOf">The departments compared with; empty: all that he sees.</param>
public sealed record StageAnswer(
    StageQuestion Asked, StagedTalks Talks, StageFigures Figures, StageFigures? Beside, IReadOnlyList<DepartmentId> BesideOf)
{
    public int BesideTooShort { get; init; }

    public bool BesideIsCut { get; init; }
}

/// <summary>Looks the stages of conversations up: for whoever may hear these conversations.</summary>
public sealed class StageLookup(IHistoryReader history)
{
    /// <summary>
    /// An employee is compared with his departments, himself among them, a department with all. Whoever hears only himself gets himself
    /// alone: what colleagues do is not for him.
    /// </summary>
    public async ValueTask<StageAnswer> Read(Viewer viewer, ProjectConfiguration document, StageQuestion question, CancellationToken stop)
    {
        var isAlone = viewer.HeardBy() is not null;
        var asked = question with
        {
            Employee = viewer.HeardBy() ?? question.Employee,
            Department = !isAlone && viewer.Sees(question.Department) ? question.Department : null,
        };
        var talks = await Talks(viewer, asked, asked.Employee is { } one ? [one] : Members(document, asked.Department), stop);
        var besideOf = isAlone ? null : BesideOf(viewer, document, asked);
        if (besideOf is null) return new StageAnswer(asked, talks, StageFigures.Of(talks.Talks), null, []);
        var beside = await Talks(viewer, asked, Members(document, besideOf), stop);
        return new StageAnswer(asked, talks, StageFigures.Of(talks.Talks), StageFigures.Of(beside.Talks), besideOf)
        {
            BesideTooShort = beside.TooShort,
            BesideIsCut = beside.IsCut,
        };
    }

    private async ValueTask<StagedTalks> Talks(
        Viewer viewer, StageQuestion asked, IReadOnlyList<EmployeeId>? employees, CancellationToken stop) =>
        StagedTalks.Of(await history.Talks(
            viewer.Project, viewer.Narrow(new TalkQuery(asked.From, asked.To, employees, asked.Direction)), stop));

    // Null: nothing to compare with.
    private static IReadOnlyList<DepartmentId>? BesideOf(Viewer viewer, ProjectConfiguration document, StageQuestion asked)
    {
        var seen = document.Departments.Where(one => viewer.Sees(new DepartmentId(one.Id))).ToList();
        if (asked.Employee is not { } employee) return asked.Department is not null && seen.Count > 1 ? [] : null;
        if (asked.Department is { } department) return [department];
        var own = seen.Where(one => one.Members.Any(member => member.Employee == employee.Value)).ToList();
        return own.Count > 0 ? [.. own.Select(static one => new DepartmentId(one.Id))] : null;
    }

    private static IReadOnlyList<EmployeeId>? Members(ProjectConfiguration document, DepartmentId? department) =>
        Members(document, department is { } one ? [one] : []);

    // Null: everybody. By membership and not by the department of the call, because outgoing calls are of none.
    private static IReadOnlyList<EmployeeId>? Members(ProjectConfiguration document, IReadOnlyList<DepartmentId> departments) =>
        departments.Count == 0 ? null :
        [
            .. document.Departments.Where(one => departments.Contains(new DepartmentId(one.Id)))
                .SelectMany(static one => one.Members).Select(static member => new EmployeeId(member.Employee)).Distinct(),
        ];
}
