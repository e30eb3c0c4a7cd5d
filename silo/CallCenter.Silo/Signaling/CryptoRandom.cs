using System.Security.Cryptography;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling;

/// <summary>The operating system's random bits, fetched a page at a time. Only inside the loop.</summary>
internal sealed class CryptoRandom(ushort owner) : ISipRandom
{
    private readonly byte[] _page = new byte[4096];
    private int _at = 4096;

    public ushort Owner => owner;

    public ulong NextUInt64()
    {
        if (_at == _page.Length)
        {
            RandomNumberGenerator.Fill(_page);
            _at = 0;
        }

        var bits = BitConverter.ToUInt64(_page, _at);
        _at += sizeof(ulong);
        return bits;
    }
}
