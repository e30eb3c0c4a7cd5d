namespace CallCenter.Load.Results.History;

/// <summary>One call as the server recorded it; times in microseconds since the Unix epoch, 0: did not happen.</summary>
/// <param name="Id">The server's number of the call.</param>
/// <param name="CallId">Call-ID of the caller's leg.</param>
/// <param name="Outcome">The server's word.</param>
internal readonly record struct HistoryRecord(
    string Id, string CallId, string Outcome, long ArrivedMicros, long AnsweredMicros, long EndedMicros);
