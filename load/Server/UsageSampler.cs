using System.Net;
using CallCenter.Load.Results;

namespace CallCenter.Load.Server;

/// <summary>
/// Looks once a second at the CPU time and memory of a local server's processes: all that have its UDP port open, and, apart, its private
/// PostgreSQL and this process. Works for any server; one that is started again is found again. A thread of its own; a look takes a few
/// milliseconds.
/// </summary>
internal sealed class UsageSampler : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly IPEndPoint _sip;
    private readonly PrivateDatabase? _database;
    private readonly RunWindow _window;
    private readonly Func<long> _nowMicros;
    private readonly UsageMeter _server;
    private readonly UsageMeter _postgres;
    private readonly UsageMeter _generator;
    private readonly SortedSet<string> _names = new(StringComparer.Ordinal);
    private readonly ManualResetEventSlim _stopped = new();
    private readonly Thread _thread;
    private readonly bool _isLocal;
    private IReadOnlyList<int> _owners;
    private bool _databaseSeen;

    private UsageSampler(IPEndPoint sip, string? dataFolder, RunWindow window, Func<long> nowMicros)
    {
        _sip = sip;
        _window = window;
        _nowMicros = nowMicros;
        _server = new UsageMeter(window.StartMicros);
        _postgres = new UsageMeter(window.StartMicros);
        _generator = new UsageMeter(window.StartMicros);
        _owners = PortOwners.OfUdp(sip);
        _database = Database(dataFolder);
        _isLocal = _owners.Count > 0;
        _thread = new Thread(Run) { IsBackground = true, Name = "usage" };
    }

    /// <summary>Begins to look.</summary>
    /// <param name="dataFolder">The server's data folder; null looks for it in the server's command line.</param>
    public static UsageSampler Start(IPEndPoint sip, string? dataFolder, RunWindow window, Func<long> nowMicros)
    {
        var sampler = new UsageSampler(sip, dataFolder, window, nowMicros);
        sampler._thread.Start();
        return sampler;
    }

    /// <summary>Takes a last look and tells what was seen: no server where it runs elsewhere or may not be looked at.</summary>
    public (ServerUsageResult? Server, UsageResult Generator) Stop()
    {
        _stopped.Set();
        _thread.Join();
        var database = _databaseSeen ? _postgres.Result(_window) : null;
        return (_isLocal ? new ServerUsageResult([.. _names], _server.Result(_window), database) : null, _generator.Result(_window));
    }

    public void Dispose()
    {
        _stopped.Set();
        _thread.Join();
        _stopped.Dispose();
    }

    private void Run()
    {
        bool last;
        do
        {
            Look();
            last = _stopped.Wait(UntilNext());
        }
        while (!last);
        Look();
    }

    /// <summary>Until the next whole second of the run, so that the measured part begins and ends with a look.</summary>
    private TimeSpan UntilNext()
    {
        var into = (_nowMicros() - _window.StartMicros) % 1_000_000;
        return Interval - TimeSpan.FromMicroseconds(into < 0 ? into + 1_000_000 : into);
    }

    private PrivateDatabase? Database(string? folder)
    {
        folder ??= _owners.Select(RunningServerFolder.Of).FirstOrDefault(found => found is not null);
        return folder is null ? null : new PrivateDatabase(folder);
    }

    private void Look()
    {
        if (ProcessTable.Read(Environment.ProcessId) is { } own)
            _generator.Add(_nowMicros(), [(own.Id, own.Ticks)], own.ResidentBytes);
        if (!_isLocal) return;
        var states = Read(_owners);
        if (states.Count < _owners.Count || states.Count == 0)
        {
            _owners = PortOwners.OfUdp(_sip);
            states = Read(_owners);
        }

        foreach (var state in states) _names.Add($"{state.Name} ({state.Id})");
        _server.Add(_nowMicros(), [.. states.Select(state => (state.Id, state.Ticks))], states.Sum(state => state.ResidentBytes));
        LookAtDatabase();
    }

    private void LookAtDatabase()
    {
        var states = Read(_database?.Processes() ?? []);
        if (states.Count == 0) return;
        _databaseSeen = true;
        var postmaster = states[0];
        // One sum under the postmaster's id: what an ended child used appears in the postmaster's ChildTicks at the same moment.
        // Memory counts shared pages once for each process, so it is more than PostgreSQL really takes.
        _postgres.Add(
            _nowMicros(), [(postmaster.Id, states.Sum(state => state.Ticks) + postmaster.ChildTicks)],
            states.Sum(state => state.ResidentBytes));
    }

    private static List<ProcessState> Read(IReadOnlyList<int> processes) =>
        [.. processes.Select(ProcessTable.Read).OfType<ProcessState>()];
}
