using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Calls;

namespace CallCenter.Web.SignIn;

/// <summary>Whom and what somebody may see and act on: himself, and what is of the departments that he sees.</summary>
public sealed class Reach(IGrainFactory grains)
{
    /// <summary>Whether he may see this employee's desk.</summary>
    public async ValueTask<bool> MaySee(Viewer viewer, EmployeeId employee) =>
        viewer.Employee == employee || (viewer.May(Rights.Watch) && await Sees(viewer, employee));

    /// <summary>Whether he may set this employee's state.</summary>
    public async ValueTask<bool> MayOrder(Viewer viewer, EmployeeId employee) =>
        viewer.Employee == employee || (viewer.May(Rights.Intervene) && await Sees(viewer, employee));

    /// <summary>Whether he may end a live call; one that is not there may be ended by anybody: nothing happens.</summary>
    public async ValueTask<bool> MayEnd(Viewer viewer, CallId call) => viewer.May(Rights.Intervene) && await Sees(viewer, call);

    /// <summary>Whether he may have somebody hear a live call; likewise.</summary>
    public async ValueTask<bool> MaySupervise(Viewer viewer, CallId call) => viewer.May(Rights.Supervise) && await Sees(viewer, call);

    /// <summary>
    /// Whether the one who is to hear a live call may: whoever asks for himself was looked at; another is to be a supervisor of it too, or
    /// somebody could let anybody's phone hear what he may not.
    /// </summary>
    public async ValueTask<bool> MayHear(Viewer viewer, EmployeeId supervisor, CallId call)
    {
        if (viewer.Employee == supervisor) return true;
        var (_, document) = await grains.Project(viewer.Project).Configuration();
        if (document.Employees.FirstOrDefault(one => one.Id == supervisor.Value) is not { } employee) return false;
        var other = new Viewer(viewer.Project, employee.Id, employee.Id, employee.Access, supervisor)
        {
            Supervises = [.. employee.Supervised()],
        };
        return await MaySupervise(other, call);
    }

    /// <summary>Whether he may say that a message is done: it stands on his desk, or on one that he may act on.</summary>
    public async ValueTask<bool> MayFinish(Viewer viewer, CallId call)
    {
        if (viewer.Employee is { } self && await Has(viewer.Project, self, call)) return true;
        if (!viewer.May(Rights.Intervene)) return false;
        if (viewer.Supervises.Count == 0) return true;
        foreach (var person in await People(viewer))
        {
            if (await Has(viewer.Project, new EmployeeId(person.Id), call)) return true;
        }

        return false;
    }

    /// <summary>
    /// Whether he may hear the message of a call that is over: whoever saw it on his desk, and whoever may listen to what he sees.
    /// </summary>
    public async ValueTask<bool> MayHearMessage(Viewer viewer, CallRecord call)
    {
        if (call.Steps.LastOrDefault(static one => one is { Kind: StepKind.Voicemail, End: StepEnd.Message }) is not { } step) return false;
        if (viewer.May(Rights.Listen) && (MaySee(viewer, call) || viewer.Sees(step.Department))) return true;
        if (viewer.Employee is not { } self) return false;
        if (step.Employee == self || call.Responsible == self) return true;
        var (_, document) = await grains.Project(viewer.Project).Configuration();
        return document.Departments.FirstOrDefault(one => one.Id == step.Department?.Value)?.Members
            .Any(member => member.Employee == self.Value) == true;
    }

    /// <summary>Whether a call that is over is one of his, or of the departments that he sees.</summary>
    public static bool MaySee(Viewer viewer, CallRecord call)
    {
        if (viewer.OnlyOwnedBy() is { } owner) return CallLookup.IsOwnedBy(call, owner);
        return viewer.Sees(call.Department ?? call.FirstDepartment)
            || (viewer.Employee is { } self && CallLookup.IsOwnedBy(call, self));
    }

    /// <summary>Whether he may hear a conversation: who talked in it may, and whoever may listen to what he sees.</summary>
    public static bool MayListen(Viewer viewer, CallRecord call, int conversation) =>
        MaySee(viewer, call) && (viewer.May(Rights.Listen) || (viewer.Employee is { } self && call.TalkedIn(self, conversation)));

    /// <summary>The employees whom he sees; all where he sees all departments.</summary>
    public async ValueTask<IReadOnlyList<EmployeeConfiguration>> People(Viewer viewer)
    {
        var (_, document) = await grains.Project(viewer.Project).Configuration();
        return [.. document.Employees.Where(one => IsOf(document, viewer, one.Id))];
    }

    private async ValueTask<bool> Has(ProjectId project, EmployeeId employee, CallId message) =>
        (await grains.Employee(project, employee).Desk())?.Messages.Any(one => one.Call == message) == true;

    private async ValueTask<bool> Sees(Viewer viewer, CallId call)
    {
        if (viewer.Supervises.Count == 0) return true;
        var line = (await grains.Project(viewer.Project).Board()).Calls.FirstOrDefault(one => one.Id == call);
        return line is null || viewer.Sees(line.Department);
    }

    private async ValueTask<bool> Sees(Viewer viewer, EmployeeId employee) => viewer.Supervises.Count == 0
        || IsOf((await grains.Project(viewer.Project).Configuration()).Document, viewer, employee.Value);

    private static bool IsOf(ProjectConfiguration document, Viewer viewer, string employee) => viewer.Supervises.Count == 0
        || document.Departments.Any(department => viewer.Sees(new DepartmentId(department.Id))
            && department.Members.Any(member => member.Employee == employee));
}
