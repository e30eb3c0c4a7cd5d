using System.Data.Common;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.History.Shipping;

namespace CallCenter.History.Columns;

/// <summary>The table <c>leg_quality</c>: how the audio of legs went that came through us.</summary>
internal static class LegQualityTable
{
    private static readonly TableColumns<LegQualityRecord> All = new();
    private static readonly Column<LegQualityRecord, long> Packets = All.Add("packets", ColumnTypes.Int64, one => one.Packets);
    private static readonly Column<LegQualityRecord, long> Lost = All.Add("lost", ColumnTypes.Int64, one => one.Lost);
    private static readonly Column<LegQualityRecord, long> JitterUs = All.Add("jitter_us", ColumnTypes.Int64, one => one.JitterUs);
    private static readonly Column<LegQualityRecord, long?> RoundTripUs = All.Add(
        "round_trip_us", ColumnTypes.OptionalInt64, one => one.RoundTripUs);
    private static readonly Column<LegQualityRecord, int?> Score = All.Add(
        "score_hundredths", ColumnTypes.OptionalInt32, one => one.ScoreHundredths);
    private static readonly Column<LegQualityRecord, long> Sent = All.Add("sent", ColumnTypes.Int64, one => one.Sent);
    private static readonly Column<LegQualityRecord, long?> SentLost = All.Add(
        "sent_lost", ColumnTypes.OptionalInt64, one => one.SentLost);
    private static readonly Column<LegQualityRecord, long?> SentJitterUs = All.Add(
        "sent_jitter_us", ColumnTypes.OptionalInt64, one => one.SentJitterUs);
    private static readonly Column<LegQualityRecord, int?> SentScore = All.Add(
        "sent_score_hundredths", ColumnTypes.OptionalInt32, one => one.SentScoreHundredths);

    /// <summary>With the leg's number behind them.</summary>
    public static readonly string Select = All.Select() + ", leg";

    public static CopyTable NewCopy() => new("leg_quality", ["project", "sequence", "call", "leg", .. All.Names]);

    public static void Write(CopyTable to, string project, long sequence, LegMeasured measured)
    {
        to.BeginRow();
        to.Text(project);
        to.Int64(sequence);
        to.Int64(measured.Leg.Call.Value);
        to.Int32(measured.Leg.Number);
        All.Write(to, measured.Quality);
    }

    public static MeasuredLeg Read(DbDataReader from) => new(
        from.GetInt32(from.FieldCount - 1),
        new LegQualityRecord(
            Packets.Read(from), Lost.Read(from), JitterUs.Read(from), RoundTripUs.Read(from), Score.Read(from), Sent.Read(from),
            SentLost.Read(from), SentJitterUs.Read(from), SentScore.Read(from)));
}
