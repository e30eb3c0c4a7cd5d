using CallCenter.Silo.Loop;
using CallCenter.Silo.Telemetry;

namespace CallCenter.Silo;

/// <summary>
/// What the silo counts since its start: the edge here, every loop for itself. Each field has one thread that writes it, or says otherwise;
/// sums are made when somebody asks. Shown to the outside by <see cref="SiloTelemetry"/>.
/// </summary>
public sealed class SiloCounters : IDisposable
{
    private readonly Lock _changing = new();
    private volatile LoopCounters[] _loops = [];
    private long _connectionsRefused;
    private long _knownLimited;
    private long _unreadable;
    private long _nobodys;

    public SiloCounters() => Telemetry = new SiloTelemetry(this);

    public long Batches => Sum(static loop => loop.Batches);
    public long LoopFailures => Sum(static loop => loop.LoopFailures);
    public long Events => Sum(static loop => loop.Events);
    public long CallsLive => Sum(static loop => loop.CallsLive);
    public long CallsEnded => Sum(static loop => loop.CallsEnded);
    public long DatagramsIn { get; set; }
    /// <summary>Datagrams dropped because too many waited for the loops.</summary>
    public long DatagramsDropped { get; set; }
    /// <summary>Messages that were not SIP or malformed, answered or not.</summary>
    public long Malformed => Sum(static loop => loop.Malformed) + Interlocked.Read(ref _unreadable);
    public long MessagesOut => Sum(static loop => loop.MessagesOut);
    public long SendFailures => Sum(static loop => loop.SendFailures);
    /// <summary>Requests of unknown sources, unknown accounts or with wrong credentials.</summary>
    public long Strangers => Sum(static loop => loop.Strangers) + Interlocked.Read(ref _nobodys);
    /// <summary>Messages ignored because their source exceeded its rate or was shut out.</summary>
    public long RateLimited => Sum(static loop => loop.RateLimited);
    /// <summary>Calls of trunks that were refused, more of them than are recorded.</summary>
    public long CallsUnrecorded => Sum(static loop => loop.CallsUnrecorded);
    /// <summary>Requests of trunks and registered phones that were not served because their source exceeded its rate.</summary>
    public long KnownLimited => Interlocked.Read(ref _knownLimited);
    public long ConnectionsRefused => Interlocked.Read(ref _connectionsRefused);

    /// <summary>The counters of another loop. Those of a loop that is gone stay: totals never fall.</summary>
    public LoopCounters NewLoop()
    {
        var loop = new LoopCounters(Telemetry);
        lock (_changing)
        {
            _loops = [.. _loops, loop];
        }

        return loop;
    }

    /// <summary>From any thread.</summary>
    public void CountKnownLimited() => Interlocked.Increment(ref _knownLimited);

    /// <summary>From any thread.</summary>
    public void CountRefusedConnection() => Interlocked.Increment(ref _connectionsRefused);

    /// <summary>A message that could not be read at all. From any thread.</summary>
    public void CountUnreadable() => Interlocked.Increment(ref _unreadable);

    /// <summary>A message while there is no project. From any thread.</summary>
    public void CountNobodys() => Interlocked.Increment(ref _nobodys);

    public void Dispose() => Telemetry.Dispose();

    /// <summary>What is measured beside the counts.</summary>
    internal SiloTelemetry Telemetry { get; }

    private long Sum(Func<LoopCounters, long> read)
    {
        var sum = 0L;
        foreach (var loop in _loops)
        {
            sum += read(loop);
        }

        return sum;
    }
}
