using System.Globalization;

namespace CallCenter.Abstractions.Grains;

/// <summary>The keys of grains: a project's is its name, those below it are <c>project/key</c>. A project's name has no stroke.</summary>
public static class GrainKeys
{
    private const char Stroke = '/';

    public static IProjectGrain Project(this IGrainFactory grains, ProjectId project) => grains.GetGrain<IProjectGrain>(project.Value);

    public static ICallGrain Call(this IGrainFactory grains, ProjectId project, CallId call) =>
        grains.GetGrain<ICallGrain>(Below(project, Written(call)));

    public static IRecordingGrain Recording(this IGrainFactory grains, ProjectId project, CallId call) =>
        grains.GetGrain<IRecordingGrain>(Below(project, Written(call)));

    public static IEmployeeGrain Employee(this IGrainFactory grains, ProjectId project, EmployeeId employee) =>
        grains.GetGrain<IEmployeeGrain>(Below(project, employee.Value));

    public static IDepartmentGrain Department(this IGrainFactory grains, ProjectId project, DepartmentId department) =>
        grains.GetGrain<IDepartmentGrain>(Below(project, department.Value));

    /// <param name="number">E.164; see <see cref="IProjectGrain.ReadNumber"/>.</param>
    public static ICrmLinkGrain CrmLink(this IGrainFactory grains, ProjectId project, string number) =>
        grains.GetGrain<ICrmLinkGrain>(Below(project, number));

    /// <param name="name">His employee's key, or <c>@</c> and his sign-in name where he is none.</param>
    public static IPersonGrain Person(this IGrainFactory grains, ProjectId project, string name) =>
        grains.GetGrain<IPersonGrain>(Below(project, name));

    public static ISignInsGrain SignIns(this IGrainFactory grains, ProjectId project) => grains.GetGrain<ISignInsGrain>(project.Value);

    public static IConfigurationGrain Configuration(this IGrainFactory grains, ProjectId project) =>
        grains.GetGrain<IConfigurationGrain>(project.Value);

    public static IDraftGrain Draft(this IGrainFactory grains, ProjectId project) => grains.GetGrain<IDraftGrain>(project.Value);

    public static IPromptGrain Prompts(this IGrainFactory grains, ProjectId project) => grains.GetGrain<IPromptGrain>(project.Value);

    public static IMailGrain Mail(this IGrainFactory grains, ProjectId project) => grains.GetGrain<IMailGrain>(project.Value);

    /// <param name="name">See <see cref="SiloPlace.Name"/>.</param>
    public static ISiloGrain Silo(this IGrainFactory grains, string name) => grains.GetGrain<ISiloGrain>(name);

    public static IClusterGrain Cluster(this IGrainFactory grains) => grains.GetGrain<IClusterGrain>("cluster");

    /// <summary>The project of a key below it, and the rest.</summary>
    public static (ProjectId Project, string Key) Split(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var stroke = key.IndexOf(Stroke, StringComparison.Ordinal);
        return stroke < 0
            ? throw new ArgumentException($"The key {key} names no project.", nameof(key))
            : (new ProjectId(key[..stroke]), key[(stroke + 1)..]);
    }

    /// <summary>The project and the call of a key below it.</summary>
    public static (ProjectId Project, CallId Call) SplitCall(string key)
    {
        var (project, number) = Split(key);
        return (project, new CallId(long.Parse(number, CultureInfo.InvariantCulture)));
    }

    private static string Written(CallId call) => call.Value.ToString(CultureInfo.InvariantCulture);

    private static string Below(ProjectId project, string key) => project.Value + Stroke + key;
}
