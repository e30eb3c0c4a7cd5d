using System.Buffers;

namespace CallCenter.Sip.Messages;

/// <summary>What <see cref="SipStreamFramer.Next"/> found.</summary>
public enum StreamFrame : byte
{
    /// <summary>Everything buffered is used up or incomplete.</summary>
    NeedMore,

    /// <summary>One whole message.</summary>
    Message,

    /// <summary>A double CRLF between messages: answer with one CRLF (RFC 5626 §3.5.1).</summary>
    KeepAlive,

    /// <summary>The stream cannot be understood any more or a message exceeds its bound: close the connection.</summary>
    Broken,
}

/// <summary>
/// Cuts a byte stream into messages by Content-Length (RFC 3261 §18.3). One per connection. Holds at most one message and what
/// was read behind it, and nothing between messages (<see cref="Rest"/>); every byte is looked at once, however small the segments are.
/// </summary>
public sealed class SipStreamFramer
{
    private const int SmallestBuffer = 4096;
    private byte[] _buffer = [];
    private int _start;
    private int _end;
    private int _scan;
    private int _lineStart;
    private Slice _contentLength;
    private bool _inContentLength;
    private int _messageEnd;
    private bool _broken;

    /// <summary>Bytes held back for a message that is not complete.</summary>
    public int Buffered => _end - _start;

    /// <summary>A message has begun and is not complete; line breaks between messages are none.</summary>
    public bool IsInMessage => _end > _start && _buffer[_start] is not ((byte)'\r' or (byte)'\n');

    /// <summary>Gives the buffer back while nothing is held; the bytes of the last message end with it.</summary>
    public void Rest()
    {
        if (_start == _end && _buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
            _start = _end = _scan = _lineStart = 0;
        }
    }

    /// <summary>Adds what the socket read; afterwards call <see cref="Next"/> until it needs more.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (_broken)
        {
            return;
        }

        if (_start > 0 && (_start == _end || _buffer.Length - _end < bytes.Length))
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _scan -= _start;
            _lineStart -= _start;
            _end -= _start;
            _messageEnd = _messageEnd == 0 ? 0 : _messageEnd - _start;
            _start = 0;
        }

        if (_buffer.Length - _end < bytes.Length)
        {
            Grow(_end + bytes.Length);
        }

        bytes.CopyTo(_buffer.AsSpan(_end));
        _end += bytes.Length;
    }

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Math.Max(_buffer.Length * 2, needed), SmallestBuffer));
        _buffer.AsSpan(0, _end).CopyTo(larger);
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }

        _buffer = larger;
    }

    /// <summary>The next message; its bytes are valid until the next call of <see cref="Append"/>.</summary>
    public StreamFrame Next(out ReadOnlySpan<byte> message)
    {
        message = default;
        if (_broken)
        {
            return StreamFrame.Broken;
        }

        if (_scan == _start && SkipEmptyLines() is var begin and not StreamFrame.Message)
        {
            return begin;
        }

        if (_messageEnd == 0 && !FindMessageEnd())
        {
            _broken |= _end - _start > SipLimits.MaxMessageBytes;
            return _broken ? StreamFrame.Broken : StreamFrame.NeedMore;
        }

        if (_messageEnd > _end)
        {
            return StreamFrame.NeedMore;
        }

        message = _buffer.AsSpan(_start, _messageEnd - _start);
        _start = _scan = _lineStart = _messageEnd;
        _messageEnd = 0;
        _contentLength = default;
        return StreamFrame.Message;
    }

    /// <summary>
    /// KeepAlive when one was consumed, NeedMore while the bytes may still become one, Message when a message begins. A single CRLF is an
    /// answer to our own keep-alive or padding and says nothing.
    /// </summary>
    private StreamFrame SkipEmptyLines()
    {
        var keepAlive = "\r\n\r\n"u8;
        while (true)
        {
            var waiting = _buffer.AsSpan(_start, _end - _start);
            if (waiting.StartsWith(keepAlive))
            {
                MoveStart(keepAlive.Length);
                return StreamFrame.KeepAlive;
            }

            if (keepAlive.StartsWith(waiting))
            {
                return StreamFrame.NeedMore;
            }

            if (waiting[0] is not ((byte)'\r' or (byte)'\n'))
            {
                return StreamFrame.Message;
            }

            MoveStart(1);
        }
    }

    private void MoveStart(int count)
    {
        _start += count;
        _scan = _lineStart = _start;
    }

    private bool FindMessageEnd()
    {
        while (_scan < _end)
        {
            var lineFeed = _buffer.AsSpan(_scan, _end - _scan).IndexOf((byte)'\n');
            if (lineFeed < 0)
            {
                _scan = _end;
                return false;
            }

            var next = _scan + lineFeed + 1;
            var line = _buffer.AsSpan(_lineStart, next - _lineStart).TrimEnd("\r\n"u8);
            if (line.IsEmpty && _lineStart > _start)
            {
                return SetMessageEnd(next);
            }

            LookForContentLength(line, next);
            _scan = _lineStart = next;
        }

        return false;
    }

    private void LookForContentLength(ReadOnlySpan<byte> line, int next)
    {
        if (!line.IsEmpty && SipChars.IsSpace(line[0]))
        {
            _contentLength = _inContentLength ? Relative(_contentLength.Start + _start, next) : _contentLength;
            return;
        }

        _inContentLength = false;
        var colon = line.IndexOf((byte)':');
        if (colon > 0 && _contentLength.IsEmpty
            && SipHeaderNames.Parse(line[..colon].TrimEnd(" \t"u8)) == SipHeader.ContentLength)
        {
            _inContentLength = true;
            _contentLength = Relative(_lineStart + colon + 1, next);
        }
    }

    /// <summary>Without Content-Length the message ends with its headers: the header is required on streams, absence means none.</summary>
    private bool SetMessageEnd(int bodyStart)
    {
        uint length = 0;
        if (!_contentLength.IsEmpty)
        {
            var text = _buffer.AsSpan(_start + _contentLength.Start, _contentLength.Length).Trim(" \t\r\n"u8);
            _broken = !SipChars.TryNumber(text, SipLimits.MaxMessageBytes, out length);
        }

        _broken |= bodyStart - _start + length > SipLimits.MaxMessageBytes;
        _messageEnd = bodyStart + (int)length;
        return !_broken;
    }

    private Slice Relative(int start, int end) => Slice.Of(start - _start, end - _start);
}
