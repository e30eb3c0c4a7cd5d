using System.Net;
using System.Net.Sockets;
using CallCenter.Media.Rtp;
using CallCenter.Media.Srtp;

namespace CallCenter.Media.Tests.Engine;

/// <summary>A phone with a real socket: sends what it is told and shows what it hears.</summary>
internal sealed class Phone : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Socket _socket;
    private readonly byte[] _buffer = new byte[2_048];

    public Phone(IPAddress? address = null)
    {
        var local = address ?? IPAddress.Loopback;
        _socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = (int)Patience.TotalMilliseconds };
        _socket.Bind(new IPEndPoint(local, 0));
    }

    public IPEndPoint EndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    public uint Ssrc { get; set; } = 0x1000;

    public ushort Sequence { get; set; } = 100;

    public uint Timestamp { get; set; } = 5_000;

    public byte PayloadType { get; set; } = 8;

    /// <summary>How often its numbers rolled over before, which is in no packet.</summary>
    public uint RollOvers { get; set; }

    /// <summary>Encrypts what it says; null: it speaks in clear.</summary>
    public SrtpSender? Sender { get; set; }

    /// <summary>Decrypts what it hears; null: that is in clear.</summary>
    public SrtpReceiver? Receiver { get; set; }

    /// <summary>The next 20 ms.</summary>
    public void Say(IPEndPoint to, byte[] payload, bool marker = false)
    {
        Send(to, new RtpHeader(PayloadType, marker, Sequence++, Timestamp, Ssrc), payload);
        Timestamp += 160;
    }

    public void Say(IPEndPoint to, byte filled) => Say(to, Frame(filled));

    public void Send(IPEndPoint to, RtpHeader header, byte[] payload)
    {
        var length = RtpPacket.HeaderBytes + payload.Length;
        var datagram = new byte[length + SrtpSender.MostExtraBytes];
        header.Write(datagram);
        payload.CopyTo(datagram, RtpPacket.HeaderBytes);
        SendRaw(to, datagram[..(Sender?.Protect(datagram, length, (RollOvers << 16) + header.SequenceNumber) ?? length)]);
    }

    public void SendRaw(IPEndPoint to, byte[] datagram) => _socket.SendTo(datagram, to);

    /// <summary>The next datagram that comes; fails when none does.</summary>
    public byte[] HearRaw() => _buffer[.._socket.Receive(_buffer)];

    /// <summary>The next RTP packet; reports between are left out.</summary>
    public HeardPacket Hear()
    {
        while (true)
        {
            var datagram = HearRaw();
            if (!RtcpMux.IsRtcp(datagram))
            {
                var length = Receiver?.TryOpen(datagram) ?? datagram.Length;
                Assert.True(length > 0, "Encrypted with another key");
                Assert.True(RtpPacket.TryParse(datagram.AsSpan(0, length), out var packet));
                return new HeardPacket(
                    packet.PayloadType, packet.HasMarker, packet.SequenceNumber, packet.Timestamp, packet.Ssrc, packet.Payload.ToArray());
            }
        }
    }

    /// <summary>Everything that has come by now.</summary>
    public IReadOnlyList<HeardPacket> HearAll()
    {
        var heard = new List<HeardPacket>();
        while (_socket.Available > 0)
        {
            var datagram = HearRaw();
            if (!RtcpMux.IsRtcp(datagram) && RtpPacket.TryParse(datagram, out var packet))
            {
                heard.Add(new HeardPacket(
                    packet.PayloadType, packet.HasMarker, packet.SequenceNumber, packet.Timestamp, packet.Ssrc, packet.Payload.ToArray()));
            }
        }

        return heard;
    }

    public static byte[] Frame(byte filled)
    {
        var frame = new byte[160];
        Array.Fill(frame, filled);
        return frame;
    }

    public void Dispose()
    {
        _socket.Dispose();
        Sender?.Dispose();
        Receiver?.Dispose();
    }
}
