using CallCenter.Abstractions.Grains;

namespace CallCenter.Web.Calls.Recordings;

/// <summary>
/// The file of a recorded conversation as a stream that the framework cuts ranges from: what is asked for is fetched piece by piece. It
/// breaks off when the sign-in of whoever listens ends, and when the file goes away meanwhile. For one reader.
/// </summary>
/// <param name="holds">Whether he may still listen; asked before every piece.</param>
public sealed class RecordingStream(IRecordingGrain grain, int conversation, long length, Func<ValueTask<bool>> holds) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = (int)Math.Min(Math.Min(buffer.Length, IRecordingGrain.MostBytes), length - Position);
        if (count <= 0) return 0;
        if (!await holds()) throw new IOException("The sign-in of whoever listens has ended.");
        var piece = await grain.Read(conversation, Position, count);
        if (piece.Length == 0) throw new IOException("The recording has gone.");
        piece.CopyTo(buffer);
        Position += piece.Length;
        return piece.Length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("It is read without waiting.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
