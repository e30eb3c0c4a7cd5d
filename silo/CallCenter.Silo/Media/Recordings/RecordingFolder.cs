using System.Globalization;
using CallCenter.Abstractions;

namespace CallCenter.Silo.Media.Recordings;

/// <summary>
/// Where recordings lie: a folder for each project and day (UTC), a WAV file for each conversation. Of one that is not told of yet a small
/// file in the project's folder <c>open</c> says so, and when it began: so a start finds what a process left without looking at all.
/// </summary>
internal sealed class RecordingFolder(string root)
{
    private const string Open = "open";
    private const string Sound = ".wav";
    private const char AfterDay = '_';
    private const string Day = "yyyy-MM-dd";

    /// <param name="beganAt">Unix milliseconds UTC.</param>
    public string PathOf(ProjectId project, CallId call, int conversation, long beganAt) => Path.Combine(
        root, project.Value, DateTimeOffset.FromUnixTimeMilliseconds(beganAt).ToString(Day, CultureInfo.InvariantCulture),
        string.Create(CultureInfo.InvariantCulture, $"{call.Value}-{conversation}{Sound}"));

    /// <summary>The file of a conversation, whatever its day; null where there is none.</summary>
    public string? Find(ProjectId project, CallId call, int conversation)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{call.Value}-{conversation}{Sound}");
        return Days(project).Reverse().Select(day => Path.Combine(day.Path, name)).FirstOrDefault(File.Exists);
    }

    /// <summary>The file is about to be written.</summary>
    /// <param name="beganAt">Unix milliseconds UTC.</param>
    public static void Begin(string path, long beganAt)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var mark = MarkOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(mark)!);
        File.WriteAllText(mark, beganAt.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>What is in it is known.</summary>
    public static void Told(string path)
    {
        if (!IsTold(path))
        {
            File.Delete(MarkOf(path));
        }
    }

    public static bool IsTold(string path) => !File.Exists(MarkOf(path));

    /// <summary>What a process left that died before it was told.</summary>
    public IEnumerable<(string Path, CallId Call, int Conversation, long BeganAt)> Left(ProjectId project)
    {
        var open = Path.Combine(root, project.Value, Open);
        if (!Directory.Exists(open))
        {
            yield break;
        }

        foreach (var mark in Directory.EnumerateFiles(open))
        {
            if (Path.GetFileName(mark).Split(AfterDay) is [var day, var name] && Read(name) is var (call, conversation)
                && long.TryParse(File.ReadAllText(mark), CultureInfo.InvariantCulture, out var beganAt))
            {
                yield return (Path.Combine(root, project.Value, day, name + Sound), call, conversation, beganAt);
            }
        }
    }

    /// <summary>The recordings of days that ended before this moment.</summary>
    public IEnumerable<(string Path, CallId Call, int Conversation)> OlderThan(ProjectId project, DateTimeOffset moment) =>
        from day in Days(project)
        where day.Date.AddDays(1) <= moment
        from path in Directory.EnumerateFiles(day.Path, "*" + Sound)
        let name = Read(path)
        where name is not null
        select (path, name.Value.Call, name.Value.Conversation);

    /// <summary>Deletes a file, and its day when it was the last.</summary>
    public static void Delete(string path)
    {
        File.Delete(path);
        Told(path);
        var day = Path.GetDirectoryName(path)!;
        if (!Directory.EnumerateFileSystemEntries(day).Any())
        {
            Directory.Delete(day);
        }
    }

    /// <summary>In their order.</summary>
    private IEnumerable<(string Path, DateTimeOffset Date)> Days(ProjectId project)
    {
        var folder = Path.Combine(root, project.Value);
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var path in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
        {
            if (DateTimeOffset.TryParseExact(
                Path.GetFileName(path), Day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
            {
                yield return (path, date);
            }
        }
    }

    private static string MarkOf(string path)
    {
        var day = Path.GetDirectoryName(path)!;
        var name = $"{Path.GetFileName(day)}{AfterDay}{Path.GetFileNameWithoutExtension(path)}";
        return Path.Combine(Path.GetDirectoryName(day)!, Open, name);
    }

    private static (CallId Call, int Conversation)? Read(string path) =>
        Path.GetFileNameWithoutExtension(path).Split('-') is [var call, var conversation]
        && long.TryParse(call, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(conversation, CultureInfo.InvariantCulture, out var number)
            ? (new CallId(id), number) : null;
}
