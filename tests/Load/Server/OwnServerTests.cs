using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using CallCenter.Load.Demo;
using CallCenter.Load.Results;
using CallCenter.Load.Server;
using CallCenter.Tests.Shared;

namespace CallCenter.Load.Tests.Server;

/// <summary>The real server, started and ended by the generator.</summary>
public sealed class OwnServerTests
{
    [Fact]
    public async Task It_starts_lives_through_a_kill_and_leaves_nothing_behind()
    {
        var server = await OwnServer.Start(OwnServers.Plan(FreePorts.Next(), FreePorts.Next()) with { Registering = 1 }, default);
        var (process, folder) = (server.Process, server.DataFolder);
        IReadOnlyList<int> postgres;
        try
        {
            var document = DocumentFile.Read(server.Document);
            Assert.Equal(["e1", "e2", "e3"], document.Employees.Select(employee => employee.Id));
            Assert.NotNull(Assert.Single(document.SipAccounts).Password);
            Assert.Equal(3, await Employees(server));
            Assert.Equal([process], PortOwners.OfUdp(server.Sip));

            var database = new PrivateDatabase(folder);
            server.StopDatabase();
            Assert.Contains(database.Processes(), IsStopped);
            server.ResumeDatabase();
            Assert.DoesNotContain(database.Processes(), IsStopped);

            await server.Kill();
            Assert.Empty(PortOwners.OfUdp(server.Sip));
            await server.Restart(default);
            Assert.NotEqual(process, server.Process);
            Assert.Equal(3, await Employees(server));
            postgres = database.Processes();
            Assert.NotEmpty(postgres);
        }
        finally
        {
            await server.DisposeAsync();
        }

        await Eventually.Holds(() => postgres.All(id => ProcessTable.Read(id) is null or { ResidentBytes: 0 }));
        Assert.False(Directory.Exists(Path.GetDirectoryName(folder)));
    }

    [Fact]
    public async Task Its_processes_and_those_of_its_PostgreSQL_are_measured_apart()
    {
        await using var server = await OwnServer.Start(OwnServers.Plan(FreePorts.Next(), FreePorts.Next()), default);
        var now = Now();
        var window = new RunWindow(now, TimeSpan.Zero, TimeSpan.FromHours(1));
        // No folder is given: it is found in the server's command line.
        using var sampler = UsageSampler.Start(server.Sip, null, window, Now);
        using var http = OwnServers.Client(server);
        await Eventually.Holds(async () =>
        {
            for (var i = 0; i < 20; i++) await http.GetStringAsync("/api/v1/calls");
            return Now() - now > 1_100_000;
        });
        var (result, own) = sampler.Stop();
        Assert.NotNull(result);
        Assert.True(own.CpuSeconds > 0);
        Assert.Equal([$"dotnet ({server.Process})"], result.Processes);
        Assert.InRange(result.Server.CpuSeconds, 0.01, 10);
        Assert.InRange(result.Server.ResidentMostMb, 30, 2_000);
        Assert.NotNull(result.Database);
        Assert.True(result.Database.ResidentMostMb > 5);
        Assert.NotEmpty(result.Server.CpuPercent);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        var plan = OwnServers.Plan(FreePorts.Next(), FreePorts.Next()) with { WebProgram = "/nowhere/CallCenter.Web.dll" };
        var failure = await Assert.ThrowsAsync<ServerStartException>(() => OwnServer.Start(plan, default));
        Assert.Contains("/nowhere/CallCenter.Web.dll", failure.Message, StringComparison.Ordinal);
    }

    private static long Now() => (Stopwatch.GetTimestamp() * 1_000_000) / Stopwatch.Frequency;

    private static bool IsStopped(int process) =>
        File.ReadLines($"/proc/{process}/status").Any(line => line.StartsWith("State:\tT", StringComparison.Ordinal));

    private static async Task<int> Employees(OwnServer server)
    {
        using var http = OwnServers.Client(server);
        return (await http.GetFromJsonAsync<JsonElement>("/api/v1/employees")).GetArrayLength();
    }
}
