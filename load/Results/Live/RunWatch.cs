using Spectre.Console;

namespace CallCenter.Load.Results.Live;

/// <summary>
/// Shows how a run stands: a table that is drawn anew each second on a terminal, else a line every 5 s. Written by a thread of its own: a
/// stalled terminal stalls no call.
/// </summary>
internal sealed class RunWatch : IDisposable
{
    private static readonly TimeSpan BetweenDrawings = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(5);

    private readonly RunRecorder _recorder;
    private readonly TextWriter _output;
    private readonly ManualResetEventSlim _stopped = new();
    private readonly Thread _thread;
    private RunProgress? _before;

    private RunWatch(RunRecorder recorder, TextWriter output, bool isTerminal)
    {
        _recorder = recorder;
        _output = output;
        _thread = new Thread(isTerminal ? Draw : WriteLines) { IsBackground = true, Name = "progress" };
    }

    /// <param name="isTerminal">Whether <paramref name="output"/> is a terminal that can be drawn on.</param>
    public static RunWatch Start(RunRecorder recorder, TextWriter output, bool isTerminal)
    {
        var watch = new RunWatch(recorder, output, isTerminal);
        watch._thread.Start();
        return watch;
    }

    /// <summary>Shows the last state and stops.</summary>
    public void Dispose()
    {
        _stopped.Set();
        _thread.Join();
        _stopped.Dispose();
    }

    private void WriteLines()
    {
        bool last;
        do
        {
            last = _stopped.Wait(BetweenLines);
            _output.WriteLine(Look().Line());
            _output.Flush();
        }
        while (!last);
    }

    private void Draw()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(_output) });
        console.Live(Look().Table()).Start(live =>
        {
            bool last;
            do
            {
                last = _stopped.Wait(BetweenDrawings);
                live.UpdateTarget(Look().Table());
                live.Refresh();
            }
            while (!last);
        });
    }

    private ProgressView Look()
    {
        var now = _recorder.Progress();
        var view = new ProgressView(now, _before);
        _before = now;
        return view;
    }
}
