using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using CallCenter.Load.Results;
using CallCenter.Media.Rtp;

namespace CallCenter.Load.Media;

/// <summary>
/// All phones of a run behind one socket: a thread sends what each says every 20 ms, evenly spread, another hears what comes back and how
/// late. Nothing is allocated for a packet.
/// </summary>
internal sealed class PhoneCrowd : IDisposable
{
    private const int FrameBytes = 160;
    private const int KeptPackets = 1_024;
    private const int ReceiveBufferBytes = 8 << 20;
    private const int SocketLevel = 1;
    private const int ForcedReceiveBuffer = 33;

    private const long NapNanoseconds = 200_000;

    private static readonly long FrameTicks = Stopwatch.Frequency / 50;

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Thread _speaker;
    private readonly Thread _listener;
    private readonly SocketAddress[] _targets;
    private readonly byte[] _payloadTypes;
    private readonly int[] _streamOfPort = new int[ushort.MaxValue + 1];
    private readonly long[] _sentAt;
    private readonly int[] _offsets;
    private readonly bool _naps;
    private bool _isDirect;
    private volatile bool _isOver;
    private long _measuredFrom = long.MaxValue;
    private long _measuredTo = long.MaxValue;

    /// <param name="naps">See <see cref="MediaRunOptions.IsNapping"/>.</param>
    public PhoneCrowd(int streams, bool naps)
    {
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        try
        {
            _socket.SetRawSocketOption(SocketLevel, ForcedReceiveBuffer, BitConverter.GetBytes(ReceiveBufferBytes));
        }
        catch (SocketException)
        {
            // Not privileged: what the listener is late for may count as lost.
        }

        _naps = naps;
        _targets = new SocketAddress[streams];
        _payloadTypes = new byte[streams];
        _sentAt = new long[streams * KeptPackets];
        _offsets = new int[streams];
        Array.Fill(_offsets, -1);
        _speaker = new Thread(Speak) { IsBackground = true, Name = "phones speak" };
        _listener = new Thread(Listen) { IsBackground = true, Name = "phones listen" };
    }

    public IPEndPoint EndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>Of the packets sent while it was measured.</summary>
    public long Sent { get; private set; }

    public long Received { get; private set; }

    public LatencyHistogram Delay { get; } = new();

    /// <summary>Stream <paramref name="stream"/> speaks to here, and comes back from <paramref name="from"/>.</summary>
    public void Connect(int stream, IPEndPoint to, IPEndPoint from, byte payloadType)
    {
        _targets[stream] = to.Serialize();
        _payloadTypes[stream] = payloadType;
        _streamOfPort[from.Port] = stream;
    }

    /// <summary>Everybody hears himself.</summary>
    public void ConnectDirectly()
    {
        _isDirect = true;
        Array.Fill(_targets, EndPoint.Serialize());
    }

    public void Start()
    {
        _listener.Start();
        _speaker.Start();
    }

    /// <summary>Counts what is sent from now on.</summary>
    public void BeginMeasuring() => Volatile.Write(ref _measuredFrom, Stopwatch.GetTimestamp());

    /// <summary>Counts what was sent until now; then hears what is still under way.</summary>
    public void EndMeasuring()
    {
        Volatile.Write(ref _measuredTo, Stopwatch.GetTimestamp());
        Thread.Sleep(300);
        _isOver = true;
        _speaker.Join();
        _socket.SendTo([0], EndPoint);
        _listener.Join();
    }

    public void Dispose() => _socket.Dispose();

    private void Speak()
    {
        var packet = new byte[RtpPacket.HeaderBytes + FrameBytes];
        var streams = _targets.Length;
        var began = Stopwatch.GetTimestamp();
        for (long n = 0; !_isOver; n++)
        {
            var (frame, stream) = (n / streams, (int)(n % streams));
            WaitUntil(began + (frame * FrameTicks) + (stream * FrameTicks / streams), _naps ? NapNanoseconds : 0);
            new RtpHeader(_payloadTypes[stream], frame == 0, (ushort)frame, (uint)frame * FrameBytes, (uint)stream + 1).Write(packet);
            var now = Stopwatch.GetTimestamp();
            _sentAt[(stream * KeptPackets) + (int)(frame % KeptPackets)] = now;
            _socket.SendTo(packet, SocketFlags.None, _targets[stream]);
            Sent += IsMeasured(now) ? 1 : 0;
        }
    }

    private void Listen()
    {
        var buffer = new byte[2_048];
        var source = new SocketAddress(AddressFamily.InterNetwork);
        while (!_isOver)
        {
            if (_naps && _socket.Available == 0)
            {
                Sleep(NapNanoseconds);
            }

            var length = _socket.ReceiveFrom(buffer, SocketFlags.None, source);
            var now = Stopwatch.GetTimestamp();
            if (RtcpMux.IsRtcp(buffer.AsSpan(0, length)) || !RtpPacket.TryParse(buffer.AsSpan(0, length), out var packet))
            {
                continue;
            }

            // Of what went through the engine the port tells whose it is, since the source is the engine's own.
            var stream = _isDirect ? (int)packet.Ssrc - 1 : _streamOfPort[BinaryPrimitives.ReadUInt16BigEndian(source.Buffer.Span[2..])];
            if (_offsets[stream] < 0)
            {
                // Our numbers begin at 0, those of the engine anywhere; the first packet tells the difference.
                _offsets[stream] = packet.SequenceNumber;
            }

            var frame = (ushort)(packet.SequenceNumber - _offsets[stream]);
            var sent = _sentAt[(stream * KeptPackets) + (frame % KeptPackets)];
            if (IsMeasured(sent))
            {
                Received++;
                Delay.Add((now - sent) * 1_000_000 / Stopwatch.Frequency);
            }
        }
    }

    private bool IsMeasured(long sent) => sent >= Volatile.Read(ref _measuredFrom) && sent < Volatile.Read(ref _measuredTo);

    private static void WaitUntil(long due, long leastNanoseconds)
    {
        // The system wakes up some 60 µs late; what is due sooner is sent now.
        var nanoseconds = (due - Stopwatch.GetTimestamp()) * (1_000_000_000 / Stopwatch.Frequency);
        if (nanoseconds > 0)
        {
            Sleep(Math.Max(nanoseconds, leastNanoseconds));
        }
    }

    private static void Sleep(long nanoseconds)
    {
        var time = new SleepTime(0, nanoseconds);
        _ = Nanosleep(in time, 0);
    }

    // Thread.Sleep rounds to milliseconds, and a burst of a millisecond's packets would measure itself.
    [DllImport("libc", EntryPoint = "nanosleep")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Nanosleep(in SleepTime time, nint rest);

    /// <summary>struct timespec on 64 bits.</summary>
    private readonly record struct SleepTime(long Seconds, long Nanoseconds);
}
