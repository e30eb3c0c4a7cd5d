using CallCenter.Abstractions.Ports;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Alarms;

/// <summary>Log lines of alarms: 1300–1399.</summary>
internal static partial class AlarmLog
{
    [LoggerMessage(1300, LogLevel.Error, "Alarm {Kind}: {Reason}")]
    public static partial void Begins(ILogger log, SiloAlarmKind kind, string reason);

    [LoggerMessage(1301, LogLevel.Information, "The alarm {Kind} is over")]
    public static partial void Ends(ILogger log, SiloAlarmKind kind);
}
