using System.Text.RegularExpressions;
using CallCenter.Tests.Shared;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>One sipp process that plays a scenario of the folder Sipp: a client behind the trunk, or an employee's phone.</summary>
internal sealed partial class Sipp : IDisposable
{
    /// <summary>What hundreds of peers behind one socket need when a server that was away speaks to all of them at once.</summary>
    private const string BufferBytes = "4000000";

    private const string Unbounded = "1000000";

    /// <summary>
    /// A machine that stood still for seconds is no burst of clients: sipp would make good all that it missed at once, and queues would
    /// turn them down as they should.
    /// </summary>
    private const int MostAtOnce = 1200;

    /// <summary>What is unexpected is ignored: sipp has no transaction that would absorb an INVITE sent again.</summary>
    private static readonly string[] Tolerant = ["-default_behaviors", "all,-abortunexp"];

    private readonly ChildProcess _process;
    private readonly string _folder = Directory.CreateTempSubdirectory("sipp-").FullName;

    private Sipp(string scenario, int port, IEnumerable<string> arguments, params (string From, string To)[] changes)
    {
        Port = port;
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Sipp", scenario + ".xml"));
        foreach (var (from, to) in changes) text = text.Replace(from, to, StringComparison.Ordinal);
        var file = Path.Combine(_folder, scenario + ".xml");
        File.WriteAllText(file, text.TrimStart());
        _process = new ChildProcess("sipp",
            [.. arguments, "-sf", file, "-i", "127.0.0.1", "-p", port.ToString(), "-nostdin", "-buff_size", BufferBytes,
                "-trace_err", "-error_file", Errors, "-trace_stat", "-stf", Statistics, "-fd", "1"],
            _folder);
    }

    public int Port { get; }

    private string Statistics => Path.Combine(_folder, "statistics.csv");

    private string Errors => Path.Combine(_folder, "errors.log");

    /// <summary>An employee's phone that serves so many calls and then ends; it listens when this returns.</summary>
    public static async Task<Sipp> Phone(string scenario, int port, int ringMs = 50, int calls = 1)
    {
        var phone = new Sipp(scenario, port, ["-m", calls.ToString(), "-d", ringMs.ToString(), .. Tolerant]);
        await phone.Listens();
        return phone;
    }

    /// <summary>Phones behind a wire, for any number of calls; the server reaches them at the wire's port.</summary>
    public static async Task<Sipp> Phone(string scenario, LossyWire wire, int ringMs)
    {
        var phone = new Sipp(scenario, wire.SippPort, ["-m", Unbounded, "-d", ringMs.ToString(), .. Tolerant], Behind(wire));
        await phone.Listens();
        return phone;
    }

    /// <summary>A client who calls through the trunk at <paramref name="trunkPort"/>.</summary>
    /// <param name="milliseconds">How long he talks, or waits before he gives up.</param>
    /// <param name="status">The final status he has to be turned down with (scenario <c>caller-refused</c>).</param>
    public static Sipp Client(
        string scenario, int trunkPort, int sipPort, string dialled, string caller = "380671112233", int milliseconds = 200,
        int status = 0, string transport = "u1", int calls = 1, int rate = 10) =>
        new(scenario, trunkPort,
            ["-t", transport, .. Calling(sipPort, dialled, caller, milliseconds, calls, rate)], ("[[status]]", status.ToString()));

    /// <summary>Clients behind a wire, whose port is the trunk's.</summary>
    public static Sipp Client(string scenario, LossyWire wire, string dialled, string caller, int milliseconds, int calls, int rate) =>
        new(scenario, wire.SippPort,
            [.. Calling(wire.Port, dialled, caller, milliseconds, calls, rate), .. Tolerant], Behind(wire));

    /// <summary>Waits for the end; fails with sipp's own account of what was unexpected.</summary>
    public async Task Succeeds(int withinSeconds = 20)
    {
        var code = await _process.End(TimeSpan.FromSeconds(withinSeconds));
        Assert.True(code == 0, $"sipp ended with {code}.\n{(File.Exists(Errors) ? File.ReadAllText(Errors) : _process.Output)}");
    }

    /// <summary>Begins no more calls, lets those under way end, and tells what came of all.</summary>
    public async Task<SippFigures> Finish(int withinSeconds)
    {
        _process.Signal("USR1");
        await _process.End(TimeSpan.FromSeconds(withinSeconds));
        return SippFigures.Read(Statistics);
    }

    /// <summary>Why calls failed, in sipp's own words, beginning with the first; messages for calls that are over are no reason.</summary>
    public string Surprises()
    {
        var text = File.Exists(Errors) ? File.ReadAllText(Errors) : "";
        return string.Join('\n', SurpriseStart().Split(text).Where(entry => entry.Contains("bort", StringComparison.Ordinal)).Take(5));
    }

    private static string[] Calling(int port, string dialled, string caller, int milliseconds, int calls, int rate) =>
        [
            "127.0.0.1:" + port, "-m", calls.ToString(), "-r", rate.ToString(), "-l", Math.Min(calls, MostAtOnce).ToString(),
            "-d", milliseconds.ToString(), "-key", "dialled", dialled, "-key", "caller", caller,
        ];

    /// <summary>In its messages sipp names the wire's port as its own; after a call it stays to answer what is sent again.</summary>
    private static (string From, string To)[] Behind(LossyWire wire) =>
        [
            ("[local_port]", $"{wire.Port}"), ("[remote_port]", $"{wire.ServerPort}"),
            ("</scenario>", """<timewait milliseconds="8000"/></scenario>"""),
        ];

    private Task Listens() => Eventually.Holds(() => _process.HasEnded || Ports.IsOpen(Port), text: $"the phone listens on {Port}");

    [GeneratedRegex(@"(?=\d{4}-\d\d-\d\d\t)")]
    private static partial Regex SurpriseStart();

    public void Dispose()
    {
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
