namespace CallCenter.Journal.Codecs;

/// <summary>The first byte of an encoded event: which event it is. A new event takes the next number; a number never changes.</summary>
public enum EventTag : byte
{
    CallArrived = 1,
    CallRouted = 2,
    CallQueued = 3,
    LegStarted = 4,
    LegRang = 5,
    LegAnswered = 6,
    CallTaken = 7,
    LegHeld = 8,
    LegEnded = 9,
    QueueLeft = 10,
    CallEnded = 11,
    EmployeeStateChanged = 12,
    RingMissed = 13,
    BindingsChanged = 14,
    ConfigurationPublished = 15,
    ClientLinked = 16,
    AuditNoted = 17,
    DayBegan = 18,
    CallerAnswered = 19,
    ConversationBegan = 20,
    ConversationEnded = 21,
    LegDescribed = 22,
    RecordingPaused = 23,
    ConversationRecorded = 24,
    RecordingDeleted = 25,
    MusicBegan = 26,
    WaitAnnounced = 27,
    LegMeasured = 28,
}
