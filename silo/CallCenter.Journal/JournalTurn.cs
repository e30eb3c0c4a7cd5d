using CallCenter.Abstractions;
using CallCenter.Journal.Codecs;

namespace CallCenter.Journal;

/// <summary>
/// The events of one turn, as the journal has them: numbered <see cref="FirstSequence"/>, +1, +2 …, all at the same time. They stay
/// encoded until somebody asks for them, because the shipper passes most of them on without looking inside.
/// </summary>
/// <param name="at">Unix milliseconds UTC.</param>
/// <param name="count">How many events <paramref name="encoded"/> holds.</param>
/// <param name="encoded">The events one after the other, as <see cref="EventCodec"/> writes them.</param>
public sealed class JournalTurn(ProjectId project, long firstSequence, long at, int count, ReadOnlyMemory<byte> encoded)
{
    private ProjectEvent[]? _events;

    public ProjectId Project => project;

    public long FirstSequence => firstSequence;

    public long LastSequence => firstSequence + count - 1;

    /// <summary>Unix milliseconds UTC.</summary>
    public long At => at;

    public int Count => count;

    /// <summary>The events one after the other, as <see cref="EventCodec"/> writes them.</summary>
    public ReadOnlySpan<byte> Encoded => encoded.Span;

    /// <summary>The events, decoded when asked for first. Throws <see cref="UnreadableEventException"/>.</summary>
    public IReadOnlyList<ProjectEvent> Events => _events ??= Decode();

    /// <summary>A turn of events that are in no journal yet.</summary>
    public static JournalTurn Of(ProjectId project, long firstSequence, long at, IReadOnlyList<ProjectEvent> events)
    {
        var to = new EventWriter(1024);
        try
        {
            for (var i = 0; i < events.Count; i++)
            {
                EventCodec.Write(ref to, events[i]);
            }
            return new JournalTurn(project, firstSequence, at, events.Count, to.Written.ToArray());
        }
        finally
        {
            to.Dispose();
        }
    }

    private ProjectEvent[] Decode()
    {
        var reader = new EventReader(Encoded);
        var events = new ProjectEvent[count];
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = EventCodec.Read(ref reader);
        }
        return events;
    }
}
