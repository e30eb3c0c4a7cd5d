namespace CallCenter.Load.Server;

/// <summary>Finds the data folder of a server that somebody else started, in its command line.</summary>
internal static class RunningServerFolder
{
    /// <summary>The folder; null when the process is no server of ours or may not be looked at.</summary>
    public static string? Of(int process)
    {
        try
        {
            var words = File.ReadAllText($"/proc/{process}/cmdline").Split('\0', StringSplitOptions.RemoveEmptyEntries);
            var current = new FileInfo($"/proc/{process}/cwd").LinkTarget;
            return current is not null && words.Any(word => word.Contains("CallCenter.Web", StringComparison.Ordinal))
                ? Path.GetFullPath(InWords(words), current)
                : null;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    internal static string InWords(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].StartsWith("--data=", StringComparison.Ordinal)) return words[i]["--data=".Length..];
            if (words[i] == "--data" && i + 1 < words.Count) return words[i + 1];
        }

        return "./data";
    }
}
