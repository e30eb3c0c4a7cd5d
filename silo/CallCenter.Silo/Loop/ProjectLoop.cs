using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Loop;

/// <summary>
/// A project's single-threaded domain: its calls and their SIP live inside it without locks, and several projects use several processors.
/// Any thread may enter with an input; whoever finds nobody inside drains the queue for all (a combining lock). One batch:
/// <list type="number">
/// <item>every input and everything due is handled, and what each of them ordered is carried out: events go to the journal's buffer,
/// SIP messages to the outbox;</item>
/// <item>the journal is flushed, once;</item>
/// <item>the outbox is sent: nothing leaves the process before it is written;</item>
/// <item>whoever waits for a reply gets it, followers of the board are told.</item>
/// </list>
/// </summary>
public sealed class ProjectLoop : IThreadPoolWorkItem
{
    /// <summary>Inputs that share one flush. More would make the first of them wait longer than a flush costs.</summary>
    private const int MostPerBatch = 128;

    private const int MostBatchesPerVisit = 2;

    /// <summary>How soon what failed is tried again.</summary>
    private const long RetryMs = 250;

    private readonly ConcurrentQueue<LoopInput> _inputs = new();
    private readonly List<LoopInput> _handled = new(MostPerBatch);
    private readonly List<Part> _parts = [];
    private readonly Action _flush;
    private readonly LoopClock _clock;
    private readonly LoopCounters _counters;
    private readonly ILogger _log;
    private int _inside;
    private int _handedOver;
    private long _flushedEvents;
    private long _nextDue = long.MaxValue;
    private long _attendedUntil = long.MaxValue;
    private volatile string? _journalFailure;

    /// <param name="flush">Writes what was appended; throws when it cannot.</param>
    public ProjectLoop(LoopClock clock, Outbox outbox, Action flush, LoopCounters counters, ILogger log)
    {
        _clock = clock;
        Outbox = outbox;
        _flush = flush;
        _counters = counters;
        _log = log;
    }

    /// <summary>Where messages wait for the flush. Only inside.</summary>
    public Outbox Outbox { get; }

    /// <summary>The time of the input being handled. Only inside.</summary>
    public long Now { get; private set; }

    /// <summary>When the next part is due, as of the last batch. From any thread.</summary>
    public long NextDue => Volatile.Read(ref _nextDue);

    /// <summary>Milliseconds until then; 0 and less when something is due. From any thread.</summary>
    public long DueIn => NextDue is var due && due == long.MaxValue ? due : due - _clock.Peek();

    /// <summary>Something is due earlier than the timer thread comes. From any thread.</summary>
    public bool IsUnattended => NextDue < Volatile.Read(ref _attendedUntil);

    /// <summary>Called after a batch that left work, or an earlier due time, for the timer thread. From whoever drained.</summary>
    public Action? Attend { get; set; }

    /// <summary>Why the journal cannot be written; null when it can. From any thread.</summary>
    public string? JournalFailure => _journalFailure;

    /// <summary>Adds a part; before the first input.</summary>
    public void Attach(ILoopPart part) => _parts.Add(new Part(part));

    /// <summary>The timer thread comes after so many milliseconds; <see cref="long.MaxValue"/>: not unless it is woken.</summary>
    public void IsAttendedFor(long wait) =>
        Interlocked.Exchange(ref _attendedUntil, wait == long.MaxValue ? wait : _clock.Peek() + wait);

    /// <summary>Queues an input without draining; the caller drains when it has no more at hand.</summary>
    public void Queue(LoopInput input) => _inputs.Enqueue(input);

    /// <summary>Queues an input and drains if nobody does.</summary>
    public void Enter(LoopInput input)
    {
        _inputs.Enqueue(input);
        Drain();
    }

    /// <summary>
    /// Handles what is queued and due, unless somebody is inside already. A visitor stays for two batches at most; what is left
    /// then is the timer thread's, so that nobody works for others without end.
    /// </summary>
    /// <returns>False when somebody is inside, who will see to it.</returns>
    public bool Drain()
    {
        var batches = 0;
        do
        {
            if (Interlocked.CompareExchange(ref _inside, 1, 0) != 0)
            {
                return batches > 0;
            }

            try
            {
                Batch();
            }
            finally
            {
                // A full fence: whoever queued before it is seen below, whoever queues after it finds nobody inside.
                Interlocked.Exchange(ref _inside, 0);
            }

            batches++;
        }
        while (!_inputs.IsEmpty && batches < MostBatchesPerVisit);

        if (!_inputs.IsEmpty)
        {
            Volatile.Write(ref _nextDue, 0);
        }

        Attend?.Invoke();
        return true;
    }

    /// <summary>Lets a pool thread drain: for whoever has other loops to see to.</summary>
    public void DrainElsewhere()
    {
        if (Interlocked.Exchange(ref _handedOver, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        // Before the drain: what is queued from here on may not find that nobody comes.
        Volatile.Write(ref _handedOver, 0);
        Drain();
    }

    private void Batch()
    {
        var began = _counters.Telemetry.Batch.Begin();
        Now = _clock.Read();
        HandleInputs();
        FirePartsDue();
        if (Written())
        {
            Outbox.SendAll();
            _counters.Unsent.Sent();
            CompleteHandled();
            TellParts();
        }

        _nextDue = ComputeNextDue();
        _counters.Batches++;
        _counters.Telemetry.Batch.End(began);
    }

    private void HandleInputs()
    {
        while (_handled.Count < MostPerBatch && _inputs.TryDequeue(out var input))
        {
            // Read for each: what comes in while a batch is handled must not be dated back to its beginning.
            Now = _clock.Read();
            try
            {
                input.Handle(Now);
                _handled.Add(input);
            }
            catch (Exception failure)
            {
                Caught(failure);
                input.Fail(failure);
            }

            Settle();
        }
    }

    private void FirePartsDue()
    {
        foreach (var part in _parts)
        {
            if (part.NextDue > Now)
            {
                continue;
            }

            try
            {
                part.What.Fire(Now);
            }
            catch (Exception failure)
            {
                // What fails at its due time stays due: it is tried again, but not without a pause.
                part.NotBefore = Now + RetryMs;
                Caught(failure);
            }

            Settle();
        }
    }

    private void Settle()
    {
        foreach (var part in _parts)
        {
            try
            {
                part.What.Settle(Now);
            }
            catch (Exception failure)
            {
                Caught(failure);
            }
        }
    }

    /// <summary>Flushes. On failure messages are held back, waiting callers are told, and it is tried again soon.</summary>
    private bool Written()
    {
        try
        {
            var began = _counters.Events == _flushedEvents ? 0 : _counters.Telemetry.Flush.Begin();
            _flush();
            _counters.Telemetry.Flush.End(began);
            _flushedEvents = _counters.Events;
            if (_journalFailure is not null)
            {
                _journalFailure = null;
                LoopLog.JournalBack(_log);
            }

            return true;
        }
        catch (Exception failure)
        {
            if (_journalFailure is null)
            {
                LoopLog.JournalAway(_log, failure);
            }

            _journalFailure = failure.Message;
            Outbox.SendWhatRestsOnNothing();
            foreach (var input in _handled)
            {
                input.Fail(new IOException("The journal cannot be written: " + failure.Message, failure));
            }

            _handled.Clear();
            return false;
        }
    }

    private void CompleteHandled()
    {
        foreach (var input in _handled)
        {
            input.Complete();
        }

        _handled.Clear();
    }

    private void TellParts()
    {
        foreach (var part in _parts)
        {
            try
            {
                part.What.BatchWritten(Now);
            }
            catch (Exception failure)
            {
                Caught(failure);
            }
        }
    }

    private long ComputeNextDue()
    {
        var due = _journalFailure is null ? long.MaxValue : Now + RetryMs;
        foreach (var part in _parts)
        {
            due = Math.Min(due, part.NextDue);
        }

        return _inputs.IsEmpty ? due : Now;
    }

    private void Caught(Exception failure)
    {
        _counters.LoopFailures++;
        LoopLog.InputFailed(_log, failure);
    }

    private sealed class Part(ILoopPart what)
    {
        public ILoopPart What { get; } = what;

        public long NotBefore { get; set; }

        public long NextDue => Math.Max(NotBefore, What.NextDue);
    }
}
