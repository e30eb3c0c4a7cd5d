namespace CallCenter.Load.Results.Reports;

/// <summary>CPU and memory of the server's processes, in all, for a call, and over time.</summary>
internal static class HtmlServer
{
    public static void Write(Html html, RunResult result)
    {
        html.Element("h2", "What it cost");
        if (result.Server is { } server) WriteServer(html, result, server);
        else html.Element("p", "The server's processes are not on this machine, or may not be looked at.");
        if (result.Generator is not { } generator) return;
        html.Element(
            "p class=\"note\"",
            $"This generator took {Figures.CpuPerCall(generator.CpuMsPerCall)} of CPU per call ({Figures.Seconds(generator.CpuSeconds)}) "
            + $"and at most {Figures.Mb(generator.ResidentMostMb)} of memory on the same machine.");
    }

    private static void WriteServer(Html html, RunResult result, ServerResult server)
    {
        html.Raw("<div class=\"scroll\"><table><thead><tr>");
        foreach (var name in (string[])["", "CPU per call", "CPU", "memory, most", "memory, end"]) html.Element("th scope=\"col\"", name);
        html.Raw("</tr></thead><tbody>");
        WriteRow(html, "server", server.CpuMsPerCall, server.Server);
        if (server.Database is { } used) WriteRow(html, "PostgreSQL", server.DatabaseCpuMsPerCall, used);
        html.Raw("</tbody></table></div>")
            .Element("p class=\"note\"", $"CPU: user and system time in the measured part ÷ {Figures.Count(result.Window.Completed)} "
                + $"completed calls. The server's processes: {Figures.Names(server.Processes)}.");
        ChartLine[] cpu = [new("server", "offered", server.Server.CpuPercent)];
        ChartLine[] memory = [new("server", "offered", server.Server.ResidentMb)];
        if (server.Database is { } database)
        {
            cpu = [.. cpu, new ChartLine("PostgreSQL", "abandoned", database.CpuPercent)];
            memory = [.. memory, new ChartLine("PostgreSQL, shared pages counted for each process", "abandoned", database.ResidentMb)];
        }

        TimeChart.Write(html, "CPU", "percent of one core", HtmlReport.Measured(result), cpu);
        TimeChart.Write(html, "Memory", "megabytes", HtmlReport.Measured(result), memory);
    }

    private static void WriteRow(Html html, string name, double? perCall, UsageResult usage) => html
        .Raw("<tr>").Element("th scope=\"row\"", name).Element("td", Figures.CpuPerCall(perCall))
        .Element("td", Figures.Seconds(usage.CpuSeconds)).Element("td", Figures.Mb(usage.ResidentMostMb))
        .Element("td", Figures.Mb(usage.ResidentLastMb)).Raw("</tr>");
}
