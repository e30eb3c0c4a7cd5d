using CallCenter.Abstractions;
using CallCenter.Tests.Shared;

namespace CallCenter.Journal.Tests.Golden;

/// <summary>A turn of the frozen journal; its events are samples of the same version.</summary>
/// <param name="Events">Event and sample, as <see cref="EventSample"/> names them.</param>
internal sealed record GoldenTurn(string Project, long FirstSequence, long At, string[] Events)
{
    /// <summary>Turns of one, two, three and four events, every seventh of another project.</summary>
    public static GoldenTurn[] Of(IEnumerable<EventSample> samples)
    {
        var all = samples.Select(Name).ToArray();
        var turns = new List<GoldenTurn>();
        var newest = new Dictionary<ProjectId, long>();
        for (var at = 0; at < all.Length;)
        {
            var project = turns.Count % 7 == 3 ? GoldenFiles.Other : GoldenFiles.Main;
            var events = all.Skip(at).Take(1 + (turns.Count % 4)).ToArray();
            var first = newest.GetValueOrDefault(project) + 1;
            turns.Add(new GoldenTurn(project.Value, first, 1_700_000_000_000 + (at * 137), events));
            newest[project] = first + events.Length - 1;
            at += events.Length;
        }
        return [.. turns];
    }

    public ProjectEvent[] Happened(IReadOnlyList<EventSample> samples) => [.. In(samples).Select(sample => sample.Expected())];

    /// <summary>Where a turn that was read is another; null where it is the same.</summary>
    public string? Difference(JournalTurn read, IReadOnlyList<EventSample> samples)
    {
        if ((read.Project.Value, read.FirstSequence, read.At, read.Count) != (Project, FirstSequence, At, Events.Length))
        {
            return $"{this} is {read.Project} {read.FirstSequence} {read.At} {read.Count}";
        }
        return In(samples).Zip(read.Events, (sample, one) => sample.Event == one.GetType().Name
            ? JsonDifference.Of(sample.Fields, GoldenJson.Of(one))
            : $"{sample.Event} is {one.GetType().Name}").FirstOrDefault(difference => difference is not null);
    }

    private IEnumerable<EventSample> In(IReadOnlyList<EventSample> samples) =>
        Events.Select(name => samples.Single(sample => Name(sample) == name));

    private static string Name(EventSample sample) => $"{sample.Event} {sample.Sample}";
}
