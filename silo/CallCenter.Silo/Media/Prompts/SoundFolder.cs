using CallCenter.Abstractions;
using CallCenter.Abstractions.Prompts;

namespace CallCenter.Silo.Media.Prompts;

/// <summary>
/// Where the sounds of a project lie: <c>prompts/project/uk/closed.wav</c>, <c>prompts/project/own/greeting.wav</c>. A file is written
/// beside and renamed. Places are checked before they come here: their parts become names of files.
/// </summary>
internal sealed class SoundFolder(string root, ProjectId project)
{
    private const string Extension = ".wav";

    public string Folder { get; } = Path.Combine(root, project.Value);

    public string PathOf(PromptPlace place) => Path.Combine(Folder, place.Set, place.Name + Extension);

    /// <summary>What is there, whoever put it.</summary>
    public IEnumerable<PromptPlace> All() => !Directory.Exists(Folder) ? [] :
        from set in Directory.EnumerateDirectories(Folder)
        from file in Directory.EnumerateFiles(set, "*" + Extension)
        select new PromptPlace(Path.GetFileName(set), Path.GetFileNameWithoutExtension(file));

    public void Write(PromptPlace place, ReadOnlySpan<byte> wav)
    {
        var path = PathOf(place);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using (var file = File.OpenHandle(path + ".new", FileMode.Create, FileAccess.Write))
        {
            RandomAccess.Write(file, wav, 0);
            RandomAccess.FlushToDisk(file);
        }

        File.Move(path + ".new", path, overwrite: true);
    }

    public void Delete(PromptPlace place)
    {
        if (File.Exists(PathOf(place)))
        {
            File.Delete(PathOf(place));
        }
    }

    /// <summary>All of it, for a project that is gone.</summary>
    public void Delete()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
