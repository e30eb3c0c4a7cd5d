using System.Runtime.CompilerServices;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared;

namespace CallCenter.Scenarios.Tests.Harness;

/// <summary>One running call center for all scenarios that do not break it; each publishes its own project first.</summary>
[CollectionDefinition(nameof(RunningCallCenter))]
public sealed class RunningCallCenter : IAsyncLifetime, ICollectionFixture<RunningCallCenter>
{
    private readonly CallCenterServer _server = new();

    public int SipPort => _server.SipPort;

    public string Address => _server.Address;

    public string Password => _server.Password;

    public async ValueTask InitializeAsync() => await _server.Start();

    public ValueTask DisposeAsync()
    {
        _server.Dispose();
        return ValueTask.CompletedTask;
    }

    public Task Publish(ProjectConfiguration document) => _server.Publish(document);

    internal Task<BoardView> Board() => _server.Board();

    /// <summary>Waits until the board shows a call with this client in this stage.</summary>
    internal Task CallIs(CallStage stage, string client) =>
        Eventually.Holds(async () => (await Board()).Calls.Any(call => call.ClientNumber == client && call.Stage == stage),
            text: $"a call of {client} is {stage}");

    /// <summary>Waits until the board shows the employee like that.</summary>
    internal Task Employee(string id, Func<EmployeeView, bool> isSo, [CallerArgumentExpression(nameof(isSo))] string text = "") =>
        Eventually.Holds(async () => isSo((await Board()).Employees.Single(employee => employee.Id == id)), text: $"{id}: {text}");

    /// <summary>Waits for the one record of this client in history, with its legs, visits and decisions.</summary>
    internal async Task<CardView> Record(string client)
    {
        CallsView found = new([]);
        await Eventually.Holds(async () => (found = await _server.Calls(client)).Calls.Count > 0,
            text: $"history has the call of {client}");
        return await _server.Call(Assert.Single(found.Calls).Id);
    }
}
