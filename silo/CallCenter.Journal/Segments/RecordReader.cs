using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace CallCenter.Journal.Segments;

/// <summary>What <see cref="RecordReader.Next"/> met.</summary>
internal enum RecordReading { Record, End, Bad }

/// <summary>Walks the records of one segment file through a buffer, from an offset to an end. Verifies every record.</summary>
internal sealed class RecordReader : IDisposable
{
    private readonly SafeFileHandle _file;
    private readonly long _end;
    private byte[] _buffer;
    private int _filled;
    private int _position;
    private int _payload;

    public RecordReader(string path, long offset, long end, int bufferBytes)
    {
        Path = path;
        NextOffset = offset;
        _end = end;
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        _buffer = ArrayPool<byte>.Shared.Rent(bufferBytes);
    }

    public string Path { get; }

    /// <summary>Where the next record begins, or where the bad one is.</summary>
    public long NextOffset { get; private set; }

    /// <summary>The record's payload, kind byte first; valid until the next call.</summary>
    public ReadOnlySpan<byte> Payload => _buffer.AsSpan(_position - _payload, _payload);

    /// <summary>What is wrong with the bad record.</summary>
    public string Problem { get; private set; } = "";

    public RecordReading Next()
    {
        if (NextOffset == _end)
        {
            return RecordReading.End;
        }
        if (!Fill(JournalRecord.HeaderLength))
        {
            return Bad("the file ends inside a record's header");
        }
        var length = JournalRecord.PayloadLength(_buffer.AsSpan(_position, JournalRecord.HeaderLength));
        if (length < 0)
        {
            return Bad("no record begins here");
        }
        if (!Fill(JournalRecord.HeaderLength + length))
        {
            return Bad("the file ends inside a record");
        }
        var record = _buffer.AsSpan(_position, JournalRecord.HeaderLength + length);
        if (!JournalRecord.IsIntact(record, record[JournalRecord.HeaderLength..]))
        {
            return Bad("the checksum of the record does not fit");
        }
        _position += record.Length;
        _payload = length;
        NextOffset += record.Length;
        return RecordReading.Record;
    }

    /// <summary>The same where nothing but intact records can be; throws <see cref="JournalDamagedException"/>.</summary>
    public bool NextIntact() => Next() switch
    {
        RecordReading.Record => true,
        RecordReading.End => false,
        _ => throw new JournalDamagedException(Path, NextOffset, Problem),
    };

    public void Dispose()
    {
        _file.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private RecordReading Bad(string problem)
    {
        Problem = problem;
        return RecordReading.Bad;
    }

    /// <summary>Makes that many bytes of the file lie at the current position of the buffer; false when the file ends before.</summary>
    private bool Fill(int wanted)
    {
        var present = _filled - _position;
        if (present >= wanted)
        {
            return true;
        }
        if (_end - NextOffset < wanted)
        {
            return false;
        }
        if (_buffer.Length < wanted)
        {
            var larger = ArrayPool<byte>.Shared.Rent(wanted);
            _buffer.AsSpan(_position, present).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else
        {
            _buffer.AsSpan(_position, present).CopyTo(_buffer);
        }
        (_position, _filled) = (0, present);
        while (_filled < wanted)
        {
            var room = (int)Math.Min(_buffer.Length - _filled, _end - NextOffset - _filled);
            var read = RandomAccess.Read(_file, _buffer.AsSpan(_filled, room), NextOffset + _filled);
            if (read == 0)
            {
                return false;
            }
            _filled += read;
        }
        return true;
    }
}
