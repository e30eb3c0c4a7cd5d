using CallCenter.Abstractions.Employees;
using CallCenter.History;
using CallCenter.Journal;
using CallCenter.Silo.Rebuilding;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallCenter.Silo.Tests.Restarts;

/// <summary>A whole silo starts from what was rebuilt.</summary>
public sealed class RebuildTests : IAsyncLifetime
{
    private readonly PostgresFixture _postgres = new();
    private readonly TemporaryFolder _folder = new();
    private string _database = "";

    public async ValueTask InitializeAsync() => _database = await _postgres.NewDatabase();

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_silo_that_lost_its_journal_starts_from_the_rebuilt_folder_with_the_same_state_and_goes_on()
    {
        byte[] state;
        await using (var silo = await SiloUnderTest.Start(SampleConfiguration.Of("127.0.0.1", ["sip:one@127.0.0.1:9"]), _folder.Path))
        {
            await silo.Projects.Send(SiloUnderTest.Project, Be(Availability.NotReady));
            state = silo.Main.Host.Engine.Image().ToJson().ToArray();
        }
        var journal = Path.Combine(_folder.Path, "journal");
        var options = new HistoryOptions(_folder.Path, _database);
        using (var written = JournalFolder.Open(new JournalOptions(journal)))
        await using (var history = new HistoryService(options, written.Reader, NullLoggerFactory.Instance))
        {
            history.Start();
            await Eventually.Holds(() => history.Health() is { Ready: true, Backlog: 0 }, TimeSpan.FromSeconds(30));
        }
        Directory.Delete(journal, recursive: true);
        Directory.Delete(Path.Combine(_folder.Path, "snapshots"), recursive: true);

        var said = new StringWriter();
        Assert.True(await RebuildCommand.Run(options, said, said) == 0, said.ToString());

        await using var again = await SiloUnderTest.Start(folder: _folder.Path);
        Assert.Equal(state, again.Main.Host.Engine.Image().ToJson().ToArray());
        var before = again.Main.Host.Sequence;
        await again.Projects.Send(SiloUnderTest.Project, Be(Availability.Ready));
        Assert.True(again.Main.Host.Sequence > before);
    }

    private static SetAvailability Be(Availability availability) =>
        new(new("employee1"), availability, availability == Availability.NotReady ? "lunch" : null, "anna");
}
