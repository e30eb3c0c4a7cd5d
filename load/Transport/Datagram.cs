using System.Buffers;
using CallCenter.Sip;

namespace CallCenter.Load.Transport;

/// <summary>Bytes received from somebody, in a rented buffer that goes back when they are handled.</summary>
internal readonly record struct Datagram(byte[] Buffer, int Length, SipEndPoint From)
{
    public ReadOnlySpan<byte> Bytes => Buffer.AsSpan(0, Length);

    public void Return() => ArrayPool<byte>.Shared.Return(Buffer);
}
