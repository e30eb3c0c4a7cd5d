using System.Buffers.Binary;
using System.Text;

namespace CallCenter.History.Shipping;

/// <summary>
/// Rows of one table in the format of <c>COPY … (FORMAT BINARY)</c>, built in one array that is used again for every batch: a header, then
/// per row the number of fields and per field its length and bytes, all big-endian (PostgreSQL manual, COPY, Binary Format).
/// </summary>
internal sealed class CopyTable
{
    /// <summary>Texts are cut to this: a stranger's header must not be able to fill a page, or an index beyond what it takes.</summary>
    public const int LongestText = 1000;

    private const long UnixMsOf2000 = 946_684_800_000;
    private static ReadOnlySpan<byte> Signature =>
        [(byte)'P', (byte)'G', (byte)'C', (byte)'O', (byte)'P', (byte)'Y', (byte)'\n', 0xFF, (byte)'\r', (byte)'\n', 0];

    private readonly short _fields;
    private byte[] _buffer = new byte[16 * 1024];
    private int _length;

    public CopyTable(string table, params string[] columns)
    {
        _fields = (short)columns.Length;
        Name = table;
        Command = $"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)";
        Clear();
    }

    public string Name { get; }

    public string Command { get; }

    public int Rows { get; private set; }

    public void Clear()
    {
        Rows = 0;
        _length = 0;
        Raw(Signature);
        Int(0); // flags
        Int(0); // length of the header extension
    }

    /// <summary>Everything up to now with the end mark; no row may follow.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        Short(-1);
        return _buffer.AsMemory(0, _length);
    }

    public void BeginRow()
    {
        Rows++;
        Short(_fields);
    }

    public void Null() => Int(-1);

    public void Text(string? value, int longest = LongestText)
    {
        if (value is null)
        {
            Null();
            return;
        }
        var text = value.AsSpan(0, Math.Min(value.Length, longest));
        Ensure(4 + (text.Length * 3));
        var written = Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length + 4));
        // PostgreSQL's text holds no NUL; what a stranger sends must not stop the shipping.
        _buffer.AsSpan(_length + 4, written).Replace((byte)0, (byte)'?');
        Int(written);
        _length += written;
    }

    public void Flag(bool value)
    {
        Int(1);
        Raw([value ? (byte)1 : (byte)0]);
    }

    public void Int16(byte value)
    {
        Int(2);
        Short(value);
    }

    public void Int32(int value)
    {
        Int(4);
        Int(value);
    }

    public void Int32(int? value)
    {
        if (value is { } present)
        {
            Int32(present);
        }
        else
        {
            Null();
        }
    }

    public void Int64(long value)
    {
        Int(8);
        Ensure(8);
        BinaryPrimitives.WriteInt64BigEndian(_buffer.AsSpan(_length), value);
        _length += 8;
    }

    public void Int64(long? value)
    {
        if (value is { } present)
        {
            Int64(present);
        }
        else
        {
            Null();
        }
    }

    /// <summary>timestamptz: microseconds since 2000.</summary>
    public void Time(long unixMs) => Int64((unixMs - UnixMsOf2000) * 1000);

    public void Time(long? unixMs)
    {
        if (unixMs is { } present)
        {
            Time(present);
        }
        else
        {
            Null();
        }
    }

    /// <summary>bytea, json.</summary>
    public void Bytes(ReadOnlySpan<byte> value)
    {
        Int(value.Length);
        Raw(value);
    }

    /// <summary>jsonb: a version byte before the text.</summary>
    public void Jsonb(ReadOnlySpan<byte> utf8)
    {
        Int(utf8.Length + 1);
        Raw([1]);
        Raw(utf8);
    }

    private void Raw(ReadOnlySpan<byte> value)
    {
        Ensure(value.Length);
        value.CopyTo(_buffer.AsSpan(_length));
        _length += value.Length;
    }

    private void Short(short value)
    {
        Ensure(2);
        BinaryPrimitives.WriteInt16BigEndian(_buffer.AsSpan(_length), value);
        _length += 2;
    }

    private void Int(int value)
    {
        Ensure(4);
        BinaryPrimitives.WriteInt32BigEndian(_buffer.AsSpan(_length), value);
        _length += 4;
    }

    private void Ensure(int more)
    {
        if (_buffer.Length - _length < more)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + more));
        }
    }
}
