namespace CallCenter.Load.Results.Reports;

/// <summary>All reports of a run.</summary>
internal static class RunReports
{
    /// <summary>Writes the text, and the files that are asked for.</summary>
    /// <exception cref="IOException">A file cannot be written; or <see cref="UnauthorizedAccessException"/>.</exception>
    public static void Write(RunResult result, TextWriter output, string? json, string? html)
    {
        TextReport.Write(output, result);
        if (json is not null) RunFile.Write(json, result);
        if (html is not null) File.WriteAllText(html, HtmlReport.Page(result));
    }
}
