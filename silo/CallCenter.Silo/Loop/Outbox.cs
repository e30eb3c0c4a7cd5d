using CallCenter.Sip;

namespace CallCenter.Silo.Loop;

/// <summary>
/// Keeps every outgoing SIP message until the events that led to it are in the journal. While the journal cannot be written it
/// holds them back, up to <see cref="MostHeldBytes"/>; beyond that new ones are dropped, which to the peers is packet loss.
/// Lives inside the loop.
/// </summary>
public sealed class Outbox : ISipTransport
{
    private const int MostHeldBytes = 8 * 1024 * 1024;
    private readonly List<Entry> _entries = [];
    private byte[] _bytes = new byte[64 * 1024];
    private int _used;
    private ISipTransport? _network;
    private Action<SipFlow>? _failed;
    private bool _restsOnNothing;

    /// <summary>Messages given up because the journal was away for too long.</summary>
    public long Dropped { get; private set; }

    public int Count => _entries.Count;

    /// <summary>Names where messages go, and who hears of flows that cannot be used; before that nothing leaves.</summary>
    public void Connect(ISipTransport network, Action<SipFlow> failed)
    {
        _network = network;
        _failed = failed;
    }

    public bool Send(in SipFlow flow, ReadOnlySpan<byte> message)
    {
        if (_used + message.Length > MostHeldBytes)
        {
            Dropped++;
            return true;
        }

        if (_used + message.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _used + message.Length));
        }

        message.CopyTo(_bytes.AsSpan(_used));
        _entries.Add(new Entry(flow, _used, message.Length, _restsOnNothing));
        _used += message.Length;
        return true;
    }

    /// <summary>
    /// What is sent until this is disposed of rests on no event (a refusal because the journal is away) and may leave unwritten. A scope
    /// and not a switch: an exception in between must not let out what has to wait.
    /// </summary>
    public Unwritten SendUnwritten()
    {
        _restsOnNothing = true;
        return new Unwritten(this);
    }

    /// <summary>Sends everything: the batch is written.</summary>
    public void SendAll()
    {
        foreach (ref readonly var entry in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_entries))
        {
            SendOne(in entry);
        }

        _entries.Clear();
        _used = 0;
    }

    /// <summary>Sends only what rests on no event; the rest waits for the journal.</summary>
    public void SendWhatRestsOnNothing()
    {
        // What stays moves together, so that hours of refusals do not use up the room of what is held back.
        var (kept, used) = (0, 0);
        for (var i = 0; i < _entries.Count; i++)
        {
            var entry = _entries[i];
            if (entry.RestsOnNothing)
            {
                SendOne(in entry);
                continue;
            }

            _bytes.AsSpan(entry.Start, entry.Length).CopyTo(_bytes.AsSpan(used));
            _entries[kept++] = entry with { Start = used };
            used += entry.Length;
        }

        _entries.RemoveRange(kept, _entries.Count - kept);
        _used = used;
    }

    private void SendOne(in Entry entry)
    {
        if (_network is not null && !_network.Send(entry.Flow, _bytes.AsSpan(entry.Start, entry.Length)))
        {
            _failed?.Invoke(entry.Flow);
        }
    }

    /// <summary>See <see cref="SendUnwritten"/>.</summary>
    public readonly ref struct Unwritten(Outbox outbox)
    {
        public void Dispose() => outbox._restsOnNothing = false;
    }

    private readonly record struct Entry(SipFlow Flow, int Start, int Length, bool RestsOnNothing);
}
