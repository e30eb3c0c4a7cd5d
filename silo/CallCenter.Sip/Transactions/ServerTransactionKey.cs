using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Transactions;

/// <summary>
/// Matches requests to server transactions by branch, sent-by and method (RFC 3261 §17.2.3), those of RFC 2543 clients, whose branch
/// lacks the magic cookie, by what identifies them instead. It points into the message's own
/// bytes, so looking up costs no copy; <see cref="Keep"/> makes the copy that stays, so that no table holds a message.
/// </summary>
internal readonly struct ServerTransactionKey : IEquatable<ServerTransactionKey>
{
    private readonly byte[] _buffer;
    private readonly Slice _branch;
    private readonly Slice _sentBy;
    private readonly SipMethod _method;
    private readonly int _hash;

    public ServerTransactionKey(SipMessage request, SipMethod method)
    {
        var via = request.TopVia;
        _method = method;
        if (SipBranch.HasMagicCookie(via.Branch))
        {
            _buffer = request.Buffer;
            _branch = via.BranchSlice;
            _sentBy = via.SentBySlice;
        }
        else
        {
            _buffer = Identity(request);
            _branch = Slice.Of(0, _buffer.Length);
        }

        // Peers choose the branch: HashCode is seeded per process, so nobody can aim at one bucket.
        var hash = default(HashCode);
        hash.AddBytes(_branch.In(_buffer));
        hash.AddBytes(_sentBy.In(_buffer));
        hash.Add((int)method);
        _hash = hash.ToHashCode();
    }

    private ServerTransactionKey(in ServerTransactionKey key)
    {
        var branch = key._branch.In(key._buffer);
        var sentBy = key._sentBy.In(key._buffer);
        _buffer = [.. branch, .. sentBy];
        _branch = Slice.Of(0, branch.Length);
        _sentBy = Slice.Of(branch.Length, _buffer.Length);
        _method = key._method;
        _hash = key._hash;
    }

    /// <summary>
    /// What stands for the branch of an RFC 2543 client: sender, Call-ID, From tag and CSeq number. Deviation: Request-URI and To tag
    /// are not compared; within one Call-ID and CSeq number they tell nothing more apart, and an ACK may differ in both.
    /// </summary>
    private static byte[] Identity(SipMessage request) =>
    [
        .. BitConverter.GetBytes(request.CSeq), .. request.TopVia.SentBy, 0, .. request.TopVia.Branch, 0, .. request.CallId, 0,
        .. request.FromTag,
    ];

    /// <summary>The same key with bytes of its own.</summary>
    public ServerTransactionKey Keep() => new(in this);

    public bool Equals(ServerTransactionKey other) => _method == other._method
        && _branch.In(_buffer).SequenceEqual(other._branch.In(other._buffer))
        && _sentBy.In(_buffer).SequenceEqual(other._sentBy.In(other._buffer));

    public override bool Equals(object? obj) => obj is ServerTransactionKey other && Equals(other);

    public override int GetHashCode() => _hash;
}
