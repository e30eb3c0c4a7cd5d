using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace CallCenter.Journal.Codecs;

/// <summary>
/// Writes fields one after the other into one growing pooled array: whole numbers as varints (zigzag where they may be negative), texts
/// as UTF-8 with their length. A mutable struct: keep it in a field or pass it by <c>ref</c>. Not for several threads.
/// </summary>
public struct EventWriter(int capacity) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    private int _length;

    /// <summary>What was written since the last <see cref="Clear"/>; valid until the next write.</summary>
    public readonly ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    /// <summary>The same as memory, for asynchronous use; valid until the next write.</summary>
    public readonly ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _length);

    public readonly int Length => _length;

    /// <summary>Begins anew in the same array.</summary>
    public void Clear() => _length = 0;

    /// <summary>Takes back everything after <paramref name="length"/>.</summary>
    public void CutTo(int length) => _length = length;

    /// <summary>Gives the array back to the pool; the writer must not be used afterwards.</summary>
    public void Dispose()
    {
        if (_buffer is { Length: > 0 } buffer)
        {
            _buffer = [];
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Leaves room that is filled in later through <see cref="At"/>; its place is the length before.</summary>
    public void Skip(int bytes)
    {
        Ensure(bytes);
        _length += bytes;
    }

    /// <summary>Bytes already written, to be changed.</summary>
    public readonly Span<byte> At(int position, int length) => _buffer.AsSpan(position, length);

    public void Byte(byte value)
    {
        Ensure(1);
        _buffer[_length++] = value;
    }

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Unsigned(ulong value)
    {
        Ensure(10);
        var length = _length;
        while (value >= 0x80)
        {
            _buffer[length++] = (byte)(value | 0x80);
            value >>= 7;
        }
        _buffer[length++] = (byte)value;
        _length = length;
    }

    public void Signed(long value) => Unsigned((ulong)((value << 1) ^ (value >> 63)));

    public void OptionalSigned(long? value)
    {
        Flag(value.HasValue);
        if (value is { } present)
        {
            Signed(present);
        }
    }

    public void Text(string value) => Text(value, present: 0);

    /// <summary>The length is written plus one; zero is null.</summary>
    public void OptionalText(string? value)
    {
        if (value is null)
        {
            Byte(0);
        }
        else
        {
            Text(value, present: 1);
        }
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Unsigned((ulong)value.Length);
        Raw(value);
    }

    /// <summary>Bytes without their length.</summary>
    public void Raw(ReadOnlySpan<byte> value)
    {
        Ensure(value.Length);
        value.CopyTo(_buffer.AsSpan(_length));
        _length += value.Length;
    }

    /// <summary>
    /// Begins a part that carries its length, so that a reader of an older version can skip fields appended later and a newer one sees
    /// that they are absent. Give the result to <see cref="EndPart"/>.
    /// </summary>
    public int BeginPart()
    {
        Skip(1);
        return _length;
    }

    /// <summary>Ends the part. Nearly all are shorter than 128 bytes; the others are moved to make room for a longer length.</summary>
    public void EndPart(int start)
    {
        var length = _length - start;
        if (length < 0x80)
        {
            _buffer[start - 1] = (byte)length;
            return;
        }
        var extra = VarintLength((uint)length) - 1;
        Ensure(extra);
        _buffer.AsSpan(start, length).CopyTo(_buffer.AsSpan(start + extra));
        _length = start - 1;
        Unsigned((ulong)length);
        _length += length;
    }

    private void Text(string value, int present)
    {
        if (value.Length <= 42) // at most 126 bytes of UTF-8: the length surely takes one byte
        {
            Ensure(127);
            var written = Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_length + 1));
            _buffer[_length] = (byte)(written + present);
            _length += written + 1;
            return;
        }
        var bytes = Encoding.UTF8.GetByteCount(value);
        Unsigned((ulong)(bytes + present));
        Ensure(bytes);
        _length += Encoding.UTF8.GetBytes(value, _buffer.AsSpan(_length));
    }

    private static int VarintLength(uint value) => value < 1u << 14 ? 2 : value < 1u << 21 ? 3 : value < 1u << 28 ? 4 : 5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Ensure(int more)
    {
        if (_buffer.Length - _length < more)
        {
            Grow(more);
        }
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + more));
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
