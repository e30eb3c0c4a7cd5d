using System.Globalization;

namespace CallCenter.Load.Results.History;

/// <summary>
/// Compares the calls of a run with the server's records, by Call-ID:
/// answered and abandoned calls have exactly one record with the same outcome and times, that is, within what can be seen from outside
/// (from the INVITE to its first answer, from the employee's 200 to the caller's, from the BYE to its 200) and a tolerance;
/// refused ones at most one that says nobody talked; failed ones, about whose end the two sides may rightly disagree, exactly one if the
/// server had let them ring, else at most one.
/// Records of other calls are foreign.
/// </summary>
internal sealed class HistoryComparison
{
    public const int MostListed = 20;

    private readonly CallLedger _calls;
    private readonly long _toleranceMicros;
    private readonly Dictionary<string, int> _byCallId;
    private readonly byte[] _records;
    private readonly List<string> _first = [];
    private long _read;
    private long _doubled;
    private long _foreign;
    private long _otherOutcome;
    private long _otherTime;
    private long _slow;

    /// <param name="tolerance">How far a recorded time may lie outside of what was seen.</param>
    public HistoryComparison(CallLedger calls, TimeSpan tolerance)
    {
        _calls = calls;
        _toleranceMicros = tolerance.Ticks / TimeSpan.TicksPerMicrosecond;
        _records = new byte[calls.Count];
        _byCallId = new Dictionary<string, int>(calls.Count, StringComparer.Ordinal);
        for (var i = 0; i < calls.Count; i++) _byCallId[calls[i].CallId] = i;
    }

    /// <summary>One of the server's records, in any order.</summary>
    public void Add(HistoryRecord record)
    {
        _read++;
        if (!_byCallId.TryGetValue(record.CallId, out var index))
        {
            _foreign++;
            List($"Call {record.Id} (Call-ID {record.CallId}) is recorded, but no call of this run.");
        }
        else if (_records[index]++ > 0)
        {
            _records[index] = 2;
            _doubled++;
            List($"Call-ID {record.CallId} is recorded once more, as call {record.Id}.");
        }
        else
        {
            Compare(_calls[index], record);
        }
    }

    /// <summary>The result, after the last record.</summary>
    public HistoryResult Finish()
    {
        long missing = 0, unanswered = 0;
        for (var i = 0; i < _calls.Count; i++)
        {
            if (_records[i] > 0) continue;
            var call = _calls[i];
            if (MayHaveNone(call))
            {
                unanswered++;
                continue;
            }

            missing++;
            List($"Call-ID {call.CallId} ({Word(call.Outcome)} at {Time(call.End.ToMicros)}) has no record.");
        }

        return new HistoryResult(
            _calls.Count, _read, missing, _doubled, _foreign, _otherOutcome, _otherTime, _slow, unanswered,
            missing + _doubled + _foreign + _otherOutcome + _otherTime, _first,
            _calls.NotKept > 0 ? $"Only the first {CallLedger.MostCalls} calls could be compared; {_calls.NotKept} more ended." : null);
    }

    private static bool MayHaveNone(in KeptCall call) =>
        call.Outcome == ObservedOutcome.Refused || (call.Outcome == ObservedOutcome.Failed && !call.Accepted);

    private static bool Fits(ObservedOutcome here, string there) => here switch
    {
        ObservedOutcome.Answered => there == "answered",
        ObservedOutcome.Abandoned => there == "abandoned",
        ObservedOutcome.Refused => there is not ("answered" or "interrupted"),
        _ => true,
    };

    private void Compare(in KeptCall call, HistoryRecord record)
    {
        if (!Fits(call.Outcome, record.Outcome))
        {
            _otherOutcome++;
            List($"Call-ID {call.CallId} was {Word(call.Outcome)}; call {record.Id} is recorded as {record.Outcome}.");
            return;
        }

        if (call.Outcome == ObservedOutcome.Failed) return;
        var wrong = Apart("start", call.Start, record.ArrivedMicros)
            ?? (call.Outcome == ObservedOutcome.Answered ? Apart("answer", call.Answer, record.AnsweredMicros) : null)
            ?? (call.Outcome == ObservedOutcome.Refused ? null : Apart("end", call.End, record.EndedMicros));
        if (wrong is null)
        {
            if (IsSlow(call, record)) _slow++;
            return;
        }

        _otherTime++;
        List($"Call-ID {call.CallId}, call {record.Id}: {wrong}.");
    }

    private string? Apart(string what, SeenMoment seen, long there)
    {
        var here = Math.Clamp(there, seen.FromMicros, seen.ToMicros);
        if (Math.Abs(there - here) <= _toleranceMicros) return null;
        return there == 0
            ? $"its {what} at {Time(here)} is not recorded"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"its {what} was at {Time(here)}, recorded is {Time(there)} ({(there - here) / 1000.0:+0;-0} ms)");
    }

    private bool IsSlow(in KeptCall call, HistoryRecord record) =>
        IsSlow(call.Start, record.ArrivedMicros) || IsSlow(call.Answer, record.AnsweredMicros) || IsSlow(call.End, record.EndedMicros);

    private bool IsSlow(SeenMoment seen, long there) =>
        there - seen.FromMicros > _toleranceMicros && seen.ToMicros - there > _toleranceMicros;

    private void List(string difference)
    {
        if (_first.Count < MostListed) _first.Add(difference);
    }

    private static string Word(ObservedOutcome outcome) => outcome switch
    {
        ObservedOutcome.Answered => "answered",
        ObservedOutcome.Abandoned => "abandoned",
        ObservedOutcome.Refused => "refused",
        _ => "failed",
    };

    private static string Time(long micros) =>
        DateTimeOffset.UnixEpoch.AddMicroseconds(micros).ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture);
}
