using System.Net;
using System.Net.Sockets;

namespace CallCenter.Load.Transport;

/// <summary>A socket connected to itself, through which other threads end the loop's wait.</summary>
internal sealed class WakeUp : IDisposable
{
    private static readonly byte[] Knock = [1];

    private readonly byte[] _heard = new byte[1];
    private int _knocked;

    public WakeUp()
    {
        Socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Socket.Connect(Socket.LocalEndPoint!);
    }

    public Socket Socket { get; } = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    /// <summary>From any thread; one datagram however often it is called before the loop wakes.</summary>
    public void Ring()
    {
        if (Interlocked.Exchange(ref _knocked, 1) == 0)
        {
            Socket.Send(Knock);
        }
    }

    /// <summary>On the loop's thread, before it looks at what was posted.</summary>
    public void Answer()
    {
        if (Volatile.Read(ref _knocked) != 0)
        {
            Socket.Receive(_heard);
            Volatile.Write(ref _knocked, 0);
        }
    }

    public void Dispose() => Socket.Dispose();
}
