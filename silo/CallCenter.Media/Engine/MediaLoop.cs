using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using CallCenter.Media.Linux;
using CallCenter.Media.Rtcp;

namespace CallCenter.Media.Engine;

/// <summary>
/// The media thread. It waits for all sockets at once and then, with one reading of the clock,
/// 1. does what was ordered from outside, so that what is ordered before a packet is sent is true for that packet;
/// 2. takes one datagram from each socket that has some (Packets);
/// 3. speaks the frames that are due, for all legs on one grid of 20 ms (Frames);
/// 4. looks ten times a second at every leg for keys, silence and reports that are due (Attendance), and at recordings (Recordings).
/// Nothing in it waits, locks, or is allocated for a packet.
/// </summary>
internal sealed partial class MediaLoop : IDisposable
{
    private const int WakeUpKey = -1;
    private const int LongestDatagram = 2_048;
    private const long AttendanceUs = 100_000;

    // Whoever is woken after that found nothing when he began to wait.
    private const long WaitedUs = 20;

    private readonly MediaEngineOptions _options;
    private readonly IMediaObserver _observer;
    private readonly Epoll _epoll = new();
    private readonly EventFd _wakeUp = new();
    private readonly ConcurrentQueue<Action> _orders = new();
    private readonly Thread _thread;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly ulong _startedNtp = NtpTime.Of(DateTime.UtcNow);
    private readonly byte[] _buffer = GC.AllocateArray<byte>(LongestDatagram, pinned: true);
    private readonly MediaLeg?[] _legs;
    private readonly Stack<int> _freeSlots;
    private long _nowUs;

    // What came before that has been read: after a standstill of the thread what waits in the sockets is older than it looks.
    private long _drainedUs;
    private long _nextAttendanceUs;
    private int _legCount;
    private int _isWoken;
    private volatile bool _isStopping;

    public MediaLoop(MediaEngineOptions options, IMediaObserver observer)
    {
        _options = options;
        _observer = observer;
        _legs = new MediaLeg?[options.MostLegs];
        _freeSlots = new Stack<int>(Enumerable.Range(0, options.MostLegs).Reverse());
        _canonicalName = Encoding.UTF8.GetBytes(options.CanonicalName);
        _epoll.Add(_wakeUp.Descriptor, WakeUpKey);
        _thread = new Thread(Run) { IsBackground = true, Name = "media" };
    }

    public void Start() => _thread.Start();

    /// <summary>Does this on the media thread, after what was ordered before. From any thread.</summary>
    public void Order(Action order)
    {
        _orders.Enqueue(order);
        if (Interlocked.Exchange(ref _isWoken, 1) == 0)
        {
            _wakeUp.Signal();
        }
    }

    /// <summary>Ends the thread and closes all sockets. Peers are told nothing: a restart goes on with their streams.</summary>
    public void Dispose()
    {
        _isStopping = true;
        _wakeUp.Signal();
        if (_thread.IsAlive)
        {
            _thread.Join();
        }

        // Legs whose opening was ordered too late for the thread have ports as well.
        Obey();
        foreach (var leg in _legs)
        {
            Release(leg);
        }

        _epoll.Dispose();
        _wakeUp.Dispose();
    }

    private void Run()
    {
        while (!_isStopping)
        {
            var before = ReadClock();
            var ready = _epoll.Wait(TimeoutMs(before));
            _nowUs = ReadClock();
            _drainedUs = ready == 0 || _nowUs - before >= WaitedUs ? before : _drainedUs;
            Obey();
            for (var i = 0; i < ready; i++)
            {
                Receive(_epoll.Key(i));
            }

            // The wake-up was cleared among the packets: what was ordered before that and after the first look is done here.
            Obey();
            Speak();
            if (_nowUs >= _nextAttendanceUs)
            {
                _nextAttendanceUs = _nowUs + AttendanceUs;
                Attend();
            }
        }
    }

    private void Obey()
    {
        while (_orders.TryDequeue(out var order))
        {
            order();
        }
    }

    private int TimeoutMs(long nowUs)
    {
        if (_legCount == 0 && _recordings.Count == 0)
        {
            return -1;
        }

        var due = IsSpeaking ? Math.Min(_nextFrameUs, _nextAttendanceUs) : _nextAttendanceUs;
        return (int)Math.Clamp((due - nowUs + 999) / 1_000, 0, AttendanceUs / 1_000);
    }

    private long ReadClock() => (long)Stopwatch.GetElapsedTime(_started).TotalMicroseconds;

    /// <summary>Now in units of a clock rate; wraps.</summary>
    private uint Units(int clockRate) => (uint)(_nowUs * clockRate / 1_000_000);

    private ulong ReadNtp() => _startedNtp + (ulong)(((UInt128)(ulong)_nowUs << 32) / 1_000_000);
}
