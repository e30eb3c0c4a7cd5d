using System.Text;
using CallCenter.Abstractions;
using CallCenter.Journal.Segments;

namespace CallCenter.Journal;

/// <summary>
/// Reads the journal while it is written. Where a reader stopped is remembered per project, so that one who follows the tail reads
/// every byte once. Safe for any number of threads.
/// </summary>
public sealed class JournalReader : IJournalReader
{
    private const int BufferBytes = 128 * 1024;
    private const int PlacesPerProject = 4;
    private readonly JournalIndex _index;
    private readonly Dictionary<ProjectId, List<Place>> _places = [];

    internal JournalReader(JournalIndex index, Guid id) => (_index, Id) = (index, id);

    /// <summary>Where the turn after a sequence number begins.</summary>
    private readonly record struct Place(long AfterSequence, JournalSegment Segment, long Offset);

    public Guid Id { get; }

    public IReadOnlyList<ProjectId> Projects => _index.Projects;

    public long LastSequence(ProjectId project) => _index.Newest(project);

    public IReadOnlyList<JournalTurn> ReadAfter(ProjectId project, long afterSequence, int maxEvents)
    {
        var turns = new List<JournalTurn>();
        var events = 0;
        var place = Recall(project, afterSequence);
        var utf8 = Encoding.UTF8.GetBytes(project.Value);
        while (events < maxEvents && _index.Find(project, afterSequence, place?.Segment) is var (segment, length))
        {
            var offset = place is { } known && known.Segment == segment ? known.Offset : JournalSegment.HeaderLength;
            using var records = Open(segment, offset, length);
            if (records is null)
            {
                place = null; // trimmed since it was found: look again, from the oldest kept
                continue;
            }
            while (events < maxEvents && records.NextIntact())
            {
                if (TurnOf(records, utf8, afterSequence, project) is { } turn)
                {
                    turns.Add(turn);
                    events += turn.Count;
                    afterSequence = turn.LastSequence;
                }
            }
            place = new Place(afterSequence, segment, records.NextOffset);
        }
        Remember(project, place);
        return turns;
    }

    public long TotalEvents => _index.Total;

    public async ValueTask WaitBeyond(long events, CancellationToken cancellation)
    {
        while (_index.Change(events) is { } change)
        {
            await change.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    public void MakeDurable()
    {
        var segments = _index.Unsynced();
        foreach (var segment in segments)
        {
            if (File.Exists(segment.Path))
            {
                using var file = File.OpenHandle(segment.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
                RandomAccess.FlushToDisk(file);
            }
        }
        if (segments.Count > 0)
        {
            _index.Synced(segments[^1]);
        }
    }

    /// <summary>
    /// All turns of all projects in the order they were written, but those a snapshot covers (<paramref name="covered"/>: the sequence per
    /// project), which are skipped without decoding. For recovery, before anything is appended.
    /// </summary>
    public IEnumerable<JournalTurn> All(IReadOnlyDictionary<ProjectId, long> covered)
    {
        var names = new ProjectNames();
        foreach (var (segment, length) in _index.Segments)
        {
            using var records = new RecordReader(segment.Path, JournalSegment.HeaderLength, length, 1024 * 1024);
            while (records.NextIntact())
            {
                if (names.Take(records, covered) is { } turn)
                {
                    yield return turn;
                }
            }
        }
    }

    private static RecordReader? Open(JournalSegment segment, long offset, long length)
    {
        try
        {
            return new RecordReader(segment.Path, offset, length, BufferBytes);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    private static JournalTurn? TurnOf(RecordReader records, byte[] utf8, long afterSequence, ProjectId project)
    {
        if (records.Payload[0] != JournalRecord.Turn)
        {
            return null;
        }
        var turn = TurnHeader.Read(records.Payload[1..]);
        return turn.Project.SequenceEqual(utf8) && turn.LastSequence > afterSequence ? turn.ToTurn(project) : null;
    }

    private Place? Recall(ProjectId project, long afterSequence)
    {
        lock (_places)
        {
            if (_places.TryGetValue(project, out var places))
            {
                var found = places.FindIndex(place => place.AfterSequence == afterSequence);
                if (found >= 0)
                {
                    var place = places[found];
                    places.RemoveAt(found);
                    return place;
                }
            }
            return null;
        }
    }

    private void Remember(ProjectId project, Place? stopped)
    {
        if (stopped is not { } place)
        {
            return;
        }
        lock (_places)
        {
            if (!_places.TryGetValue(project, out var places))
            {
                _places.Add(project, places = []);
            }
            if (places.Count == PlacesPerProject)
            {
                places.RemoveAt(0);
            }
            places.Add(place);
        }
    }

    /// <summary>Takes turns of any project, making each project's name once.</summary>
    private sealed class ProjectNames
    {
        private byte[] _utf8 = [];
        private ProjectId _project;

        public JournalTurn? Take(RecordReader records, IReadOnlyDictionary<ProjectId, long> covered)
        {
            if (records.Payload[0] != JournalRecord.Turn)
            {
                return null;
            }
            var turn = TurnHeader.Read(records.Payload[1..]);
            if (!turn.Project.SequenceEqual(_utf8))
            {
                _utf8 = turn.Project.ToArray();
                _project = new ProjectId(Encoding.UTF8.GetString(_utf8));
            }
            return turn.LastSequence > covered.GetValueOrDefault(_project) ? turn.ToTurn(_project) : null;
        }
    }
}
