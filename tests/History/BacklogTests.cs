using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Tests.Shared;

namespace CallCenter.History.Tests;

/// <summary>What waits for PostgreSQL is counted and timed, and too much of it raises the alarm.</summary>
public sealed class BacklogTests(PostgresFixture postgres) : HistoryTestBase(postgres)
{
    private readonly MemoryJournal _journal = new();
    private readonly HandMovedClock _clock = new();
    private long _calls;

    [Fact]
    public async Task Events_that_wait_too_long_raise_the_alarm_until_they_are_shipped()
    {
        await using var service = StartService(_journal, time: _clock);
        EndCalls(10);
        await Shipped(service);
        await Execute("ALTER TABLE calls RENAME TO away");
        EndCalls(1);
        await Eventually.Holds(() => service.Health() is { Reason: not null, IsBehind: false });

        _clock.Move(TimeSpan.FromSeconds(125));
        EndCalls(1);

        Assert.True(service.Health().IsBehind);
        Assert.StartsWith(
            "2 events wait for PostgreSQL, the oldest for 2 min 5 s: 42P01", service.Health().Reason, StringComparison.Ordinal);
        await Execute("ALTER TABLE away RENAME TO calls");
        await Shipped(service);
        Assert.Equal((false, TimeSpan.Zero), (service.Health().IsBehind, service.Health().OldestAge));
    }

    [Fact]
    public async Task Too_many_events_raise_the_alarm()
    {
        await using var service = StartService(_journal, time: _clock, alarmEvents: 50);
        EndCalls(1);
        await Shipped(service);
        await Execute("ALTER TABLE calls RENAME TO away");
        EndCalls(50);
        await Eventually.Holds(() => service.Health() is { Reason: not null, IsBehind: false });

        EndCalls(1);

        Assert.True(service.Health().IsBehind);
    }

    [Fact]
    public async Task A_database_that_is_away_from_the_start_raises_the_alarm_after_a_while()
    {
        EndCalls(1000);
        var options = new HistoryOptions("", "Host=127.0.0.1;Port=1;Username=nobody") { Alarms = new() { BacklogEvents = 10 } };
        await using var service = new HistoryService(options, _journal, new KeptLog(), _clock);
        service.Start();
        await Eventually.Holds(() => service.Health() is { Ready: false, IsBehind: false });

        _clock.Move(TimeSpan.FromMinutes(2));

        Assert.True(service.Health().IsBehind);
    }

    private void EndCalls(int count)
    {
        var record = new SampleDay(1).Write(new MemoryJournal(), 1).Records[0];
        for (var i = 0; i < count; i++)
        {
            _journal.Append(
                SampleDay.Project, _clock.GetUtcNow().ToUnixTimeMilliseconds(),
                new CallEnded(record with { Call = new CallId(++_calls), Legs = [], Visits = [] }));
        }
    }

    private sealed class HandMovedClock : TimeProvider
    {
        private long _now = DateTimeOffset.FromUnixTimeMilliseconds(SampleDay.Begin).UtcTicks;

        public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

        public void Move(TimeSpan by) => Interlocked.Add(ref _now, by.Ticks);
    }
}
