using System.Diagnostics;
using System.Globalization;

namespace CallCenter.Load.Demo;

/// <summary>
/// One line on a terminal that tells twice a second what goes on. Written by a thread of its own: a stalled terminal stalls no call.
/// </summary>
internal sealed class StatusLine : IDisposable
{
    private const string Clear = "\r\u001b[K";

    private readonly TextWriter _terminal;
    private readonly SimulationCounts _counts;
    private readonly int _phones;
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Timer _timer;

    public StatusLine(TextWriter terminal, SimulationCounts counts, int phones)
    {
        _terminal = terminal;
        _counts = counts;
        _phones = phones;
        _timer = new Timer(_ => Write(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(500));
    }

    public void Dispose()
    {
        using var written = new ManualResetEvent(false);
        if (_timer.Dispose(written))
        {
            written.WaitOne();
        }

        Write();
        _terminal.WriteLine();
    }

    internal static string Text(TimeSpan elapsed, SimulationCounts counts, int phones) => string.Create(
        CultureInfo.InvariantCulture,
        $"{elapsed:hh\\:mm\\:ss}  phones {counts.PhonesRegistered}/{phones}  calls {counts.CallsPlaced}: {counts.CallsLive} live, "
        + $"{counts.Answered} answered, {counts.Abandoned} abandoned, {counts.Failed} failed  "
        + $"missed {counts.RingsMissed}  rejected {counts.RingsRejected}  by employees {counts.CallsByEmployees}");

    private void Write()
    {
        // A line longer than the terminal would wrap, and the next one could not take its place.
        var text = Text(Stopwatch.GetElapsedTime(_started), _counts, _phones);
        var width = Console.WindowWidth - 1;
        _terminal.Write(Clear + (width > 0 && text.Length > width ? text[..width] : text));
        _terminal.Flush();
    }
}
