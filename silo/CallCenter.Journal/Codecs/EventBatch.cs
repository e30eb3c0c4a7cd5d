using CallCenter.Abstractions;

namespace CallCenter.Journal.Codecs;

/// <summary>
/// Turns of one project in one piece, as PostgreSQL keeps them (a row of <c>event_batches</c>): for each turn the first sequence, the time,
/// the number of events and the events, so that every projection can be built again from the database alone.
/// </summary>
public static class EventBatch
{
    /// <summary>The turns of a batch. Throws <see cref="UnreadableEventException"/>.</summary>
    public static IReadOnlyList<JournalTurn> Read(ProjectId project, ReadOnlySpan<byte> payload)
    {
        var reader = new EventReader(payload);
        var turns = new List<JournalTurn>();
        while (reader.More)
        {
            var first = (long)reader.Unsigned();
            var at = reader.Signed();
            var count = reader.Count();
            var start = reader.Position;
            for (var i = 0; i < count; i++)
            {
                EventCodec.ReadTag(ref reader, out _);
            }
            turns.Add(new JournalTurn(project, first, at, count, payload[start..reader.Position].ToArray()));
        }
        return turns;
    }

    /// <summary>Appends a turn to a batch: its events are copied as the journal has them, never decoded.</summary>
    public static void Write(ref EventWriter to, JournalTurn turn)
    {
        to.Unsigned((ulong)turn.FirstSequence);
        to.Signed(turn.At);
        to.Unsigned((ulong)turn.Count);
        to.Raw(turn.Encoded);
    }
}
