using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Media.Recordings;
using CallCenter.Silo.Tests.Signaling;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallCenter.Silo.Tests.Media;

/// <summary>Recordings are deleted after the days that their project keeps them, and not before.</summary>
public sealed class RetentionTests
{
    [Fact]
    public async Task What_is_too_old_is_deleted_and_history_and_the_audit_log_are_told()
    {
        var document = SampleConfiguration.Of("127.0.0.1:5080", ["sip:one@127.0.0.1:9"]) with
        {
            Recording = new RecordingConfiguration(KeepDays: 2),
        };
        await using var silo = await SiloUnderTest.Start(document);
        await silo.Projects.Send(SiloUnderTest.Project, new ReceiveCall(new CallLine("carrier", null), "+380501112233", null, "1", Facts));
        var today = silo.Time.GetUtcNow();
        var (old, kept) = (Record(silo, today.AddDays(-4), 1), Record(silo, today.AddDays(-1), 2));

        await Retention(silo).Forget(SiloUnderTest.Project);
        await Retention(silo).Forget(SiloUnderTest.Project);

        Assert.False(Directory.Exists(Path.GetDirectoryName(old)));
        Assert.True(File.Exists(kept));
        Assert.Equal(new RecordingDeleted(new CallId(1), 1), Assert.Single(silo.Events<RecordingDeleted>()));
        var entry = Assert.Single(silo.Events<AuditNoted>()).Entry;
        Assert.Equal((AuditKind.RecordingsDeleted, "2", 1), (entry.Kind, entry.Detail, entry.Times));
    }

    private static SipLegFacts Facts => new("id", "1", "2", "", "", 1, 1, [], "sip:x@127.0.0.1", "udp:127.0.0.1:5080", null, null);

    private static string Record(SiloUnderTest silo, DateTimeOffset day, int conversation)
    {
        var folder = new RecordingFolder(DataFolders.RecordingsOf(silo.Folder));
        var path = folder.PathOf(SiloUnderTest.Project, new CallId(1), conversation, day.ToUnixTimeMilliseconds());
        Assert.Contains(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), path, StringComparison.Ordinal);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, [1]);
        return path;
    }

    private static RecordingRetention Retention(SiloUnderTest silo)
    {
        var holder = new SiloRuntimeHolder();
        holder.Set(silo.Runtime);
        return new RecordingRetention(
            silo.Projects, holder, new SiloOptions { DataFolder = silo.Folder }, silo.Time, NullLogger<RecordingRetention>.Instance);
    }
}
