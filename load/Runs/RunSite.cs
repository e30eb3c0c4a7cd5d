using System.Net;
using CallCenter.Abstractions.Configuration;
using CallCenter.Load.Demo;
using CallCenter.Load.Scenarios;
using CallCenter.Load.Server;

namespace CallCenter.Load.Runs;

/// <summary>The server that is tested: one of the run's own, or one that runs already.</summary>
internal sealed class RunSite : IAsyncDisposable
{
    // As many as a department takes.
    private const int MostWaiting = 10_000;

    private RunSite(IPEndPoint sip, string document, Uri? http, string? apiKey, OwnServer? own)
    {
        Sip = sip;
        Http = http;
        ApiKey = apiKey;
        Own = own;
        Document = DocumentFile.Read(document);
    }

    public IPEndPoint Sip { get; }

    public Uri? Http { get; }

    public string? ApiKey { get; }

    public ProjectConfiguration Document { get; }

    /// <summary>Null where it is not the run's own.</summary>
    public OwnServer? Own { get; }

    /// <exception cref="ServerStartException">The server of its own did not start.</exception>
    /// <exception cref="IOException">The document cannot be read; or <see cref="UnauthorizedAccessException"/>, or
    /// <see cref="System.Text.Json.JsonException"/>.</exception>
    public static async Task<RunSite> Open(RunPlan plan, CancellationToken cancellation)
    {
        if (plan.Target is { } target)
        {
            return new RunSite(target.Sip, target.Document, target.Http, target.ApiKey, null);
        }

        var own = await OwnServer.Start(PlanFor(plan), cancellation).ConfigureAwait(false);
        return new RunSite(own.Sip, own.Document, own.Http, own.ApiKey, own);
    }

    /// <summary>The port of the trunk: where callers call from.</summary>
    public IPEndPoint? Trunk(int? port) => DocumentFile.TrunkAddress(Document, port);

    public ValueTask DisposeAsync() => Own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static ServerPlan PlanFor(RunPlan plan)
    {
        var employees = plan.Scenario.Employees;
        return new ServerPlan
        {
            WebProgram = plan.WebProgram,
            Trunk = new IPEndPoint(IPAddress.Loopback, plan.TrunkPort ?? FreePorts.Next()),
            Phones = new IPEndPoint(IPAddress.Loopback, FreePorts.Next()),
            Employees = employees.Count,
            Registering = employees.Phones == PhoneKind.Registered ? employees.Count : 0,
            Strategy = employees.Strategy,
            RingSeconds = employees.RingSeconds,
            WrapUpSeconds = employees.WrapUpSeconds,
            MaxWaiting = Math.Min(plan.Scenario.MaxLiveCalls, MostWaiting),
            MaxLiveCalls = plan.Scenario.MaxLiveCalls,
        };
    }
}
