using System.Net;
using System.Net.Sockets;
using CallCenter.Sip;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>Datagrams one by one, on any system.</summary>
internal sealed class SingleDatagrams(Socket socket) : IDatagramReader
{
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(64 * 1024);
    private readonly SocketAddress _source = new(socket.AddressFamily);
    private int _length;

    public int Receive()
    {
        _length = socket.ReceiveFrom(_buffer, SocketFlags.None, _source);
        return 1;
    }

    public ReadOnlySpan<byte> Bytes(int index) => _buffer.AsSpan(0, _length);

    public SipEndPoint Source(int index) => SocketAddresses.Read(_source.Buffer.Span);

    public void Dispose()
    {
    }
}
