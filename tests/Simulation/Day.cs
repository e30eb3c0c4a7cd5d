using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine;
using CallCenter.Simulation.Tests.Books;
using CallCenter.Simulation.Tests.Invariants;
using CallCenter.Simulation.Tests.World;

namespace CallCenter.Simulation.Tests;

/// <summary>What a simulated day came to.</summary>
internal readonly record struct DayResult(int Turns, long Calls, uint Fingerprint);

/// <summary>
/// One day in virtual time, from the first configuration to the evening when everybody has gone: the outside acts, the engine decides, the
/// invariants are checked after every turn, and the process dies now and then.
/// </summary>
internal sealed class Day
{
    private const int Remembered = 25;
    private const long LongestAwayMs = 20_000;
    private readonly DayPlan _plan;
    private readonly Chance _chance;
    private readonly Agenda _agenda;
    private readonly Evening _evening;
    private readonly Outside _outside;
    private readonly Center _center = new();
    private readonly Book _book = new();
    private readonly IInvariant[] _invariants = InvariantList.All();
    private readonly Queue<(long At, ProjectCommand Command, ProjectEvent[] Events)> _last = new();
    private readonly Action<Turn>? _see;
    private readonly TurnWatch _watch;
    private ProjectCommand? _asked;
    private int _turns;
    private long _lateness;
    private bool _restarting;

    private Day(DayPlan plan, Action<Turn>? see, TurnWatch watch)
    {
        (_plan, _see, _watch) = (plan, see, watch);
        _chance = new Chance(plan.Seed);
        _agenda = new Agenda(plan.BeginsAt);
        _evening = new Evening(_agenda);
        _outside = new Outside(plan, _chance, _agenda, new Documents(_chance, plan), Handle);
    }

    /// <summary>Throws <see cref="SimulationFailure"/>, which says how to see the same again.</summary>
    /// <param name="see">Gets every turn before it is judged, and may change it to see whether that is noticed.</param>
    public static DayResult Run(DayPlan plan, Action<Turn>? see = null)
    {
        using var watch = new TurnWatch(plan);
        var day = new Day(plan, see, watch);
        try
        {
            return day.Run();
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw new SimulationFailure(plan, day._turns, day.Story(), problem);
        }
    }

    private DayResult Run()
    {
        long ends = _plan.BeginsAt + _plan.LengthMs;
        _outside.Begin();
        while (!_evening.HasCome(_center.Live))
        {
            if (NextAt() > ends) _outside.Close();
            if (_center.Live.NextDue is { } due && Math.Max(due + _lateness, _agenda.Now) <= (_agenda.NextAt ?? long.MaxValue))
                PassTime(due);
            else if (_chance.OneIn(_plan.NonsenseOneIn) && _outside.LastCall > 0) _outside.Handle(_outside.Office.Nonsense());
            else _agenda.DoNext();
            Breach.Unless(_turns < _plan.MostTurns, $"after {_turns} turns the day does not come to rest");
        }
        CheckEvening();
        return new DayResult(_turns, _book.LastCall, _center.Fingerprint);
    }

    private long? NextAt() => _center.Live.NextDue is { } due ? Math.Min(due, _agenda.NextAt ?? long.MaxValue) : _agenda.NextAt;

    private void PassTime(long due)
    {
        _agenda.Now = Math.Max(_agenda.Now, due + _lateness);
        _lateness = _plan.TimerLateMs > 0 ? _chance.Ms(0, _plan.TimerLateMs) : 0;
        Handle(Abstractions.PassTime.Instance);
    }

    private CommandReply Handle(ProjectCommand command)
    {
        _turns++;
        _watch.Turn();
        _asked = command;
        long now = _agenda.Now;
        var reply = _center.Handle(command, new TurnInput(now, _chance.Bits()));
        var turn = _center.Turn;
        Breach.Unless(reply is not Refused || (turn.Events.Count == 0 && turn.Effects.Count == 0), $"refused, and yet something happens");
        if (!_restarting && _chance.OneIn(_plan.TornOneIn))
        {
            // It never happened: the outside did not hear of it and asks again.
            _center.LoseTurn();
            Restart(loseSip: false);
            return Handle(command);
        }
        _see?.Invoke(turn);
        Keep(command, turn, now);
        Judge(command, turn, now);
        if (_restarting || !_chance.OneIn(_plan.DiesOneIn)) _outside.CarryOut(turn.Effects);
        else
        {
            if (_chance.OneIn(2)) _outside.CarryOut(turn.Effects);
            _center.Die(wholeJournal: _chance.OneIn(2));
            Restart(loseSip: _chance.OneIn(6));
        }
        return reply;
    }

    private void Keep(ProjectCommand command, Turn turn, long now)
    {
        if (_last.Count == Remembered) _last.Dequeue();
        _last.Enqueue((now, command, [.. turn.Events]));
        _book.BeginTurn();
        foreach (var happened in turn.Events) _book.See(happened, now);
        _center.Keep(now);
        _evening.See(turn);
    }

    private void Judge(ProjectCommand command, Turn turn, long now)
    {
        // What became due while nobody was there is served in the second turn of a start at the latest; a rest after a miss, whose end
        // leaves no event, then ends a second time, whenever it was: the night goes on for longer than the plan's day.
        long late = _restarting ? now - _plan.BeginsAt : _plan.TimerLateMs;
        var moment = new Moment(command, turn, _center.Live, _book, now, late, _turns % _plan.LookEvery == 0);
        foreach (var invariant in _invariants) invariant.Check(moment);
        if (_turns % _plan.CompareEvery != 0) return;
        Figures.Compare(_book, moment.Board);
        _center.Compare();
    }

    /// <summary>Nobody is there for a while; then, before anything else, what became due meanwhile is served.</summary>
    private void Restart(bool loseSip)
    {
        _restarting = true;
        _agenda.BeAway(_chance.Ms(0, LongestAwayMs), _chance);
        _lateness = 0;
        if (loseSip) Handle(new CloseInterruptedCalls(_chance.OneIn(2) ? null : [.. _book.Calls.Keys.Where(_ => _chance.OneIn(2))]));
        Handle(Abstractions.PassTime.Instance);
        _restarting = false;
    }

    /// <summary>Everybody has gone home: no call is live, nobody is busy, nothing is to come.</summary>
    private void CheckEvening()
    {
        Figures.Compare(_book, _center.Live.Board(_agenda.Now, 0));
        _center.Compare();
        Breach.Unless(_book.Calls.Count == 0, $"calls are stuck: {string.Join(", ", _book.Calls.Keys)}");
        foreach (var employee in _book.Employees.Values)
        {
            bool free = employee.State is null or { Activity: Abstractions.Employees.Activity.Idle };
            Breach.Unless(free, $"{employee.Id} is stuck: {employee.State}");
        }
        EmployeeTimes.Compare(_book, _center.Compare());
    }

    private string Story() => string.Join('\n', _last.Select(turn =>
        $"{DateTimeOffset.FromUnixTimeMilliseconds(turn.At):HH:mm:ss.fff} {Told.Of(turn.Command)}"
        + string.Concat(turn.Events.Select(happened => $"\n    {Told.Of(happened)}"))))
        + $"\nLast asked at {_agenda.Now}: {(_asked is null ? "nothing" : Told.Of(_asked))}\n{Told.Of(_center.Turn)}";
}
