using CallCenter.Abstractions;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Mail;
using CallCenter.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CallCenter.Silo.Tests.Cluster;

/// <summary>Grains with durable state, in a silo that is up before its database.</summary>
public sealed class DurableGrainTests
{
    private static readonly ProjectId Project = new("main");

    [Fact]
    public async Task A_silo_starts_without_PostgreSQL_and_its_durable_grains_work_when_it_comes()
    {
        await using var cluster = new ClusterUnderTest();
        var later = new NpgsqlConnectionStringBuilder(await cluster.Database()) { Database = "later" }.ConnectionString;
        var postgres = await cluster.Postgres();
        var host = await cluster.StartAlone(later);
        var grains = host.Services.GetRequiredService<IGrainFactory>();

        Assert.Contains(await grains.Silo("silo").Placed(), static project => project.Id.Value == "main");
        Assert.False(await Works(() => grains.Mail(Project).Post([To("lost")]).AsTask()));
        await postgres.Execute("CREATE DATABASE later");
        await Eventually.Holds(() => Works(() => grains.Mail(Project).Post([To("kept")]).AsTask()));
        await cluster.End(host);
        var again = await cluster.StartAlone(later);

        var read = again.Services.GetRequiredService<IGrainFactory>().Mail(Project);

        await Eventually.Holds(() => Works(() => read.Letters().AsTask()));
        Assert.Equal("kept", Assert.Single(await read.Letters()).To);
        Assert.Equal(1, await postgres.Scalar<long>("SELECT count(*) FROM orleans.reminders WHERE grain LIKE '%main'", "later"));
    }

    private static Letter To(string address) => new(LetterKind.Test, null, address, address, "Subject", "Text", "<p>Text</p>");

    // What a grain throws while the database is away, and nothing else: pages know no database.
    private static async ValueTask<bool> Works(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (OrleansException)
        {
            return false;
        }
    }
}
