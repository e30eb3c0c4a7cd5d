using System.Globalization;

namespace CallCenter.Load.Server;

/// <summary>How the server's program is started: on this machine, with everything it writes in one folder.</summary>
/// <param name="Program">Path of <c>CallCenter.Web.dll</c>.</param>
internal sealed record WebStart(string Program, string Folder, int Http, int Sip)
{
    public string DataFolder => Path.Combine(Folder, "data");

    /// <summary>A part of the call center alone: <c>silo</c> or <c>web</c>; null: all of it.</summary>
    public string? Part { get; init; }

    /// <summary>More options of the command line.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>More variables of the environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How many of the lines that it writes are kept, the last ones.</summary>
    public int KeptLines { get; init; } = 100;

    public IReadOnlyList<string> Arguments =>
    [
        Path.GetFullPath(Program), .. Part is null ? Array.Empty<string>() : [Part], "--data", DataFolder,
        .. Part == "silo" ? Array.Empty<string>() : ["--http", Http.ToString(CultureInfo.InvariantCulture)],
        .. Part == "web" ? Array.Empty<string>() : ["--sip", Sip.ToString(CultureInfo.InvariantCulture)],
        .. Options,
    ];
}
