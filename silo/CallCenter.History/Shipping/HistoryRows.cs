using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Journal;
using CallCenter.Journal.Codecs;

namespace CallCenter.History.Shipping;

/// <summary>
/// Turns events into rows, one event at a time and without any memory of earlier ones, so that a batch can be built again after a failure.
/// Holds one batch; the buffers are kept from batch to batch.
/// </summary>
internal sealed class HistoryRows : IDisposable
{
    private readonly CopyTable _batches = new(
        "event_batches", "project", "first_sequence", "last_sequence", "first_at", "last_at", "payload");
    private readonly CopyTable _decisions = new("decisions", "project", "call", "sequence", "at", "decision");
    private readonly CopyTable _intervals = new(
        "employee_intervals", "project", "employee", "started_at", "ended_at", "sequence", "availability", "reason", "activity", "call",
        "department");
    private readonly CopyTable _misses = new(
        "ring_misses", "project", "sequence", "employee", "call", "department", "miss", "rang_ms", "at");
    private readonly CopyTable _configurations = new("configuration_versions", "project", "version", "author", "at", "document");
    private readonly CallRows _calls = new();
    private readonly AuditRows _audit = new();
    private readonly MediaRows _media = new();
    private readonly CopyTable[] _tables;
    private readonly DecisionJsonWriter _json = new();
    private EventWriter _payload = new(256 * 1024);

    public HistoryRows() => _tables =
        [_batches, .. _calls.Tables, _decisions, _intervals, _misses, _configurations, _audit.Table, .. _media.Tables];

    /// <summary>The tables that are made of the events and can be made of them again: all but the events themselves.</summary>
    public IEnumerable<string> Projections => _tables.Where(table => table != _batches).Select(table => table.Name);

    /// <summary>The tables that have rows in this batch.</summary>
    public IEnumerable<CopyTable> Filled => _tables.Where(table => table.Rows > 0);

    /// <summary>Replaces what is held by the rows of these turns; those of a project follow each other and stand together.</summary>
    public void Fill(IEnumerable<IReadOnlyList<JournalTurn>> projects)
    {
        Clear();
        foreach (var turns in projects)
        {
            AddEvents(turns);
            AddProjections(turns);
        }
    }

    /// <summary>The same without the events themselves: for what has to be made of them again.</summary>
    public void FillProjections(IReadOnlyList<JournalTurn> turns)
    {
        Clear();
        AddProjections(turns);
    }

    /// <summary>The same without the projections: for events whose rows PostgreSQL does not take.</summary>
    public void FillEventsOnly(IReadOnlyList<JournalTurn> turns)
    {
        Clear();
        AddEvents(turns);
    }

    public void Dispose()
    {
        _json.Dispose();
        _payload.Dispose();
    }

    private void Clear()
    {
        foreach (var table in _tables)
        {
            table.Clear();
        }
    }

    private void AddEvents(IReadOnlyList<JournalTurn> turns)
    {
        _payload.Clear();
        foreach (var turn in turns)
        {
            EventBatch.Write(ref _payload, turn);
        }
        AddBatch(turns[0], turns[^1]);
    }

    private void AddProjections(IReadOnlyList<JournalTurn> turns)
    {
        foreach (var turn in turns)
        {
            Add(turn);
        }
    }

    private void Add(JournalTurn turn)
    {
        var reader = new EventReader(turn.Encoded);
        for (var sequence = turn.FirstSequence; sequence <= turn.LastSequence; sequence++)
        {
            var tag = EventCodec.ReadTag(ref reader, out var fields);
            if (HasRows(tag))
            {
                Add(turn.Project, sequence, turn.At, EventCodec.Read(tag, ref fields));
            }
        }
    }

    /// <summary>
    /// Two thirds of a call's bytes lie in events that make no row (the dialogs of <c>CallArrived</c> and <c>LegAnswered</c>); nothing is
    /// decoded of them.
    /// </summary>
    private static bool HasRows(EventTag tag) => tag is EventTag.CallEnded or EventTag.CallRouted or EventTag.EmployeeStateChanged
        or EventTag.RingMissed or EventTag.ConfigurationPublished or EventTag.AuditNoted or EventTag.ConversationRecorded
        or EventTag.RecordingDeleted or EventTag.LegMeasured or EventTag.MessageDone;

    private void Add(ProjectId project, long sequence, long at, ProjectEvent happened)
    {
        switch (happened)
        {
            case CallEnded ended: _calls.Add(project, sequence, ended.Record); break;
            case CallRouted routed: Add(project, sequence, at, routed); break;
            case EmployeeStateChanged { From: { } tile } changed:
                Add(project, sequence, changed.To?.Since ?? at, changed.Employee, tile);
                break;
            case RingMissed missed: Add(project, sequence, at, missed); break;
            case ConfigurationPublished published: Add(project, at, published); break;
            case ConversationRecorded recorded: _media.Add(project, sequence, recorded); break;
            case LegMeasured measured: _media.Add(project, sequence, measured); break;
            case RecordingDeleted deleted: _media.Add(project, sequence, at, deleted); break;
            case MessageDone done: _media.Add(project, sequence, at, done); break;
            case AuditNoted noted: _audit.Add(project, sequence, at, noted.Entry); break;
        }
    }

    private void AddBatch(JournalTurn first, JournalTurn last)
    {
        _batches.BeginRow();
        _batches.Text(first.Project.Value);
        _batches.Int64(first.FirstSequence);
        _batches.Int64(last.LastSequence);
        _batches.Time(first.At);
        _batches.Time(last.At);
        _batches.Bytes(_payload.Written);
    }

    private void Add(ProjectId project, long sequence, long at, CallRouted routed)
    {
        _decisions.BeginRow();
        _decisions.Text(project.Value);
        _decisions.Int64(routed.Call.Value);
        _decisions.Int64(sequence);
        _decisions.Time(at);
        _decisions.Jsonb(_json.Write(routed.Decision));
    }

    private void Add(ProjectId project, long sequence, long at, EmployeeId employee, EmployeeState tile)
    {
        _intervals.BeginRow();
        _intervals.Text(project.Value);
        _intervals.Text(employee.Value);
        _intervals.Time(tile.Since);
        _intervals.Time(at);
        _intervals.Int64(sequence);
        _intervals.Int16((byte)tile.Availability);
        _intervals.Text(tile.Reason);
        _intervals.Int16((byte)tile.Activity);
        _intervals.Int64(tile.Call?.Value);
        _intervals.Text(tile.Department?.Value);
    }

    private void Add(ProjectId project, long sequence, long at, RingMissed missed)
    {
        _misses.BeginRow();
        _misses.Text(project.Value);
        _misses.Int64(sequence);
        _misses.Text(missed.Employee.Value);
        _misses.Int64(missed.Call.Value);
        _misses.Text(missed.Department?.Value);
        _misses.Int16((byte)missed.Miss);
        _misses.Int64(missed.RangMs);
        _misses.Time(at);
    }

    private void Add(ProjectId project, long at, ConfigurationPublished published)
    {
        _configurations.BeginRow();
        _configurations.Text(project.Value);
        _configurations.Int32(published.Version);
        _configurations.Text(published.Author);
        _configurations.Time(at);
        _configurations.Bytes(ConfigurationJson.Write(published.Document));
    }
}
