namespace CallCenter.Web.Guard;

/// <summary>How much the server takes from whoever it does not know; the section <c>Guard</c> of the settings.</summary>
public sealed class GuardOptions
{
    /// <summary>Open HTTP connections; the next one is closed at once. WebSockets count apart, as many again.</summary>
    public int Connections { get; set; } = 4_096;

    /// <summary>Open connections of one source, WebSockets among them.</summary>
    public int ConnectionsPerSource { get; set; } = 1_000;

    /// <summary>From the first byte of a request to the end of its headers.</summary>
    public TimeSpan LongestHeaders { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Bytes a second that a body has to arrive with; the answer has to be read as fast.</summary>
    public double SlowestBytesPerSecond { get; set; } = 240;

    /// <summary>How long it may be slower at the beginning.</summary>
    public TimeSpan SlowGrace { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Path and query of an address.</summary>
    public int AddressCharacters { get; set; } = 4_096;

    /// <summary>Lines of headers.</summary>
    public int Headers { get; set; } = 64;

    /// <summary>All headers together, names and values.</summary>
    public int HeaderCharacters { get; set; } = 16 * 1024;

    /// <summary>Fields of a form; the largest of ours has a dozen.</summary>
    public int FormFields { get; set; } = 64;

    /// <summary>Requests a second of one source that is not signed in, on average; files of pages are not counted.</summary>
    public int AnonymousPerSecond { get; set; } = 20;

    /// <summary>Such requests at once before the average counts.</summary>
    public int AnonymousBurst { get; set; } = 300;
}
