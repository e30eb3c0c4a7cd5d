using System.Net;
using System.Net.Sockets;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Load.Tests.Transport;

/// <summary>A SIP peer over TCP that rings and answers every call and agrees to every BYE; one connection at a time.</summary>
internal sealed class TcpPeer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly SipMessageWriter _writer = new();
    private readonly Thread _thread;

    public TcpPeer()
    {
        _listener.Start();
        Address = (IPEndPoint)_listener.LocalEndpoint;
        _thread = new Thread(Serve) { IsBackground = true };
        _thread.Start();
    }

    public IPEndPoint Address { get; }

    /// <summary>The port that the last connection came from.</summary>
    public int CallersPort { get; private set; }

    public void Dispose()
    {
        _listener.Stop();
        _thread.Join();
    }

    private void Serve()
    {
        try
        {
            while (true)
            {
                using var socket = _listener.AcceptSocket();
                CallersPort = ((IPEndPoint)socket.RemoteEndPoint!).Port;
                Serve(socket);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or InvalidOperationException)
        {
            // The listener was stopped.
        }
    }

    private void Serve(Socket socket)
    {
        var framer = new SipStreamFramer();
        var buffer = new byte[4096];
        for (var length = socket.Receive(buffer); length > 0; length = socket.Receive(buffer))
        {
            framer.Append(buffer.AsSpan(0, length));
            while (framer.Next(out var bytes) == StreamFrame.Message)
            {
                Assert.True(SipParser.TryParse(bytes, out var message, out _));
                Answer(socket, message!);
            }
        }
    }

    private void Answer(Socket socket, SipMessage request)
    {
        var tag = new SipTag(42);
        if (request.Method == SipMethod.Invite)
        {
            socket.Send(_writer.Response(request, 180, tag).End().Written);
            socket.Send(_writer.Response(request, 200, tag).Header(SipHeader.Contact, $"<sip:{Address};transport=tcp>").End().Written);
        }
        else if (request.Method != SipMethod.Ack)
        {
            socket.Send(_writer.Response(request, 200, tag).End().Written);
        }
    }
}
