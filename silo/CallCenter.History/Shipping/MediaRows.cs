using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.History.Columns;

namespace CallCenter.History.Shipping;

/// <summary>The rows of recordings, complete and deleted, and of how the audio of legs went.</summary>
internal sealed class MediaRows
{
    private readonly CopyTable _recordings = RecordingTable.NewCopy();
    private readonly CopyTable _deletions = new("recording_deletions", "project", "sequence", "call", "conversation", "at");

    private readonly CopyTable _quality = LegQualityTable.NewCopy();

    public IEnumerable<CopyTable> Tables => [_recordings, _deletions, _quality];

    public void Add(ProjectId project, long sequence, LegMeasured measured) =>
        LegQualityTable.Write(_quality, project.Value, sequence, measured);

    public void Add(ProjectId project, long sequence, ConversationRecorded recorded) =>
        RecordingTable.Write(_recordings, project.Value, sequence, recorded);

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
