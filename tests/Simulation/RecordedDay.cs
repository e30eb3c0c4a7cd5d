using CallCenter.Abstractions;
using CallCenter.Engine;
using CallCenter.Journal;
using CallCenter.Journal.Snapshots;
using CallCenter.Simulation.Tests.World;

namespace CallCenter.Simulation.Tests;

/// <summary>A calm day, written into a data folder as a silo does it: journal and snapshots. Nothing is checked on the way.</summary>
internal sealed class RecordedDay
{
    public static readonly ProjectId Project = new("main");
    private const int TurnsAFlush = 50;
    private readonly Project _project = new(Project);
    private readonly Turn _turn = new();
    private readonly JournalWriter _writer;
    private readonly Agenda _agenda;
    private readonly Evening _evening;
    private readonly Chance _chance;
    private readonly Outside _outside;
    private readonly Action<Project> _afterFlush;
    private int _turns;

    private RecordedDay(DayPlan plan, JournalWriter writer, Action<Project> afterFlush)
    {
        (_writer, _afterFlush) = (writer, afterFlush);
        _agenda = new Agenda(plan.BeginsAt);
        _evening = new Evening(_agenda);
        _chance = new Chance(plan.Seed);
        _outside = new Outside(plan, _chance, _agenda, new Documents(_chance, plan), Handle);
    }

    /// <summary>Writes about so many calls; gives the exact number, and how many events.</summary>
    public static (long Calls, long Events) Write(
        string dataFolder, int seed, int calls, long snapshotEvery, long segmentBytes = 64 * 1024 * 1024)
    {
        using var journal = JournalFolder.Open(new JournalOptions(Path.Combine(dataFolder, "journal")) { SegmentBytes = segmentBytes });
        string snapshots = Path.Combine(dataFolder, "snapshots");
        long taken = 0;
        var plan = DayPlan.Calm(seed, calls);
        var day = new RecordedDay(plan, journal.NewWriter(), project =>
        {
            if (project.Sequence - taken < snapshotEvery) return;
            taken = project.Sequence;
            SnapshotFile.Write(snapshots, Project, taken, project.Image().ToJson().Span);
        });
        day.Run(plan.BeginsAt + plan.LengthMs);
        return (day._project.EndedCalls, day._project.Sequence);
    }

    private void Run(long ends)
    {
        _outside.Begin();
        while (!_evening.HasCome(_project))
        {
            var (due, next) = (_project.NextDue ?? long.MaxValue, _agenda.NextAt ?? long.MaxValue);
            if (Math.Min(due, next) > ends) _outside.Close();
            if (due <= next)
            {
                _agenda.Now = Math.Max(_agenda.Now, due);
                Handle(PassTime.Instance);
            }
            else _agenda.DoNext();
        }
        _writer.Flush();
    }

    private CommandReply Handle(ProjectCommand command)
    {
        _turn.Clear();
        long first = _project.Sequence + 1;
        var reply = _project.Handle(command, new TurnInput(_agenda.Now, _chance.Bits()), _turn);
        _evening.See(_turn);
        _writer.Append(Project, first, _agenda.Now, _turn.Events);
        if (++_turns % TurnsAFlush == 0)
        {
            _writer.Flush();
            _afterFlush(_project);
        }
        _outside.CarryOut(_turn.Effects);
        return reply;
    }
}
