using System.Text.Json;
using System.Text.Json.Serialization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Projects;

namespace CallCenter.Silo.Projects;

/// <summary>
/// The projects of a data folder, in the file <c>projects.json</c>: what is there is what shall run. A running silo looks at it every
/// second, so a command of another process and a page change it alike. Written beside and renamed; changes of several processes wait for
/// one another (<c>projects.lock</c>). From any thread.
/// </summary>
internal sealed class ProjectRegistry
{
    public const int LongestName = 40;

    /// <summary>As many as a silo may have, removed ones included.</summary>
    public const int Most = 4_096;

    private const string FileName = "projects.json";
    public const string LockName = "projects.lock";
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly string _folder;
    private volatile IReadOnlyList<RegisteredProject> _all;

    private ProjectRegistry(string folder, IReadOnlyList<RegisteredProject> all) => (_folder, _all) = (folder, all);

    /// <summary>Every project that ever was, in the order of their numbers, as last read.</summary>
    public IReadOnlyList<RegisteredProject> All => _all;

    /// <summary>Those that are not removed.</summary>
    public IReadOnlyList<RegisteredProject> Present => [.. _all.Where(static project => project.Standing != ProjectStanding.Removed)];

    private string File => Path.Combine(_folder, FileName);

    /// <summary>Reads the folder's projects; where there are none yet, there is one of this name.</summary>
    public static ProjectRegistry Open(string folder, ProjectId first)
    {
        Directory.CreateDirectory(folder);
        var registry = new ProjectRegistry(folder, []);
        registry.Change(all => all.Count > 0 ? all : [new RegisteredProject(first, default, ProjectStanding.Active)]);
        return registry;
    }

    /// <summary>Reads what another process may have changed; null where nothing was.</summary>
    public IReadOnlyList<RegisteredProject>? ReadChanged()
    {
        var read = Read();
        return read.SequenceEqual(_all) ? null : _all = read;
    }

    /// <summary>Makes a project; null when it is made, else why it cannot be.</summary>
    public ProjectRefusal? Add(string name)
    {
        if (!IsName(name))
        {
            return ProjectRefusal.NotAName;
        }

        ProjectRefusal? refusal = null;
        Change(all =>
        {
            refusal = all.Any(project => project.Id.Value == name) ? ProjectRefusal.Exists
                : all.Count >= Most ? ProjectRefusal.TooMany : null;
            return refusal is not null ? all
                : [.. all, new RegisteredProject(new ProjectId(name), new ProjectNumber((ushort)all.Count), ProjectStanding.Active)];
        });
        return refusal;
    }

    /// <summary>Suspends, resumes or removes a project; null when it is done, else why it cannot be.</summary>
    public ProjectRefusal? Set(ProjectId id, ProjectStanding standing)
    {
        ProjectRefusal? refusal = null;
        Change(all =>
        {
            var known = all.FirstOrDefault(project => project.Id == id);
            refusal = known is null or { Standing: ProjectStanding.Removed } ? ProjectRefusal.Unknown
                : standing != ProjectStanding.Removed ? null
                : known.Standing != ProjectStanding.Suspended ? ProjectRefusal.NotSuspended
                : all.Count(static project => project.Standing != ProjectStanding.Removed) == 1 ? ProjectRefusal.LastOne : null;
            return refusal is not null ? all
                : [.. all.Select(project => project.Id == id ? project with { Standing = standing } : project)];
        });
        return refusal;
    }

    /// <summary>Lower-case letters, digits and hyphens, beginning with a letter: it stands in addresses, file names and traces.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && char.IsAsciiLetterLower(name[0])
        && name.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private void Change(Func<IReadOnlyList<RegisteredProject>, IReadOnlyList<RegisteredProject>> change)
    {
        using var held = Lock();
        var before = Read();
        var after = change(before);
        if (!ReferenceEquals(before, after))
        {
            Write(after);
        }

        _all = after;
    }

    private FileStream Lock()
    {
        for (var began = Environment.TickCount64; ;)
        {
            try
            {
                return new FileStream(Path.Combine(_folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 - began < LongestWait.TotalMilliseconds)
            {
                Thread.Sleep(10);
            }
        }
    }

    private List<RegisteredProject> Read()
    {
        if (!System.IO.File.Exists(File))
        {
            return [];
        }

        try
        {
            var kept = JsonSerializer.Deserialize<KeptProjects>(System.IO.File.ReadAllBytes(File), Json)?.Projects ?? [];
            return
            [
                .. kept.Select((project, number) =>
                    new RegisteredProject(new ProjectId(project.Name), new ProjectNumber((ushort)number), project.Standing)),
            ];
        }
        catch (JsonException damaged)
        {
            throw new RegistryDamagedException(File, damaged);
        }
    }

    private void Write(IReadOnlyList<RegisteredProject> all)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(
            new KeptProjects([.. all.Select(static project => new KeptProject(project.Id.Value, project.Standing))]), Json);
        using (var file = System.IO.File.OpenHandle(File + ".new", FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, bytes, 0);
            RandomAccess.FlushToDisk(file);
        }

        System.IO.File.Move(File + ".new", File, overwrite: true);
    }

    /// <summary>The file: a project's number is its place.</summary>
    private sealed record KeptProjects(IReadOnlyList<KeptProject> Projects);

    private sealed record KeptProject(string Name, ProjectStanding Standing);
}
