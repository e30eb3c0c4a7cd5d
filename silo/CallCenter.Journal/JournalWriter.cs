using System.Runtime.InteropServices;
using CallCenter.Abstractions;
using CallCenter.Journal.Codecs;
using CallCenter.Journal.Segments;

namespace CallCenter.Journal;

/// <summary>
/// Appends turns: <see cref="Append"/> encodes into a buffer that is used again and again, <see cref="Flush"/> writes everything appended
/// with one write. Effects of a turn may run only after its flush. For one thread at a time; a project's turns all come through one writer,
/// which may serve several projects.
/// </summary>
public sealed class JournalWriter : IDisposable
{
    private readonly SegmentWriter _segments;
    private readonly Dictionary<ProjectId, long> _appended;
    private readonly List<AppendedTurns> _turns = [];
    private EventWriter _pending = new(64 * 1024);
    private InvalidOperationException? _broken;

    /// <param name="heads">The newest sequence of every project.</param>
    internal JournalWriter(SegmentWriter segments, Dictionary<ProjectId, long> heads) => (_segments, _appended) = (segments, heads);

    /// <summary>Bytes appended and not yet flushed.</summary>
    public int PendingBytes => _pending.Length;

    /// <summary>
    /// Takes a turn in. Sequence numbers of a project follow each other without a gap; anything else is a programmer's error and throws. So
    /// is a turn that cannot be written as a record; whoever sends it has changed his state by then, so nothing is taken in after it and
    /// every <see cref="Flush"/> fails: nothing leaves that rests on it, and the next start goes on from what the journal has.
    /// </summary>
    public void Append(ProjectId project, long firstSequence, long atMs, IReadOnlyList<ProjectEvent> events)
    {
        if (events.Count == 0)
        {
            return;
        }
        ThrowIfBroken();
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_appended, project, out _);
        if (last > 0 && firstSequence != last + 1)
        {
            throw new InvalidOperationException($"Project {project} is at sequence {last}: a turn cannot begin with {firstSequence}.");
        }
        var start = JournalRecord.Begin(ref _pending, JournalRecord.Turn);
        try
        {
            _pending.Text(project.Value);
            _pending.Unsigned((ulong)firstSequence);
            _pending.Signed(atMs);
            _pending.Unsigned((ulong)events.Count);
            for (var i = 0; i < events.Count; i++)
            {
                EventCodec.Write(ref _pending, events[i]);
            }
            JournalRecord.End(ref _pending, start);
        }
        catch (Exception failure)
        {
            _pending.CutTo(start);
            _broken = Broken(project, firstSequence, failure);
            throw;
        }
        last = firstSequence + events.Count - 1;
        // Turns of one project mostly follow each other: they are made readable as one.
        if (_turns is [.., var before] && before.Project == project) _turns[^1] = before with { Last = last };
        else _turns.Add(new AppendedTurns(project, firstSequence, last));
    }

    /// <summary>
    /// Writes what was appended and makes it readable. On an <see cref="IOException"/> (disk full) nothing is lost and nothing became
    /// readable: the next flush writes the same bytes to the same place.
    /// </summary>
    public void Flush()
    {
        if (_pending.Length > 0)
        {
            _segments.Write(_pending.Written, _turns);
            _pending.Clear();
            _turns.Clear();
        }
        ThrowIfBroken();
    }

    /// <summary>What was appended but not flushed is dropped: its effects never ran.</summary>
    public void Dispose() => _pending.Dispose();

    private static InvalidOperationException Broken(ProjectId project, long firstSequence, Exception failure) => new(
        $"Project {project}: what happened after event {firstSequence - 1} cannot be journaled ({failure.Message}). "
        + "Nothing that follows from it leaves. Restart the server: it goes on from what the journal has.", failure);

    private void ThrowIfBroken()
    {
        if (_broken is not null)
        {
            throw new InvalidOperationException(_broken.Message, _broken.InnerException);
        }
    }
}
