using System.Data.Common;
using System.Text.Json;
using CallCenter.Abstractions.Calls;
using CallCenter.History.Shipping;

namespace CallCenter.History.Columns;

/// <summary>The table <c>recordings</c>: what is kept of recorded conversations beside their sound.</summary>
internal static class RecordingTable
{
    private static readonly ColumnType<IReadOnlyList<SpeechSpan>> Spans = new(
        (to, spans) => to.Jsonb(JsonSerializer.SerializeToUtf8Bytes(
            spans.SelectMany(static span => new[] { span.StartMs, span.DurationMs }))),
        (from, at) =>
            [.. JsonSerializer.Deserialize<int[]>(from.GetString(at))!.Chunk(2).Select(static pair => new SpeechSpan(pair[0], pair[1]))]);

    private static readonly TableColumns<RecordingRecord> All = new();
    private static readonly Column<RecordingRecord, long> BeganAt = All.Add("began_at", ColumnTypes.Time, one => one.BeganAt);
    private static readonly Column<RecordingRecord, long> DurationMs = All.Add("duration_ms", ColumnTypes.Int64, one => one.DurationMs);
    private static readonly Column<RecordingRecord, long> Bytes = All.Add("bytes", ColumnTypes.Int64, one => one.Bytes);
    private static readonly Column<RecordingRecord, long> SilenceMs = All.Add("silence_ms", ColumnTypes.Int64, one => one.SilenceMs);
    private static readonly Column<RecordingRecord, long> OverlapMs = All.Add("overlap_ms", ColumnTypes.Int64, one => one.OverlapMs);
    private static readonly SideColumns Client = new("client", one => one.Client);
    private static readonly SideColumns Employee = new("employee", one => one.Employee);

    public static readonly string Select = All.Select();

    /// <summary>For a SELECT from <c>recordings r</c> and others.</summary>
    public static readonly string SelectOfAlias = All.Select("r");

    public static CopyTable NewCopy() => new("recordings", ["project", "sequence", "call", "conversation", .. All.Names]);

    public static void Write(CopyTable to, string project, long sequence, ConversationRecorded recorded)
    {
        to.BeginRow();
        to.Text(project);
        to.Int64(sequence);
        to.Int64(recorded.Call.Value);
        to.Int32(recorded.Conversation);
        All.Write(to, recorded.Recording);
    }

    public static RecordingRecord Read(DbDataReader from) => new(
        BeganAt.Read(from), DurationMs.Read(from), Bytes.Read(from), SilenceMs.Read(from), OverlapMs.Read(from), Client.Read(from),
        Employee.Read(from));

    /// <summary>The columns of one side.</summary>
    private sealed class SideColumns(string side, Func<RecordingRecord, RecordedSide> of)
    {
        private readonly Column<RecordingRecord, long> _talk = All.Add($"{side}_talk_ms", ColumnTypes.Int64, one => of(one).TalkMs);
        private readonly Column<RecordingRecord, long?> _first = All.Add(
            $"{side}_first_word_ms", ColumnTypes.OptionalInt64, one => of(one).FirstWordMs);
        private readonly Column<RecordingRecord, long> _longest = All.Add(
            $"{side}_longest_ms", ColumnTypes.Int64, one => of(one).LongestMonologueMs);
        private readonly Column<RecordingRecord, int> _interruptions = All.Add(
            $"{side}_interruptions", ColumnTypes.Int32, one => of(one).Interruptions);
        private readonly Column<RecordingRecord, IReadOnlyList<SpeechSpan>> _spans = All.Add($"{side}_spans", Spans, one => of(one).Spans);

        public RecordedSide Read(DbDataReader from) =>
            new(_talk.Read(from), _first.Read(from), _longest.Read(from), _interruptions.Read(from), _spans.Read(from));
    }
}
