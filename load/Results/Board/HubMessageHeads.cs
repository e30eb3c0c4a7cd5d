namespace CallCenter.Load.Results.Board;

/// <summary>
/// Cuts what a connection receives into messages, which SignalR's JSON protocol ends with the byte 0x1E, and keeps the beginning of each:
/// a snapshot of hundreds of kilobytes is never put together.
/// </summary>
/// <param name="message">Called for each message that ended.</param>
internal sealed class HubMessageHeads(Action<HubMessage> message)
{
    /// <summary>Far more than the members of <see cref="HubMessage"/> take, which stand before the board's lines.</summary>
    public const int MostBytes = 512;

    private const byte EndOfMessage = 0x1e;

    private readonly byte[] _head = new byte[MostBytes];
    private int _kept;

    /// <summary>Takes what was received.</summary>
    public void Take(ReadOnlySpan<byte> received)
    {
        while (!received.IsEmpty)
        {
            var end = received.IndexOf(EndOfMessage);
            var part = end < 0 ? received : received[..end];
            var fits = part[..Math.Min(part.Length, MostBytes - _kept)];
            fits.CopyTo(_head.AsSpan(_kept));
            _kept += fits.Length;
            if (end < 0) return;
            message(HubMessage.Read(_head.AsSpan(0, _kept)));
            _kept = 0;
            received = received[(end + 1)..];
        }
    }

    /// <summary>Forgets a message that was begun: its connection is gone.</summary>
    public void Clear() => _kept = 0;
}
