using CallCenter.Load.Callers;
using CallCenter.Load.Chance;
using CallCenter.Load.Results;
using CallCenter.Load.Results.History;
using CallCenter.Load.Results.Live;
using CallCenter.Load.Server;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Runs;

/// <summary>
/// One load run against one server.
/// 1. Phones come to life and register; a server that has just started gets its first calls; boards are followed.
/// 2. Calls arrive and incidents happen, while the recorder, the sampler and the progress look on.
/// 3. Calls end: of themselves, or told to (<see cref="RunEnding"/>); every one of them is handed to the recorder.
/// 4. Phones sign off; the history is compared.
/// </summary>
internal sealed class LoadRun : IDisposable
{
    private static readonly TimeSpan LongestRegistration = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LookAtLimit = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(3);

    // Until everything that looks on has begun.
    private static readonly TimeSpan BeforeFirstCall = TimeSpan.FromMilliseconds(200);

    private readonly RunPlan _plan;
    private readonly RunSite _site;
    private readonly RunInterrupts _interrupts;
    private readonly TextWriter _output;
    private readonly SimulationLoop _loop = new(TimeProvider.System);
    private readonly SimulationCounts _counts = new();
    private readonly RunPeople _people;
    private readonly RunNotes _notes;
    private TimeSpan _startedAt;

    /// <summary>Binds the ports; throws <see cref="System.Net.Sockets.SocketException"/> when one is taken.</summary>
    public LoadRun(RunPlan plan, RunSite site, System.Net.IPEndPoint trunk, RunInterrupts interrupts, TextWriter output)
    {
        _plan = plan;
        _site = site;
        _interrupts = interrupts;
        _output = output;
        _notes = new RunNotes(() => _loop.Now - _startedAt);
        _people = new RunPeople(_loop, plan, site, trunk, _counts);
    }

    /// <summary>What happened beside calls.</summary>
    public IReadOnlyList<string> Notes => _notes.Lines;

    /// <summary>Runs to the end. Null when the phones could not register: then nothing was called.</summary>
    public RunResult? Run()
    {
        if (!Prepare())
        {
            return null;
        }

        if (_site.Own is not null)
        {
            Priming.Run(_loop, _people, _interrupts.First);
        }

        using var boards = FollowBoards();
        _startedAt = _loop.Now + BeforeFirstCall;
        var window = new RunWindow(_loop.MicrosAt(_startedAt), _plan.Scenario.WarmUp, _plan.Scenario.Duration);
        var recorder = new RunRecorder(window, () => _loop.NowMicros);
        boards.Followers?.Measure(window);
        using var usage = UsageSampler.Start(_site.Sip, _site.Own?.DataFolder, window, () => _loop.NowMicros);
        var ending = new RunEnding(_plan.Scenario.Length, _plan.Scenario.Drain);
        using (RunWatch.Start(recorder, _output, !Console.IsOutputRedirected))
        {
            Call(recorder, ending);
        }

        var (server, generator) = usage.Stop();
        Wait(ServerPauses.Note(_site, _notes));
        var board = boards.Stop();
        SignOff();
        var history = CompareHistory(recorder.Calls, ending.Cut);
        var about = new RunDescription(_plan.Scenario.Name, _site.Sip.ToString(), RunSettings.Of(_plan), ending.Cut) { Notes = Notes };
        return recorder.Finish(about, new BesidesCalls(server, generator, board, history));
    }

    public void Dispose()
    {
        _people.Dispose();
        _loop.Dispose();
    }

    /// <summary>Opens the sockets and waits until all phones that register have done so.</summary>
    private bool Prepare()
    {
        var staff = _people.Staff;
        var patience = _loop.Now + LongestRegistration;
        _people.Trunk.Start();
        staff.Start();
        _loop.After(TimeSpan.Zero, LookAround);
        _loop.Run();
        if (_interrupts.First.IsCancellationRequested)
        {
            return false;
        }

        if (!staff.AllAreRegistered)
        {
            var answer = staff.LastRefusal is { } status ? $"the last was refused with {status}" : "the server does not answer";
            _notes.Add($"only {_counts.PhonesRegistered} of {staff.Registering} phones could register: {answer}");
        }

        return staff.Registering == 0 || _counts.PhonesRegistered > 0;

        void LookAround()
        {
            if (staff.AllAreRegistered || _loop.Now >= patience || _interrupts.First.IsCancellationRequested)
            {
                _loop.End();
            }
            else
            {
                _loop.After(Look, LookAround);
            }
        }
    }

    private void Call(RunRecorder recorder, RunEnding ending)
    {
        var crowd = _people.Crowd(recorder);
        _people.Disturb(true);
        var random = new Seeds(_plan.Seed).For("incidents");
        var incidents = new IncidentPlayer(_loop, _site, _people.Staff, crowd, _notes, random);
        using var first = _interrupts.First.Register(() => _loop.Post(Interrupt));
        using var second = _interrupts.Second.Register(() => _loop.Post(Interrupt));
        crowd.Start(_startedAt);
        incidents.Start(_plan.Scenario.Incidents, _startedAt);
        WatchLimit(crowd, ending);
        _loop.After(Look, LookAround);
        _loop.Run();
        crowd.GiveUpRest();
        Wait(incidents.DisposeAsync().AsTask());

        void Interrupt()
        {
            ending.Interrupt(_loop.Now - _startedAt);
            Act();
        }

        void LookAround()
        {
            if (_plan.Scenario.EndsWithIncidents && !incidents.AnyToCome)
            {
                ending.StopCalling(_loop.Now - _startedAt);
            }

            ending.Look(_loop.Now - _startedAt, crowd.Live, crowd.IsOver && !incidents.AnyToCome);
            if (!Act())
            {
                _loop.After(Look, LookAround);
            }
        }

        bool Act()
        {
            if (ending.Stage >= RunStage.Draining)
            {
                crowd.StopArrivals();
                recorder.Window.EndEarly(_loop.NowMicros);
            }

            if (ending.Stage >= RunStage.Ending)
            {
                incidents.Stop();
                crowd.EndAll();
            }

            if (ending.Stage == RunStage.Over)
            {
                _loop.End();
            }

            return ending.Stage == RunStage.Over;
        }
    }

    private void WatchLimit(CallerCrowd crowd, RunEnding ending)
    {
        if (_plan.Scenario.EndAtFailureShare is not { } share)
        {
            return;
        }

        var watch = new LimitWatch(share);
        _loop.At(_startedAt, LookAround);

        void LookAround()
        {
            var now = _loop.Now - _startedAt;
            if (watch.Look(now, crowd.Offered, crowd.Bad + crowd.Unanswered(LimitWatch.NoReplyFor)))
            {
                _notes.Add($"the limit is reached at {watch.Rate:F0} calls a second");
                ending.StopCalling(now);
            }
            else if (ending.Stage == RunStage.Calling)
            {
                _loop.After(LookAtLimit, LookAround);
            }
        }
    }

    /// <summary>Phones that still talk although no caller does are noted: somebody forgot them.</summary>
    private void SignOff()
    {
        _people.Disturb(false);
        RunUntil(() => _people.Staff.Busy == 0);
        if (_people.Staff.Busy > 0)
        {
            _notes.Add($"{_people.Staff.Busy} phones still had a call when all callers were gone");
        }

        _people.Staff.Stop();
        RunUntil(() => _people.Staff.IsQuiet);
        RunSettings.TellPeople(_counts, _people, _notes);
    }

    private void RunUntil(Func<bool> condition)
    {
        var patience = _loop.Now + LongestFarewell;
        _loop.After(TimeSpan.Zero, LookAround);
        _loop.Run();

        void LookAround()
        {
            if (condition() || _loop.Now >= patience || _interrupts.Second.IsCancellationRequested)
            {
                _loop.End();
            }
            else
            {
                _loop.After(Look, LookAround);
            }
        }
    }

    private BoardWatch FollowBoards() =>
        _plan.Scenario.Boards == 0 ? BoardWatch.None : BoardWatch.Start(_site, _plan.Scenario.Boards, () => _loop.NowMicros);

    private HistoryResult? CompareHistory(CallLedger calls, bool cut)
    {
        if (_site.Http is null || _site.ApiKey is null || _interrupts.Second.IsCancellationRequested)
        {
            return null;
        }

        // An interrupted run is compared as well; the next Ctrl+C skips it.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cut ? _interrupts.Second : _interrupts.First);
        var check = new HistoryCheck(_site.Http, _site.ApiKey, _output.WriteLine);
        try
        {
            return Wait(check.Compare(calls, _plan.Scenario.TimeTolerance, patience.Token));
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
