using System.Runtime.InteropServices;

namespace CallCenter.Load.Runs;

/// <summary>
/// Ctrl+C and TERM while a run lasts: the first asks it to end properly, the second to end at once, the third ends the process.
/// </summary>
internal sealed class RunInterrupts : IDisposable
{
    private const int MostHandled = 2;

    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;
    private readonly CancellationTokenSource _first = new();
    private readonly CancellationTokenSource _second = new();
    private readonly CancellationTokenRegistration _fromOutside;
    private int _count;

    /// <param name="end">Counts as the first interruption when it is cancelled.</param>
    public RunInterrupts(CancellationToken end = default)
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        _fromOutside = end.Register(() => Count());
    }

    public CancellationToken First => _first.Token;

    public CancellationToken Second => _second.Token;

    public void Dispose()
    {
        _fromOutside.Dispose();
        _interrupt.Dispose();
        _terminate.Dispose();
        _first.Dispose();
        _second.Dispose();
    }

    private void OnSignal(PosixSignalContext context) => context.Cancel = Count() <= MostHandled;

    private int Count()
    {
        var count = Interlocked.Increment(ref _count);
        if (count == 1)
        {
            _first.Cancel();
        }
        else if (count == 2)
        {
            _second.Cancel();
        }

        return count;
    }
}
