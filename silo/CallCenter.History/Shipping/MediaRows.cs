using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.History.Columns;

namespace CallCenter.History.Shipping;

/// <summary>The rows of recordings, complete and deleted, of messages, and of how the audio of legs went.</summary>
internal sealed class MediaRows
{
    private readonly CopyTable _recordings = RecordingTable.NewCopy();
    private readonly CopyTable _deletions = new("recording_deletions", "project", "sequence", "call", "conversation", "at");

    private readonly CopyTable _done = new("messages_done", "project", "sequence", "call", "done_by", "at");

    private readonly CopyTable _quality = LegQualityTable.NewCopy();

    public IEnumerable<CopyTable> Tables => [_recordings, _deletions, _done, _quality];

    public void Add(ProjectId project, long sequence, LegMeasured measured) =>
        LegQualityTable.Write(_quality, project.Value, sequence, measured);

    public void Add(ProjectId project, long sequence, ConversationRecorded recorded) =>
        RecordingTable.Write(_recordings, project.Value, sequence, recorded);

    public void Add(ProjectId project, long sequence, long at, MessageDone done)
    {
        _done.BeginRow();
        _done.Text(project.Value);
        _done.Int64(sequence);
        _done.Int64(done.Call.Value);
        _done.Text(done.By);
        _done.Time(at);
    }

    public void Add(ProjectId project, long sequence, long at, RecordingDeleted deleted)
    {
        _deletions.BeginRow();
        _deletions.Text(project.Value);
        _deletions.Int64(sequence);
        _deletions.Int64(deleted.Call.Value);
        _deletions.Int32(deleted.Conversation);
        _deletions.Time(at);
    }
}
