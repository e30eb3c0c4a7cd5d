using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using CallCenter.Media.Linux;

namespace CallCenter.Media.Streams;

/// <summary>
/// Symmetric RTP: where a stream comes from and goes to, so that nobody steals one.
/// 1. Until something valid was heard we send to the negotiated address.
/// 2. The first valid source is who we talk with from then on, because a router between us writes its own address.
/// 3. Others are not heard, except the negotiated address: whoever speaks from there was named by the signaling, and takes the stream back
///    from a stranger who was faster.
/// </summary>
internal struct SourceLatch
{
    private PeerAddress _negotiated;
    private PeerAddress _current;
    private bool _isLatched;
    private bool _hasMoved;

    /// <summary>Where to send; not known before either was.</summary>
    [UnscopedRef]
    public readonly ref readonly PeerAddress Target => ref _current;

    public readonly bool IsLatched => _isLatched;

    /// <summary>A new session description: the same address changes nothing, to another one we send until something is heard.</summary>
    public void Negotiate(in PeerAddress address)
    {
        if (address != _negotiated)
        {
            (_negotiated, _current, _isLatched) = (address, address, false);
        }
    }

    /// <summary>Goes on with the source that was heard before a restart.</summary>
    public void Resume(in PeerAddress source) => (_current, _isLatched) = (source, true);

    /// <summary>Whether a valid packet of this source is heard.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Accepts(in PeerAddress source)
    {
        if (_isLatched && source == _current)
        {
            return true;
        }

        if (_isLatched && source != _negotiated)
        {
            return false;
        }

        (_current, _isLatched, _hasMoved) = (source, true, true);
        return true;
    }

    /// <summary>Whether the source is another one than when this was asked before.</summary>
    public bool TakeMove()
    {
        var hasMoved = _hasMoved;
        _hasMoved = false;
        return hasMoved;
    }
}
