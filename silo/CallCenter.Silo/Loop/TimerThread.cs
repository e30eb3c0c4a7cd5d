namespace CallCenter.Silo.Loop;

/// <summary>
/// The thread that enters the loops when something is due in them and nothing else happens. Waits for the next due time of all; is woken
/// only when that moves forward, so a busy loop costs it nothing.
/// </summary>
public sealed class TimerThread : IDisposable
{
    /// <summary>The longest sleep: also how late a jump of the clock is noticed.</summary>
    private const long LongestMs = 1_000;

    private readonly ManualResetEventSlim _wake = new(false, 0);
    private readonly Lock _changing = new();
    private readonly Thread _thread;
    private volatile ProjectLoop[] _loops = [];
    private volatile bool _stopping;

    public TimerThread() => _thread = new Thread(Run) { IsBackground = true, Name = "silo timers" };

    public void Start() => _thread.Start();

    /// <summary>Keeps the deadlines of this loop from now on. From any thread.</summary>
    public void Add(ProjectLoop loop)
    {
        ArgumentNullException.ThrowIfNull(loop);
        loop.Attend = () =>
        {
            if (loop.IsUnattended)
            {
                _wake.Set();
            }
        };
        lock (_changing)
        {
            _loops = [.. _loops, loop];
        }

        _wake.Set();
    }

    /// <summary>Keeps them no more. From any thread.</summary>
    public void Remove(ProjectLoop loop)
    {
        lock (_changing)
        {
            _loops = [.. _loops.Where(one => one != loop)];
        }
    }

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

    private void Run()
    {
        while (!_stopping)
        {
            // Said before the due times are read: whoever moves one earlier after that reading sees that we sleep too long.
            _wake.Reset();
            Attend(long.MaxValue);
            if (Wait() is > 0 and var wait)
            {
                Attend(wait);
                if (Wait() is > 0 and var left)
                {
                    _wake.Wait((int)Math.Min(left, wait));
                }
            }

            if (!DrainDue())
            {
                // Somebody is inside and will fire what is due; do not spin until then.
                _wake.Wait(1);
            }
        }
    }

    private void Attend(long wait)
    {
        foreach (var loop in _loops)
        {
            loop.IsAttendedFor(wait);
        }
    }

    private long Wait()
    {
        var wait = LongestMs;
        foreach (var loop in _loops)
        {
            wait = Math.Min(wait, loop.DueIn);
        }

        return wait;
    }

    /// <summary>The first loop in which something is due is drained here, others beside it.</summary>
    /// <returns>False when somebody was inside.</returns>
    private bool DrainDue()
    {
        ProjectLoop? first = null;
        foreach (var loop in _loops)
        {
            if (loop.DueIn > 0)
            {
                continue;
            }

            if (first is null)
            {
                first = loop;
            }
            else
            {
                loop.DrainElsewhere();
            }
        }

        return first is null || first.Drain();
    }
}
