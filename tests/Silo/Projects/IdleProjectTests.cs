using CallCenter.Silo.Tests.Signaling;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Projects;

/// <summary>A project where nothing happens must not keep the journal of those where much does.</summary>
public sealed class IdleProjectTests
{
    [Fact]
    public async Task An_idle_project_lets_the_journal_of_the_others_go()
    {
        await using var silo = await SiloUnderTest.Start(
            SampleConfiguration.Of("127.0.0.1:9", ["sip:one@127.0.0.1:9"]), isShipped: true,
            options: usual => usual with { JournalSegmentBytes = 20_000, SnapshotAge = TimeSpan.FromHours(1), SnapshotEvents = 20 });
        var idle = await silo.Add("idle", SampleConfiguration.Of("127.0.0.1:10", ["sip:two@127.0.0.1:10"]));
        var first = Segments(silo).First();
        await Busy(silo);
        Assert.Contains(first, Segments(silo));

        // After an hour it has a snapshot of what had happened, after another hour that one is enough alone.
        silo.Leap(TimeSpan.FromHours(1.1));
        await Eventually.Holds(() => silo.Runtime.Projects.Find(idle)!.Snapshots.NextDue < long.MaxValue);
        silo.Leap(TimeSpan.FromHours(1.1));
        await Eventually.Holds(() => silo.Runtime.Projects.Find(idle)!.Snapshots.Covered() > 0);
        await Busy(silo);

        await Eventually.Holds(() => !Segments(silo).Contains(first));
    }

    /// <summary>Documents until several segments are full.</summary>
    private static async Task Busy(SiloUnderTest silo)
    {
        for (var version = 0; version < 60; version++)
        {
            await silo.Publish(SampleConfiguration.Of("127.0.0.1:9", ["sip:one@127.0.0.1:9"]) with { Name = $"Version {version}" });
        }
    }

    private static IEnumerable<string> Segments(SiloUnderTest silo) =>
        Directory.GetFiles(Path.Combine(silo.Folder, "journal"), "*.journal").Order(StringComparer.Ordinal);
}
