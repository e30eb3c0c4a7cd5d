using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CallCenter.Engine;
using CallCenter.Journal.Snapshots;
using CallCenter.Tests.Shared;

namespace CallCenter.Simulation.Tests.Golden;

/// <summary>
/// States of the engine as they were written into snapshots, one of a busy moment per form (<see cref="SnapshotFile.Version"/>): they are
/// read for ever, and nothing that was in them gets lost on the way.
/// </summary>
public sealed class StateGoldenTests(ITestOutputHelper output)
{
    public static TheoryData<int> Versions =>
        [.. Directory.GetFiles(Folder(), "State*.json").Select(path => Path.GetFileNameWithoutExtension(path)["State".Length..])
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture))];

    [Theory, MemberData(nameof(Versions))]
    public void A_state_of_every_form_is_read_and_everything_in_it_is_there_again(int version)
    {
        var frozen = File.ReadAllBytes(FileOf(version));

        var written = Project.Restore(RecordedDay.Project, frozen).Image().ToJson();

        Assert.Null(JsonDifference.Of(JsonNode.Parse(frozen), JsonNode.Parse(written.Span)));
    }

    [Fact]
    public void The_form_that_is_written_today_has_a_sample() =>
        Assert.True(File.Exists(FileOf(SnapshotFile.Version)), $"{FileOf(SnapshotFile.Version)} is missing: see tests/Journal/README.md.");

    /// <summary><c>CallCenter.Simulation.Tests -explicit only -method "*Freeze*"</c>: writes the sample of today's form.</summary>
    [Fact(Explicit = true)]
    public void Freeze_a_state_of_todays_form()
    {
        Assert.False(File.Exists(FileOf(SnapshotFile.Version)), "It is frozen.");
        var state = Enumerable.Range(1, 20).SelectMany(step => States(step * 500))
            .MaxBy(one => Project.Restore(RecordedDay.Project, one).LiveCalls)!;
        File.WriteAllBytes(FileOf(SnapshotFile.Version), state);
        output.WriteLine($"{state.Length:N0} bytes, {Project.Restore(RecordedDay.Project, state).LiveCalls} calls live");
    }

    private static List<byte[]> States(long snapshotEvery)
    {
        using var data = new TemporaryFolder();
        RecordedDay.Write(data.Path, seed: 1, calls: 700, snapshotEvery);
        return [.. SnapshotFile.ReadAll(Path.Combine(data.Path, "snapshots"), RecordedDay.Project, _ => { }).Select(one => one.State)];
    }

    private static string FileOf(int version) =>
        Path.Combine(Folder(), string.Create(CultureInfo.InvariantCulture, $"State{version}.json"));

    private static string Folder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
