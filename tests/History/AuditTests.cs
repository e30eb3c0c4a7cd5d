using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;
using CallCenter.Tests.Shared;

namespace CallCenter.History.Tests;

/// <summary>The audit log from the journal into PostgreSQL and back.</summary>
public sealed class AuditTests(PostgresFixture postgres) : HistoryTestBase(postgres)
{
    private const long Begin = SampleDay.Begin;
    private static readonly AuditActor Admin = new(ActorKind.Person, "admin", null, AccessLevel.Administrator, "192.0.2.7");
    private static readonly AuditActor Key = new(ActorKind.ApiKey, "wallboard", "k1", AccessLevel.Supervisor, "2001:db8::7");
    private static readonly AuditActor Stranger = new(ActorKind.Stranger, null, null, null, null);

    private readonly MemoryJournal _journal = new();

    [Fact]
    public async Task An_entry_comes_back_as_it_was_written()
    {
        AuditEntry[] entries =
        [
            new(AuditKind.PasswordSet, Admin, "olena@example.com"),
            new(AuditKind.CallsExported, Key, null, "?outcome=abandoned"),
            new(AuditKind.SignInFailed, Stranger, Times: 17),
        ];
        for (var i = 0; i < entries.Length; i++) Note(Begin + i, entries[i]);
        await using var service = StartService(_journal);
        await Shipped(service);

        var page = await service.Reader.Audit(SampleDay.Project, new AuditQuery());

        Assert.Equal(
            [new(3, Begin + 2, entries[2]), new(2, Begin + 1, entries[1]), new(1, Begin, entries[0])], page.Rows);
        Assert.Equal((null, 3), (page.Next, page.Total));
    }

    [Fact]
    public async Task Entries_are_there_once_after_restarts_and_broken_connections()
    {
        await using (var service = StartService(_journal, batchEvents: 10))
        {
            for (var i = 0; i < 200; i++) Note(Begin + i, new AuditEntry(AuditKind.SignedIn, Admin, $"{i}"));
            await Eventually.Holds(() => service.Health().Backlog < 150);
            await Execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                + "WHERE application_name = 'CallCenter' AND pid <> pg_backend_pid() AND datname = current_database()");
        }
        for (var i = 200; i < 300; i++) Note(Begin + i, new AuditEntry(AuditKind.SignedIn, Admin, $"{i}"));
        await using var again = StartService(_journal, batchEvents: 10);
        await Shipped(again);

        var page = await again.Reader.Audit(SampleDay.Project, new AuditQuery(Descending: false, Size: 500));

        Assert.Equal(Enumerable.Range(0, 300).Select(i => $"{i}"), page.Rows.Select(row => row.Entry.Target!));
    }

    [Fact]
    public async Task The_database_of_an_older_program_that_takes_over_gets_the_log_while_we_run()
    {
        await using var service = StartService(_journal);
        await Eventually.Holds(() => service.Health().Ready);

        await Execute("DROP TABLE audit; DELETE FROM migrations WHERE number = 3");
        Note(Begin, new AuditEntry(AuditKind.SignedIn, Admin, "later"));
        await Shipped(service);

        var page = await service.Reader.Audit(SampleDay.Project, new AuditQuery());
        Assert.Equal("later", Assert.Single(page.Rows).Entry.Target);
    }

    [Fact]
    public async Task Entries_wait_in_the_journal_while_the_database_is_away()
    {
        await using var service = StartService(_journal);
        Note(Begin, new AuditEntry(AuditKind.SignedIn, Admin));
        await Shipped(service);
        await Execute("ALTER TABLE audit RENAME TO away");
        Note(Begin + 1, new AuditEntry(AuditKind.SignedOut, Admin));
        await Eventually.Holds(() => service.Health() is { Ready: false, Backlog: 1 });

        await Execute("ALTER TABLE away RENAME TO audit");
        await Shipped(service);

        Assert.Equal(2, (await service.Reader.Audit(SampleDay.Project, new AuditQuery())).Total);
    }

    [Theory]
    [InlineData(null, null, null, null, "5 4 3 2 1 0")]
    [InlineData("admin", null, null, null, "4 2 0")]
    [InlineData(null, AuditKind.SignedIn, null, null, "5 4 1 0")]
    [InlineData("wallboard", AuditKind.SignedIn, null, null, "5 1")]
    [InlineData(null, null, 2, 4, "3 2")]
    [InlineData("admin", null, 1, null, "4 2")]
    [InlineData("nobody", null, null, null, "")]
    public async Task Filters_give_exactly_what_fits(string? actor, AuditKind? kind, int? from, int? to, string expected)
    {
        AuditKind[] kinds = [AuditKind.SignedIn, AuditKind.SignedIn, AuditKind.KeyMade, AuditKind.KeyRevoked];
        for (var i = 0; i < 6; i++) Note(Begin + i, new AuditEntry(kinds[i % 4], i % 2 == 0 ? Admin : Key, $"{i}"));
        await using var service = StartService(_journal);
        await Shipped(service);

        var page = await service.Reader.Audit(SampleDay.Project, new AuditQuery(Begin + from, Begin + to, actor, kind));

        Assert.Equal(expected, string.Join(' ', page.Rows.Select(row => row.Entry.Target)));
        Assert.Empty((await service.Reader.Audit(new ProjectId("other"), new AuditQuery())).Rows);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Pages_follow_each_other_without_a_gap_also_within_one_millisecond(bool descending)
    {
        for (var i = 0; i < 25; i++) Note(Begin + (i / 10), new AuditEntry(AuditKind.SignedIn, Admin, $"{i}"));
        await using var service = StartService(_journal);
        await Shipped(service);

        var seen = new List<long>();
        AuditCursor? after = null;
        do
        {
            var page = await service.Reader.Audit(SampleDay.Project, new AuditQuery(Descending: descending, After: after, Size: 4));
            seen.AddRange(page.Rows.Select(row => row.Sequence));
            after = page.Next;
        }
        while (after is not null);

        var all = Enumerable.Range(1, 25).Select(number => (long)number);
        Assert.Equal(descending ? all.Reverse() : all, seen);
    }

    [Fact]
    public async Task What_is_older_than_it_is_kept_is_deleted_and_nothing_else()
    {
        for (var i = 0; i < 10; i++) Note(Begin + i, new AuditEntry(AuditKind.SignedIn, Admin, $"{i}"));
        await using var service = StartService(_journal);
        await Shipped(service);
        var log = new KeptLog();
        var days = TimeSpan.FromDays(730);
        var retention = new AuditRetention(Database, days, new FixedTime(Begin + 6 + (long)days.TotalMilliseconds), log);

        await retention.Forget(SampleDay.Project, CancellationToken.None);
        await retention.Forget(SampleDay.Project, CancellationToken.None);

        var left = await service.Reader.Audit(SampleDay.Project, new AuditQuery(Descending: false));
        Assert.Equal("6 7 8 9", string.Join(' ', left.Rows.Select(row => row.Entry.Target)));
        Assert.Contains("6 entries of the audit log are older than 730 days", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    private void Note(long at, AuditEntry entry) => _journal.Append(SampleDay.Project, at, new AuditNoted(entry));

    private sealed class FixedTime(long unixMs) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(unixMs);
    }
}
