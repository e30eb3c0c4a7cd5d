using CallCenter.Abstractions.Calls;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>A backup is what it can be restored to.</summary>
public sealed class BackupTests : IDisposable
{
    private const string Client = "380673200001";
    private const int Calls = 20;
    private const int PerSecond = 5;
    private readonly TemporaryFolder _folder = new();
    private readonly CallCenterServer _server = new();
    private readonly CallCenterServer _restored = new();

    private string File => Path.Combine(_folder.Path, "everything.backup");

    public void Dispose()
    {
        _server.Dispose();
        _restored.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_backup_made_under_calls_restores_configuration_calls_and_sign_in_and_work_goes_on()
    {
        await _server.Start();
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await _server.Publish(With(trunk, Employee("anna", "101", phone)));
        var configuration = await _server.Configuration();
        await MakeCalls(_server, trunk.First, phone, whileTheyCome: async () =>
        {
            await Eventually.Holds(async () => (await _server.Health()).CallsEnded >= Calls / 4);
            Succeeds(await _server.Backup(File));
        });
        await Eventually.Holds(async () => (await _server.Health()).JournalBacklog == 0);
        var all = (await _server.Calls(Client)).Calls;
        Assert.Equal(0, await _server.Stop(TimeSpan.FromSeconds(5)));

        Succeeds(await _restored.Restore(File, _server));
        await _restored.Start();

        Assert.Equal(configuration, await _restored.Configuration());
        await Eventually.Holds(async () => (await _restored.Health()).JournalBacklog == 0);
        var restored = (await _restored.Calls(Client)).Calls;
        Assert.NotEmpty(restored);
        Assert.Empty(restored.Where(call => call.Outcome != CallOutcome.Interrupted).Except(all));
        Assert.Empty((await _restored.Board()).Calls);
        await MakeCalls(_restored, trunk.First, phone, () => Task.CompletedTask);
        await Eventually.Holds(async () => (await _restored.Calls(Client)).Calls.Count == restored.Count + Calls);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public async Task A_backup_of_a_stopped_server_restores_every_call()
    {
        await _server.Start();
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await _server.Publish(With(trunk, Employee("anna", "101", phone)));
        await MakeCalls(_server, trunk.First, phone, () => Task.CompletedTask);
        await Eventually.Holds(async () => (await _server.Calls(Client)).Calls.Count == Calls);
        var calls = (await _server.Calls(Client)).Calls;
        await _server.Stop(TimeSpan.FromSeconds(5));

        Succeeds(await _server.Backup(File));
        Succeeds(await _restored.Restore(File, _server));
        await _restored.Start();

        Assert.Equal(calls, (await _restored.Calls(Client)).Calls);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path).Except([File]));
    }

    [Fact]
    public async Task Whatever_is_wrong_is_said_and_nothing_is_left_behind()
    {
        await _server.Start();
        Succeeds(await _server.Backup(File));
        var whole = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);

        Refuses("exists already", await _server.Backup(File));
        Refuses("is not empty", await _server.Restore(File, _server));
        await System.IO.File.WriteAllBytesAsync(File, whole[..^1000], TestContext.Current.CancellationToken);
        Refuses("damaged", await _restored.Restore(File, _server));
        whole[whole.Length / 2] ^= 1;
        await System.IO.File.WriteAllBytesAsync(File, whole, TestContext.Current.CancellationToken);
        Refuses("damaged", await _restored.Restore(File, _server));
        Assert.False(Directory.Exists(_restored.Data));
        Assert.Empty(Directory.GetFileSystemEntries(Path.GetDirectoryName(_restored.Data)!));
    }

    private static async Task MakeCalls(CallCenterServer server, int trunk, int phone, Func<Task> whileTheyCome)
    {
        using var anna = await Sipp.Phone("employee-answers", phone, ringMs: 10, calls: Calls);
        using var clients = Sipp.Client("caller", trunk, server.SipPort, Number, Client, milliseconds: 50, calls: Calls, rate: PerSecond);
        await whileTheyCome();
        await clients.Succeeds(withinSeconds: 40);
        await anna.Succeeds();
    }

    private static void Succeeds(EndedProgram run) => Assert.True(run.ExitCode == 0, run.Output);

    private static void Refuses(string why, EndedProgram run)
    {
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(why, run.Output, StringComparison.Ordinal);
    }
}
