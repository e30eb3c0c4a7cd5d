using CallCenter.Tests.Shared;

namespace CallCenter.History.Tests;

public sealed class MigratorTests(PostgresFixture postgres) : HistoryTestBase(postgres)
{
    [Fact]
    public async Task Migrations_are_applied_once()
    {
        Assert.Equal(7, await Migrator.Migrate(Database));
        Assert.Equal(0, await Migrator.Migrate(Database));
    }

    [Fact]
    public async Task Two_programs_that_start_together_apply_each_migration_once()
    {
        var applied = await Task.WhenAll(Migrator.Migrate(Database), Migrator.Migrate(Database));

        Assert.Equal(7, applied.Sum());
    }

    [Fact]
    public async Task A_migration_that_was_edited_after_it_was_applied_is_refused()
    {
        await Migrator.Migrate(Database);
        await Execute("UPDATE migrations SET checksum = 'another' WHERE number = 2");

        var refused = await Assert.ThrowsAsync<MigrationException>(() => Migrator.Migrate(Database));

        Assert.Contains("002_indexes.sql", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_of_a_newer_program_is_refused()
    {
        await Migrator.Migrate(Database);
        await Execute("INSERT INTO migrations (number, name, checksum) VALUES (900, '900_future.sql', 'x')");

        var refused = await Assert.ThrowsAsync<MigrationException>(() => Migrator.Migrate(Database));

        Assert.Contains("900_future.sql", refused.Message, StringComparison.Ordinal);
    }
}
