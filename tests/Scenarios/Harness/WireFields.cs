namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>Reads a message of Protocol Buffers field by field: all that a test needs of OTLP.</summary>
internal static class WireFields
{
    /// <summary>Every field with this number: its bytes, or the eight or four of a fixed number, or those of a varint.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(ReadOnlyMemory<byte> message, int field) =>
        All(message).Where(one => one.Field == field).Select(one => one.Value);

    /// <summary>The same through several levels of messages.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Path(ReadOnlyMemory<byte> message, params int[] path) =>
        path.Aggregate<int, IEnumerable<ReadOnlyMemory<byte>>>([message], (level, field) => level.SelectMany(one => Of(one, field)));

    public static string Text(ReadOnlyMemory<byte> value) => System.Text.Encoding.UTF8.GetString(value.Span);

    private static IEnumerable<(int Field, ReadOnlyMemory<byte> Value)> All(ReadOnlyMemory<byte> message)
    {
        for (var at = 0; at < message.Length;)
        {
            var tag = Varint(message, ref at);
            var start = at;
            var length = (tag & 7) switch
            {
                0 => SkipVarint(message, ref at) - start,
                1 => 8,
                2 => (int)Varint(message, ref at),
                5 => 4,
                var other => throw new InvalidDataException($"Wire type {other} at byte {start}."),
            };
            var from = (tag & 7) == 0 ? start : at;
            at = from + length;
            yield return ((int)(tag >> 3), message.Slice(from, length));
        }
    }

    private static int SkipVarint(ReadOnlyMemory<byte> message, ref int at)
    {
        Varint(message, ref at);
        return at;
    }

    private static ulong Varint(ReadOnlyMemory<byte> message, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var one = message.Span[at++];
            value |= (ulong)(one & 0x7F) << shift;
            if (one < 0x80) return value;
        }
    }
}
