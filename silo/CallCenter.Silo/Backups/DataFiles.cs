using CallCenter.History;

namespace CallCenter.Silo.Backups;

/// <summary>The files of a data folder but journal, database, recordings and what belongs to the running process.</summary>
internal static class DataFiles
{
    /// <summary>How often snapshots may be replaced while the list is read.</summary>
    private const int MostTries = 20;

    /// <summary>
    /// All files, open: what is replaced or deleted later is read as it was. Files are replaced as a whole, so each is consistent.
    /// </summary>
    public static IReadOnlyList<(string Path, FileStream Content)> OpenAll(string dataFolder)
    {
        for (var tries = 1; ; tries++)
        {
            var opened = new List<(string, FileStream)>();
            try
            {
                foreach (var path in Paths(dataFolder))
                {
                    opened.Add((path, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)));
                }

                return opened;
            }
            catch (FileNotFoundException) when (tries < MostTries)
            {
                // A snapshot was replaced by a newer one, which is not in the list: look again.
                opened.ForEach(one => one.Item2.Dispose());
            }
        }
    }

    private static IEnumerable<string> Paths(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos().Where(entry => entry.LinkTarget is null))
        {
            switch (entry)
            {
                case DirectoryInfo { Name: DataFolders.Journal or DataFolders.Recordings or HistoryOptions.DatabaseName }:
                    break;
                case DirectoryInfo:
                    foreach (var path in Directory.GetFiles(entry.FullName, "*", SearchOption.AllDirectories)
                        .Where(path => !BackupNames.IsOfProcess(Path.GetFileName(path))))
                    {
                        yield return path;
                    }

                    break;
                case FileInfo when !BackupNames.IsOfProcess(entry.Name):
                    yield return entry.FullName;
                    break;
            }
        }
    }
}
