using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace CallCenter.Sip.Authentication;

/// <summary>What a nonce in a request is worth.</summary>
internal enum NonceVerdict : byte
{
    Fresh,

    /// <summary>Ours but expired, used up, or forgotten: challenge again with stale=true.</summary>
    Stale,

    /// <summary>Not ours.</summary>
    Forged,
}

/// <summary>
/// Nonces that prove themselves: issue time, chance, and a MAC over both under a secret. Only used ones are remembered, with a window
/// of nonce counts. The table is bounded: the oldest is dropped, and from then on every unknown nonce not younger than the dropped one
/// counts as stale, so forgetting never allows a replay. With a secret that outlives the process, nonces given before its start are
/// known as ours and stale: the phone goes on with a new one and nobody has failed.
/// </summary>
internal sealed class DigestNonces
{
    private const int Raw = 8 + 8 + 16;
    private readonly byte[] _secret;
    private readonly Dictionary<ulong, Use> _used = [];
    private readonly Queue<(ulong Serial, long IssuedMs)> _order = new();
    private readonly ISipRandom _random;
    private readonly int _lifetimeMs;
    private readonly int _capacity;
    private long _forgottenUpToMs = long.MinValue;

    private bool _inUse;

    /// <param name="secret">32 bytes that outlive the process; null for a secret of its own.</param>
    public DigestNonces(ISipRandom random, int lifetimeMs, int capacity, byte[]? secret = null)
    {
        _random = random;
        _lifetimeMs = lifetimeMs;
        _capacity = capacity;
        if (secret is not null)
        {
            _secret = secret;
            return;
        }

        _secret = new byte[32];
        for (var i = 0; i < 4; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(_secret.AsSpan(i * 8), random.NextUInt64());
        }
    }

    public int Remembered => _used.Count;

    public string Issue(long nowMs)
    {
        Begin(nowMs);
        Span<byte> raw = stackalloc byte[Raw];
        BinaryPrimitives.WriteInt64BigEndian(raw, nowMs);
        BinaryPrimitives.WriteUInt64BigEndian(raw[8..], _random.NextUInt64());
        Sign(raw[..16], raw[16..]);
        return Base64Url.EncodeToString(raw);
    }

    /// <summary>Genuine and within its time; the count is looked at in <see cref="TryUse"/>, after the password was right.</summary>
    public NonceVerdict Judge(ReadOnlySpan<byte> nonce, long nowMs, out ulong serial, out long issuedMs)
    {
        Begin(nowMs);
        serial = 0;
        issuedMs = 0;
        Span<byte> raw = stackalloc byte[Raw + 3];
        if (nonce.Length > 48 || !Base64Url.IsValid(nonce)
            || Base64Url.DecodeFromUtf8(nonce, raw, out _, out var length) != System.Buffers.OperationStatus.Done || length != Raw)
        {
            return NonceVerdict.Forged;
        }

        Span<byte> mac = stackalloc byte[16];
        Sign(raw[..16], mac);
        if (!CryptographicOperations.FixedTimeEquals(mac, raw[16..Raw]))
        {
            return NonceVerdict.Forged;
        }

        issuedMs = BinaryPrimitives.ReadInt64BigEndian(raw);
        serial = BinaryPrimitives.ReadUInt64BigEndian(raw[8..]);
        return nowMs - issuedMs > _lifetimeMs ? NonceVerdict.Stale : NonceVerdict.Fresh;
    }

    /// <summary>Takes a nonce count once; out of order within 64 is fine, UDP does that. False: a replay or a forgotten nonce.</summary>
    public bool TryUse(ulong serial, long issuedMs, uint count)
    {
        if (_used.TryGetValue(serial, out var use))
        {
            return use.TryTake(count);
        }

        if (issuedMs <= _forgottenUpToMs)
        {
            return false;
        }

        if (_used.Count >= _capacity)
        {
            var (oldest, oldestMs) = _order.Dequeue();
            _used.Remove(oldest);
            _forgottenUpToMs = Math.Max(_forgottenUpToMs, oldestMs);
        }

        use = new Use();
        _used.Add(serial, use);
        _order.Enqueue((serial, issuedMs));
        return use.TryTake(count);
    }

    /// <summary>Whatever was issued before the first use was used before, as far as anybody knows.</summary>
    private void Begin(long nowMs)
    {
        if (!_inUse)
        {
            _inUse = true;
            _forgottenUpToMs = nowMs - 1;
        }
    }

    private void Sign(ReadOnlySpan<byte> data, Span<byte> mac)
    {
        Span<byte> full = stackalloc byte[32];
        HMACSHA256.HashData(_secret, data, full);
        full[..16].CopyTo(mac);
    }

    /// <summary>The highest count seen and which of the 64 below it.</summary>
    private sealed class Use
    {
        private uint _highest;
        private ulong _seen;

        public bool TryTake(uint count)
        {
            if (count > _highest)
            {
                var step = count - _highest;
                _seen = step >= 64 ? 1 : (_seen << (int)step) | 1;
                _highest = count;
                return true;
            }

            var behind = _highest - count;
            if (count == 0 || behind >= 64 || (_seen & (1UL << (int)behind)) != 0)
            {
                return false;
            }

            _seen |= 1UL << (int)behind;
            return true;
        }
    }
}
