namespace CallCenter.Silo.Loop;

/// <summary>
/// The thread that enters the loop when something is due and nothing else happens. Waits for the next due time; is woken only when
/// that moves forward, so a busy loop costs it nothing.
/// </summary>
public sealed class TimerThread : IDisposable
{
    /// <summary>The longest sleep: also how late a jump of the clock is noticed.</summary>
    private const long LongestMs = 1_000;

    private readonly SiloLoop _loop;
    private readonly SiloClock _clock;
    private readonly ManualResetEventSlim _wake = new(false, 0);
    private readonly Thread _thread;
    private long _sleepsUntil;
    private volatile bool _stopping;

    public TimerThread(SiloLoop loop, SiloClock clock)
    {
        ArgumentNullException.ThrowIfNull(loop);
        _loop = loop;
        _clock = clock;
        _thread = new Thread(Run) { IsBackground = true, Name = "silo timers" };
        loop.Attend = WakeIfEarlier;
    }

    public void Start() => _thread.Start();

    public void Dispose()
    {
        _stopping = true;
        _wake.Set();
        if (_thread.IsAlive)
        {
            _thread.Join();
        }

        _wake.Dispose();
    }

    private void WakeIfEarlier()
    {
        if (_loop.NextDue < Volatile.Read(ref _sleepsUntil))
        {
            _wake.Set();
        }
    }

    private void Run()
    {
        while (!_stopping)
        {
            // Said before the due time is read: whoever moves it earlier after that reading sees that we sleep too long.
            _wake.Reset();
            Interlocked.Exchange(ref _sleepsUntil, long.MaxValue);
            var now = _clock.Peek();
            var due = Math.Min(_loop.NextDue, now + LongestMs);
            if (due > now)
            {
                Interlocked.Exchange(ref _sleepsUntil, due);
                if (_loop.NextDue >= due)
                {
                    _wake.Wait((int)(due - now));
                }
            }

            if (_loop.NextDue <= _clock.Peek() && !_loop.Drain())
            {
                // Somebody is inside and will fire what is due; do not spin until then.
                _wake.Wait(1);
            }
        }
    }
}
