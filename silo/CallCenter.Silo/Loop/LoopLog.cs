using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Loop;

/// <summary>Log lines of the loop: 1000–1099.</summary>
internal static partial class LoopLog
{
    [LoggerMessage(1000, LogLevel.Error, "An input failed; the loop goes on")]
    public static partial void InputFailed(ILogger log, Exception failure);

    [LoggerMessage(1001, LogLevel.Critical,
        "The journal cannot be written: new calls are refused, messages are held back, tried again 4 times a second")]
    public static partial void JournalAway(ILogger log, Exception failure);

    [LoggerMessage(1002, LogLevel.Information, "The journal can be written again")]
    public static partial void JournalBack(ILogger log);
}
