using CallCenter.Abstractions.Ports;
using CallCenter.Tests.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallCenter.History.Tests;

/// <summary>A day of 400 calls that was shipped to a database; only read.</summary>
public sealed class ShippedDay(PostgresFixture postgres) : IAsyncLifetime
{
    private HistoryService _service = null!;

    public MemoryJournal Journal { get; } = new();

    internal SampleDay Day { get; } = new(7);

    public IHistoryReader Reader => _service.Reader;

    public async ValueTask InitializeAsync()
    {
        Day.Write(Journal, 400);
        _service = new HistoryService(new HistoryOptions("", await postgres.NewDatabase()), Journal, NullLoggerFactory.Instance);
        _service.Start();
        await Eventually.Holds(() => _service.Health() is { Ready: true, Backlog: 0 }, TimeSpan.FromSeconds(30));
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
