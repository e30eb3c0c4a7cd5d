using System.Text;

namespace CallCenter.Journal.Codecs;

/// <summary>
/// Reads what <see cref="EventWriter"/> wrote, field by field. Whatever does not fit throws <see cref="UnreadableEventException"/>.
/// A field appended to a part later is read only while there is <see cref="More"/>; otherwise it has its default.
/// </summary>
public ref struct EventReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private int _position;

    /// <summary>Bytes read so far.</summary>
    public readonly int Position => _position;

    public readonly int Remaining => _data.Length - _position;

    public readonly bool More => _position < _data.Length;

    public byte Byte() => _position < _data.Length ? _data[_position++] : throw Cut("one byte");

    public bool Flag() => Byte() switch
    {
        0 => false,
        1 => true,
        var other => throw new UnreadableEventException($"Byte {_position - 1} should be 0 or 1, but is {other}."),
    };

    public ulong Unsigned()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
        throw new UnreadableEventException($"The number before byte {_position} has more than 64 bits.");
    }

    public long Signed()
    {
        var value = Unsigned();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public int Int()
    {
        var value = Signed();
        return value is >= int.MinValue and <= int.MaxValue
            ? (int)value
            : throw new UnreadableEventException($"The number before byte {_position}, {value}, does not fit into 32 bits.");
    }

    public uint UnsignedInt()
    {
        var value = Unsigned();
        return value <= uint.MaxValue
            ? (uint)value
            : throw new UnreadableEventException($"The number before byte {_position}, {value}, does not fit into 32 bits.");
    }

    public long? OptionalSigned() => Flag() ? Signed() : null;

    public int? OptionalInt() => Flag() ? Int() : null;

    public string Text() => Encoding.UTF8.GetString(Bytes());

    public string? OptionalText()
    {
        var length = Unsigned();
        return length == 0 ? null : Encoding.UTF8.GetString(Take(length - 1));
    }

    public ReadOnlySpan<byte> Bytes() => Take(Unsigned());

    /// <summary>How many items follow; each takes at least one byte, so damaged counts are found before anything is allocated.</summary>
    public int Count()
    {
        var count = Unsigned();
        return count <= (ulong)Remaining
            ? (int)count
            : throw new UnreadableEventException($"{count} items cannot follow byte {_position}: only {Remaining} bytes are left.");
    }

    /// <summary>A reader of the next part; this one goes on after it, whatever is read of it.</summary>
    public EventReader Part() => new(Bytes());

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)Remaining)
        {
            throw Cut($"{length} bytes");
        }
        var taken = _data.Slice(_position, (int)length);
        _position += (int)length;
        return taken;
    }

    private readonly UnreadableEventException Cut(string wanted) =>
        new($"The data ends too early: {wanted} wanted at byte {_position}, {Remaining} left.");
}
