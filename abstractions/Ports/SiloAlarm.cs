namespace CallCenter.Abstractions.Ports;

/// <summary>What somebody has to look at.</summary>
public enum SiloAlarmKind
{
    /// <summary>The journal cannot be written: new calls are refused.</summary>
    JournalAway,

    /// <summary>The data folder's file system has little room left; <see cref="SiloAlarm.Figure"/>: bytes.</summary>
    DiskLow,

    /// <summary>Too many or too old events are not in PostgreSQL; <see cref="SiloAlarm.Figure"/>: events.</summary>
    HistoryBehind,
}

/// <summary>An alarm that lasts.</summary>
/// <param name="Reason">For operators, in English.</param>
/// <param name="Figure">What the kind says; 0 where there is none.</param>
public sealed record SiloAlarm(SiloAlarmKind Kind, string Reason, long Figure);
