namespace CallCenter.Abstractions.Calls;

/// <summary>How the audio of a leg went that came through us, measured until the leg was over.</summary>
/// <param name="Packets">That should have come from the user agent.</param>
/// <param name="Lost">Of them.</param>
/// <param name="JitterUs">Microseconds (RFC 3550 §6.4.1).</param>
/// <param name="RoundTripUs">To the user agent and back; null where its reports did not tell.</param>
/// <param name="ScoreHundredths">Mean opinion score by the E-model, 100 to 450; null where nothing was heard.</param>
/// <param name="Sent">Packets that we sent.</param>
/// <param name="SentLost">Of them, as the user agent reported last; null where it never did. So are the other two.</param>
public sealed record LegQualityRecord(
    long Packets, long Lost, long JitterUs, long? RoundTripUs, int? ScoreHundredths, long Sent, long? SentLost, long? SentJitterUs,
    int? SentScoreHundredths);
