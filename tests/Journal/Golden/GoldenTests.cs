using System.Text.Json.Nodes;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Journal.Codecs;
using CallCenter.Journal.Snapshots;
using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests.Golden;

/// <summary>
/// What was written once is read for ever, and what is written today is frozen: a journal outlives the program that wrote it. The README of
/// this project tells what to do when one of these fails.
/// </summary>
public sealed class GoldenTests(ITestOutputHelper output) : IDisposable
{
    private const string HowTo = "If the form was changed on purpose, freeze it: see tests/Journal/README.md.";
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<int, string, string> Samples()
    {
        var data = new TheoryData<int, string, string>();
        foreach (var version in GoldenFolder.Versions)
        {
            foreach (var sample in EventSample.All(version)) data.Add(version, sample.Event, sample.Sample);
        }
        return data;
    }

    public static TheoryData<int> Versions => [.. GoldenFolder.Versions];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Samples))]
    public void An_event_of_every_version_is_read_as_what_it_was(int version, string name, string kind)
    {
        var sample = EventSample.All(version).Single(one => one.Event == name && one.Sample == kind);
        var reader = new EventReader(Convert.FromHexString(sample.Bytes));

        var read = EventCodec.Read(ref reader);

        Assert.False(reader.More);
        Assert.Equal(name, read.GetType().Name);
        Assert.Null(JsonDifference.Of(sample.Fields, GoldenJson.Of(read)));
    }

    [Theory, MemberData(nameof(Samples))]
    public void An_event_is_written_today_as_in_the_newest_version(int version, string name, string kind)
    {
        var sample = EventSample.All(version).Single(one => one.Event == name && one.Sample == kind);

        var bytes = EventSample.Encode(sample.Expected());

        if (version < GoldenFolder.Newest) return;
        var frozen = Convert.FromHexString(sample.Bytes);
        Assert.True(
            name == nameof(ConfigurationPublished) ? IsSameButForNewSettings(frozen, bytes) : frozen.AsSpan().SequenceEqual(bytes),
            $"{Convert.ToHexStringLower(bytes)} instead of {sample.Bytes}. {HowTo}");
    }

    [Fact]
    public void Every_event_has_its_samples_and_no_field_of_the_full_ones_is_absent()
    {
        var frozen = EventSample.All(GoldenFolder.Newest);
        var wanted = EventTypes.ByName.Keys.SelectMany(name => EventSample.Kinds.Select(kind => $"{name} {kind}"));
        var absent = wanted.Except(frozen.Select(sample => $"{sample.Event} {sample.Sample}"));
        Assert.True(!absent.Any(), $"No sample: {string.Join(", ", absent)}. {HowTo}");

        var later = frozen.Where(sample => sample.Sample == "full")
            .Select(sample => JsonDifference.Of(EventSample.Of(sample.Event, "full").Fields, sample.Fields, sample.Event))
            .Where(difference => difference?.Contains(" is null", StringComparison.Ordinal) == true
                && !difference.StartsWith("ConfigurationPublished.Document", StringComparison.Ordinal));
        Assert.True(!later.Any(), $"A field came later: {string.Join("; ", later)}. {HowTo}");
    }

    [Theory, MemberData(nameof(Versions))]
    public void Numbers_of_enums_never_change(int version)
    {
        var frozen = GoldenJson.Read<Dictionary<string, Dictionary<string, long>>>(
            File.ReadAllBytes(Path.Combine(GoldenFolder.Of(version), GoldenFiles.Enums)));
        var today = EventTypes.Enums();

        foreach (var (type, members) in frozen)
        {
            foreach (var (member, number) in members)
            {
                Assert.True(today[type].TryGetValue(member, out var now) && now == number, $"{type}.{member} was {number}.");
            }
        }
        if (version < GoldenFolder.Newest) return;
        var added = today.SelectMany(type => type.Value.Keys
            .Where(member => !frozen.GetValueOrDefault(type.Key, []).ContainsKey(member)).Select(member => $"{type.Key}.{member}"));
        Assert.True(!added.Any(), $"Not frozen yet: {string.Join(", ", added)}. {HowTo}");
    }

    [Theory, MemberData(nameof(Versions))]
    public void A_journal_of_every_version_is_read_and_today_written_as_the_newest(int version)
    {
        var turns = GoldenFiles.ReadTurns(version);
        Copy(Path.Combine(GoldenFolder.Of(version), GoldenFiles.Journal));
        using (var journal = JournalFolder.Open(new JournalOptions(_folder.Path)))
        {
            Assert.Null(journal.Tail);
            Assert.Equal(GoldenFiles.JournalId, journal.Reader.Id);
            Compare(turns, [.. journal.Reader.All(new Dictionary<ProjectId, long>())], version);
        }

        if (version < GoldenFolder.Newest) return;
        using var again = new TemporaryFolder();
        GoldenFiles.WriteJournal(again.Path, turns, EventSample.All(version));
        Same(Path.Combine(GoldenFolder.Of(version), GoldenFiles.Journal), again.Path);
    }

    [Theory, MemberData(nameof(Versions))]
    public void A_batch_of_every_version_is_read_and_today_written_as_the_newest(int version)
    {
        var turns = GoldenFiles.ReadTurns(version);
        var bytes = File.ReadAllBytes(Path.Combine(GoldenFolder.Of(version), GoldenFiles.Batch));

        Compare([.. turns.Where(turn => turn.Project == GoldenFiles.Main.Value)], EventBatch.Read(GoldenFiles.Main, bytes), version);

        if (version < GoldenFolder.Newest) return;
        Assert.True(bytes.AsSpan().SequenceEqual(GoldenFiles.WriteBatch(turns, EventSample.All(version))), HowTo);
    }

    [Theory, MemberData(nameof(Versions))]
    public void A_snapshot_of_every_version_is_read_and_today_written_as_the_newest(int version)
    {
        var frozen = Path.Combine(GoldenFolder.Of(version), GoldenFiles.Snapshots);

        var snapshot = SnapshotFile.ReadNewest(frozen, GoldenFiles.Main);

        Assert.Equal(GoldenFiles.SnapshotSequence, snapshot?.Sequence);
        Assert.Equal(GoldenFiles.SnapshotState, snapshot!.State);
        if (version < GoldenFolder.Newest) return;
        SnapshotFile.Write(_folder.Path, GoldenFiles.Main, GoldenFiles.SnapshotSequence, GoldenFiles.SnapshotState);
        Same(frozen, _folder.Path);
    }

    /// <summary>
    /// <c>CallCenter.Journal.Tests -explicit only -method "*Freeze*"</c>: writes what is written today as the next version, unless it is
    /// the same as the newest.
    /// </summary>
    [Fact(Explicit = true)]
    public void Freeze_what_is_written_today_as_the_next_version()
    {
        var today = GoldenFiles.Today();
        var newest = GoldenFolder.Files(GoldenFolder.Newest);
        if (today.Keys.SequenceEqual(newest.Keys) && today.All(file => newest[file.Key].AsSpan().SequenceEqual(file.Value)))
        {
            output.WriteLine($"Nothing changed since version {GoldenFolder.Newest}.");
            return;
        }
        GoldenFolder.Write(GoldenFolder.Newest + 1, today);
        output.WriteLine($"Written: {GoldenFolder.Of(GoldenFolder.Newest + 1)}");
        Assert.NotEmpty(today);
    }

    private static void Compare(GoldenTurn[] expected, IReadOnlyList<JournalTurn> read, int version)
    {
        Assert.Equal(expected.Length, read.Count);
        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Null(expected[i].Difference(read[i], EventSample.All(version)));
        }
    }

    /// <summary>A setting that came later is written with its default: the document is longer, everything else is as it was.</summary>
    private static bool IsSameButForNewSettings(byte[] frozen, byte[] written)
    {
        var was = new EventReader(frozen);
        var now = new EventReader(written);
        if (was.Byte() != now.Byte()) return false;
        var fields = was.Part();
        var newer = now.Part();
        return fields.Signed() == newer.Signed() && fields.Text() == newer.Text()
            && JsonDifference.Of(JsonNode.Parse(fields.Bytes()), JsonNode.Parse(newer.Bytes())) is null
            && !fields.More && !newer.More && !was.More && !now.More;
    }

    private void Copy(string from)
    {
        foreach (var path in Directory.GetFiles(from)) File.Copy(path, Path.Combine(_folder.Path, Path.GetFileName(path)));
    }

    private static void Same(string frozen, string written)
    {
        Assert.Equal(
            Directory.GetFiles(frozen).Select(Path.GetFileName).Order(), Directory.GetFiles(written).Select(Path.GetFileName).Order());
        foreach (var path in Directory.GetFiles(frozen))
        {
            var name = Path.GetFileName(path);
            Assert.True(File.ReadAllBytes(path).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(written, name))), $"{name}: {HowTo}");
        }
    }
}
