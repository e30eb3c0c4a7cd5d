namespace CallCenter.Web.Start;

/// <summary>How the lines of the log are written.</summary>
public enum LogForm
{
    /// <summary>A line for people.</summary>
    Text,

    /// <summary>A JSON object a line, for programs.</summary>
    Json,
}
