namespace CallCenter.Silo.Secrets;

/// <summary>A folder that only its owner may read (0700, files 0600), whose files are replaced as a whole.</summary>
internal sealed class PrivateFolder
{
    private const UnixFileMode FolderMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;

    public PrivateFolder(string path)
    {
        _path = path;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, FolderMode);
        // An older folder, or one restored from a backup, may stand open.
        File.SetUnixFileMode(path, FolderMode);
        foreach (var file in Directory.GetFiles(path)) File.SetUnixFileMode(file, OwnerOnly);
    }

    public string PathOf(string name) => Path.Combine(_path, name);

    /// <summary>Null when there is no such file.</summary>
    public byte[]? Read(string name) => File.Exists(PathOf(name)) ? File.ReadAllBytes(PathOf(name)) : null;

    /// <summary>Gives a file another name, in whose place there was nothing or something older.</summary>
    public void Rename(string name, string other) => File.Move(PathOf(name), PathOf(other), overwrite: true);

    /// <summary>After it the file has the new content, before it the old one, whenever the power fails.</summary>
    public void Replace(string name, ReadOnlySpan<byte> content)
    {
        var temporary = PathOf(name + ".new");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, PathOf(name), overwrite: true);
    }
}
