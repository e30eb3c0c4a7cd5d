using CallCenter.Abstractions.Configuration;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>What new entries begin with; their keys are made when they are saved.</summary>
public static class NewEntries
{
    /// <summary>A new trunk is asked: who wants it otherwise says so.</summary>
    private const int UsualAskSeconds = 30;

    public static DepartmentConfiguration Department(ProjectConfiguration document) => new()
    {
        Id = "",
        Name = "",
        Extension = ProposedKeys.Extension(201, document.Departments.Select(one => one.Extension), ProposedKeys.Taken(document)),
    };

    public static TrunkConfiguration Trunk() => new("", "", [], AskSeconds: UsualAskSeconds);

    public static MenuConfiguration Menu() => new() { Id = "", Name = "", Keys = [new MenuKey("1", new Destination())] };

    public static NumberConfiguration Number() => new("", "", null, null, new Destination());
}
