using CallCenter.Abstractions;

namespace CallCenter.Silo.Projects;

/// <summary>The projects that run in the silo. Read from any thread, changed by one at a time.</summary>
internal sealed class ProjectTable
{
    private readonly Lock _changing = new();
    private volatile ProjectRuntime[] _all = [];

    /// <summary>In the order in which they were opened.</summary>
    public IReadOnlyList<ProjectRuntime> All => _all;

    /// <summary>The project that a document given at the start is for: this one, or the oldest of a folder that does not have it.</summary>
    public ProjectId First(ProjectId usual) => Find(usual) is not null ? usual : _all[0].Id;

    public ProjectRuntime? Find(ProjectId id)
    {
        foreach (var project in _all)
        {
            if (project.Id == id)
            {
                return project;
            }
        }

        return null;
    }

    public void Add(ProjectRuntime project)
    {
        lock (_changing)
        {
            _all = [.. _all, project];
        }
    }

    public void Remove(ProjectRuntime project)
    {
        lock (_changing)
        {
            _all = [.. _all.Where(one => one != project)];
        }
    }
}
