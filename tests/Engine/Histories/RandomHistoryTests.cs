using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Histories;

/// <summary>Hundreds of random days: what must always hold does, and a day replays to the same bytes.</summary>
public class RandomHistoryTests
{
    private const int CommandsADay = 400;
    private const int BoardEvery = 20;

    /// <summary>2025-06-15 15:06:40 UTC, and a minute before the midnight that follows in Kyiv.</summary>
    private static readonly long[] Beginnings = [1_750_000_000_000, 1_750_021_140_000];

    public static TheoryData<int> Hundreds => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Hundreds))]
    public void Invariants_hold_after_every_turn_and_a_day_replays_to_the_same_bytes(int hundred)
    {
        for (int seed = hundred * 50; seed < (hundred + 1) * 50; seed++)
        {
            try
            {
                Run(seed);
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                throw new InvalidOperationException($"Seed {seed}: {problem.Message}", problem);
            }
        }
    }

    /// <summary>Random days that never come to an outcome would prove nothing about it.</summary>
    [Fact]
    public void Random_days_reach_every_event_outcome_exit_and_way_for_a_leg_to_end()
    {
        var reached = new HashSet<string>();
        for (int seed = 1000; seed < 1080; seed++)
        {
            Run(seed, e =>
            {
                reached.Add(Name(e));
                if (e is CallEnded ended) reached.Add($"{ended.Record.Direction} {ended.Record.Outcome}");
                if (e is QueueLeft left) reached.Add($"{left.Exit}");
                if (e is LegEnded leg) reached.Add($"{leg.End}");
                if (e is RingMissed missed) reached.Add($"{missed.Miss}");
                if (e is CallRouted routed) reached.Add(routed.Decision.Rule);
                if (e is EmployeeStateChanged changed) reached.Add($"{changed.Cause}");
            });
        }
        Assert.Empty(Everything().Except(reached));
    }

    private static void Run(int seed, Action<ProjectEvent>? see = null)
    {
        var random = new Random(seed);
        var watch = new Watch();
        var commands = new RandomCommands(random, watch);
        var project = new Project(new ProjectId("random"));
        var replayed = new Project(new ProjectId("random"));
        Project? restored = null;
        Turn turn = new(), other = new();
        long now = Beginnings[seed % 2];
        int restoreAt = random.Next(CommandsADay);

        void Do(ProjectCommand command)
        {
            turn.Clear();
            var input = new TurnInput(now, (ulong)random.NextInt64());
            var reply = project.Handle(command, input, turn);
            if (reply is Refused) Assert.Empty(turn.Events);
            foreach (var e in turn.Events)
            {
                replayed.Apply(e, now);
                see?.Invoke(e);
            }
            watch.See(turn, now, project);
            other.Clear();
            restored?.Handle(command, input, other);
            if (restored is not null) Assert.Equal(turn.Events.Select(Name), other.Events.Select(Name));
        }

        Do(new Abstractions.Configuration.PublishConfiguration(RandomDocuments.Next(random), null, "x"));
        for (int i = 0; i < CommandsADay; i++)
        {
            long until = now + (random.Next(3) == 0 ? random.Next(12_000) : random.Next(300));
            while (project.NextDue is { } due && due <= until)
            {
                now = Math.Max(now, due);
                Do(PassTime.Instance);
                Assert.True(project.NextDue is null || project.NextDue > now, "a deadline was served and is still there");
            }
            now = until;
            Do(commands.Next(now, project.Configuration.Document));
            if (i % BoardEvery == 0) AssertSameBoard(Project.Restore(project.Id, project.Image().ToJson()), project, now);
            if (i == restoreAt) restored = Project.Restore(project.Id, project.Image().ToJson());
        }
        Assert.Equal(project.Sequence, replayed.Sequence);
        AssertSame(project.Image().ToJson(), replayed.Image().ToJson());
        AssertSame(project.Image().ToJson(), restored!.Image().ToJson());
    }

    // One has never shown a board and writes every line anew, the other has shown one after every turn and keeps what did not change.
    private static void AssertSameBoard(Project fresh, Project kept, long now) =>
        Assert.Equal(JsonSerializer.Serialize(fresh.Board(now, 0)), JsonSerializer.Serialize(kept.Board(now, 0)));

    private static IEnumerable<string> Everything() =>
    [
        // Older versions wrote CallTaken; this one reads it.
        .. typeof(ProjectEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ProjectEvent)) && type != typeof(CallTaken))
            .Select(type => type.Name),
        .. Enum.GetNames<LegEnd>(), .. Enum.GetNames<QueueExit>(), .. Enum.GetNames<RingMiss>(), .. Enum.GetNames<StateCause>(),
        .. Enum.GetNames<CallOutcome>().Select(outcome => $"{CallDirection.Incoming} {outcome}"),
        "Outgoing Answered", "Outgoing Refused", "Outgoing Busy", "Internal Answered", "Internal Abandoned",
        "ring-all", "longest-idle", "round-robin", "fewest-calls", "least-talk-time", "random", "in-order", "responsible", "last-talked",
        "number", "extension", "otherwise", "full", "time-out", "no-one-signed-in", "all-not-ready", "caller-number", "no-such-number",
        "destination-not-allowed", "too-many-outgoing", "too-many-outgoing-today", "destination-limit", "no-trunk", "loop",
        "emergency-number", "not-accepted", "next-trunk", "redirected",
    ];

    private static string Name(ProjectEvent e) => e.GetType().Name;

    private static void AssertSame(ReadOnlyMemory<byte> one, ReadOnlyMemory<byte> other) =>
        Assert.Equal(System.Text.Encoding.UTF8.GetString(one.Span), System.Text.Encoding.UTF8.GetString(other.Span));
}
