using System.Text.Json;

namespace CallCenter.Load.Results.Board;

/// <summary>What a message of <c>/hubs/board</c> is.</summary>
internal enum HubMessageKind
{
    /// <summary>A ping or the end of an invocation: nothing about the board.</summary>
    Other,

    Snapshot,

    Delta,

    /// <summary>A snapshot or delta without the members that are looked for.</summary>
    Unreadable,
}

/// <summary>The few members of a message that a follower needs.</summary>
/// <param name="From">The sequence a delta begins at; -1 in a snapshot.</param>
/// <param name="To">The sequence of the board after it.</param>
/// <param name="OldestChangeMicros">When the oldest change in a delta happened, microseconds since the Unix epoch; else 0.</param>
internal readonly record struct HubMessage(HubMessageKind Kind, long From, long To, long OldestChangeMicros)
{
    /// <summary>
    /// Reads the beginning of a message: it stops as soon as it has all it needs, so what follows may be cut off.
    /// </summary>
    public static HubMessage Read(ReadOnlySpan<byte> head)
    {
        var kind = HubMessageKind.Other;
        long from = -1, to = -1, oldest = 0;
        var reader = new Utf8JsonReader(head, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName) continue;
                if (reader.ValueTextEquals("target"u8) && reader.Read()) kind = KindOf(ref reader);
                else if (reader.ValueTextEquals("from"u8) && reader.Read()) from = reader.GetInt64();
                else if (reader.ValueTextEquals("to"u8) && reader.Read()) to = reader.GetInt64();
                else if (reader.ValueTextEquals("sequence"u8) && reader.Read()) to = reader.GetInt64();
                else if (reader.ValueTextEquals("oldestChangeAt"u8) && reader.Read()) oldest = Micros(reader.GetDateTimeOffset());
                if (kind == HubMessageKind.Snapshot && to >= 0) return new HubMessage(kind, -1, to, 0);
                if (kind == HubMessageKind.Delta && from >= 0 && to >= 0 && oldest != 0) return new HubMessage(kind, from, to, oldest);
            }
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException)
        {
            return new HubMessage(HubMessageKind.Unreadable, -1, -1, 0);
        }

        return new HubMessage(kind == HubMessageKind.Other ? kind : HubMessageKind.Unreadable, -1, -1, 0);
    }

    private static HubMessageKind KindOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("delta"u8) ? HubMessageKind.Delta
        : reader.ValueTextEquals("snapshot"u8) ? HubMessageKind.Snapshot
        : HubMessageKind.Other;

    private static long Micros(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
