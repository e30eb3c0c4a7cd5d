using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Journal;
using CallCenter.Journal.Replay;
using CallCenter.Journal.Snapshots;

namespace CallCenter.Silo.Replay;

/// <summary>
/// <c>./run replay DATA</c>: replays the recorded journal of a data folder at full speed and checks that the result is the same to the
/// byte. Changes nothing in the folder.
/// </summary>
public static class ReplayCommand
{
    /// <summary>The replay comes to another state than before: another engine wrote it, or a change did not come by an event.</summary>
    public const int Differs = 1;

    /// <summary>It could not be replayed; why was said.</summary>
    public const int Impossible = 2;

    public static Command Create()
    {
        var data = new Argument<string>("DATA") { Description = "The data folder; no server may work in it meanwhile" };
        var command = new Command("replay", "Replay what a data folder recorded, without changing it, and compare to the byte.") { data };
        command.SetAction(parsed =>
            Run(parsed.GetRequiredValue(data), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    /// <returns>The exit code: 0 when everything is the same.</returns>
    public static int Run(string dataFolder, TextWriter to, TextWriter errors)
    {
        try
        {
            using var journal = RecordedJournal.Open(DataFolders.JournalOf(dataFolder));
            if (journal.Tail is { } tail)
                to.WriteLine($"{tail.File} ends with {tail.Bytes} bytes of a write that a crash interrupted; they are passed over.");
            return Replay(journal.Reader, DataFolders.SnapshotsOf(dataFolder), to) ? 0 : Differs;
        }
        catch (Exception problem) when (problem
            is RefusedStartException or JsonException or IOException or UnauthorizedAccessException)
        {
            errors.WriteLine(problem.Message);
            return Impossible;
        }
    }

    private static bool Replay(JournalReader journal, string snapshots, TextWriter to)
    {
        var same = true;
        foreach (var project in journal.Projects)
        {
            var kept = SnapshotFile.ReadAll(
                snapshots, project, unusable => to.WriteLine($"The snapshot {unusable.Path} {unusable.Reason}: it is passed over."));
            var result = new ProjectReplay(project, journal, kept, EngineReplay.Begin).Run();
            Tell(result, to);
            same &= result.IsSame;
        }
        if (journal.Projects.Count == 0) to.WriteLine("The journal is empty.");
        return same;
    }

    private static void Tell(ReplayResult result, TextWriter to)
    {
        var seconds = Math.Max(0.001, result.Took.TotalSeconds);
        to.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Project {result.Project}: {result.Events:N0} events, {result.Ended:N0} calls ended and {result.Live:N0} live, replayed "
            + $"{(result.After == 0 ? "from the beginning" : $"from the snapshot at event {result.After}")} in {seconds:N2} s: "
            + $"{result.Events / seconds:N0} events/s, {result.RecordedMs / 1000.0 / seconds:N0} times as fast as they happened."));
        foreach (var snapshot in result.Snapshots)
            to.WriteLine($"The snapshot at event {snapshot.Sequence} is {Verdict(snapshot.Same)} in the replay.");
        if (result.ComparedFrom is { } from)
            to.WriteLine($"Replayed a second time from event {from} on, the end is {Verdict(result.SameBothWays)}.");
    }

    private static string Verdict(bool same) => same ? "the same to the byte" : "NOT the same";
}
