using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Statistics;

/// <summary>
/// Counts what employees do. A tile is cut into segments where the hold begins or ends; a segment's time goes to the intervals in which it
/// passed, and to the department whose call it was.
/// </summary>
internal sealed class EmployeeFold(FigureBook<EmployeeFigures> book, DepartmentFold departments, FoldedCalls calls, int intervalsKept)
{
    /// <summary>A made call's conversation is long when it is strictly longer (30.0 s is not).</summary>
    public const long LongTalkMs = 30_000;

    private readonly Dictionary<EmployeeId, EmployeeTile> _tiles = [];

    public FigureBook<EmployeeFigures> Book => book;

    public void StateChanged(EmployeeStateChanged change, long at)
    {
        // A conversation that was over before anybody noticed ends in the past, with the tile that follows.
        var since = change.To?.Since ?? at;
        if (_tiles.TryGetValue(change.Employee, out var tile))
        {
            CloseSegment(change.Employee, tile, since);
            CountHandled(tile, change.To, since);
            if (change.To is null) _tiles.Remove(change.Employee);
        }

        if (change.To is not { } to) return;
        if (tile is null) _tiles.Add(change.Employee, tile = new EmployeeTile(EmployeeTile.None, since));
        tile.Begin(to, to.Call is { } call ? calls.Find(call) : null, since);
    }

    /// <summary>The hold of a call began or ended: the tiles of the employees who talk on it are cut.</summary>
    public void HoldChanged(CallId call, FoldedCall live, long at)
    {
        CutAt(live.Taker, call, live.OnHold, at);
        if (live.Caller != live.Taker) CutAt(live.Caller, call, live.OnHold, at);
    }

    public void Called(EmployeeId employee, long at)
    {
        foreach (var figures in book.At(employee.Value, at, at)) figures.Outgoing++;
    }

    /// <summary>A conversation with a client began.</summary>
    public void Talked(EmployeeId employee, FoldedCall call, bool isFirstOfHis, long at)
    {
        foreach (var figures in book.At(employee.Value, call.ArrivedAt, at))
        {
            figures.Talks++;
            if (isFirstOfHis && call.Direction == CallDirection.Incoming) figures.Taken++;
        }
    }

    public void Missed(RingMissed missed, long at)
    {
        var arrivedAt = calls.Find(missed.Call)?.ArrivedAt ?? at;
        foreach (var figures in book.At(missed.Employee.Value, arrivedAt, at)) figures.CountMiss(missed.Miss);
    }

    public void MissedAsResponsible(EmployeeId employee, CallRecord record, long at)
    {
        foreach (var figures in book.At(employee.Value, record.ArrivedAt, at)) figures.Missed++;
    }

    public void OutgoingEnded(EmployeeId employee, CallRecord record, long at)
    {
        if (record.AnsweredAt is not { } answeredAt) return;
        foreach (var figures in book.At(employee.Value, record.ArrivedAt, answeredAt)) figures.OutgoingAnswered++;
        if (record.Conversations.All(talk => talk.TalkMs <= LongTalkMs)) return;
        foreach (var figures in book.At(employee.Value, record.ArrivedAt, at)) figures.LongOutgoingTalks++;
    }

    public void AnswerSpeeds(CallRecord record)
    {
        for (int i = 0; i < record.Legs.Count; i++)
        {
            var leg = record.Legs[i];
            // A leg that answered when a colleague already had the call was not taken.
            if (leg.Employee is not { } employee || leg.AnsweredAt is not { } answeredAt || leg.Kind is LegKind.Caller or LegKind.Supervisor
                || leg.End == LegEnd.TakenElsewhere) continue;
            foreach (var figures in book.At(employee.Value, record.ArrivedAt, answeredAt))
            {
                figures.AnswerSpeedMs += answeredAt - (leg.RangAt ?? leg.StartedAt);
                figures.AnswerSpeedCount++;
            }
        }
    }

    /// <summary>Adds the running tile up to now to a day's figures.</summary>
    public void AddRunning(EmployeeId employee, EmployeeFigures figures, LocalDay day, long now)
    {
        if (!_tiles.TryGetValue(employee, out var tile)) return;
        var ms = Math.Min(now, day.End) - Math.Max(tile.SegmentStart, day.Start);
        if (ms > 0) figures.AddTime(tile.State, tile.ClientCall, tile.OnHold, ms);
    }

    public IReadOnlyList<EmployeeTileState> State() =>
    [
        .. _tiles.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => new EmployeeTileState(
            pair.Key.Value, pair.Value.State, pair.Value.SegmentStart, pair.Value.EntryAt, pair.Value.ClientCall, pair.Value.OnHold)),
    ];

    public void Restore(IReadOnlyList<EmployeeTileState> tiles)
    {
        foreach (var tile in tiles)
        {
            _tiles[new EmployeeId(tile.Employee)] = new EmployeeTile(tile.State, tile.SegmentStart)
            { EntryAt = tile.EntryAt, ClientCall = tile.ClientCall, OnHold = tile.OnHold };
        }
    }

    private void CutAt(EmployeeId? employee, CallId call, bool onHold, long at)
    {
        if (employee is not { } id || !_tiles.TryGetValue(id, out var tile)) return;
        if (tile.State.Activity != Activity.Talking || tile.State.Call != call) return;
        CloseSegment(id, tile, at);
        tile.SegmentStart = at;
        tile.OnHold = onHold;
    }

    private void CloseSegment(EmployeeId employee, EmployeeTile tile, long at)
    {
        if (tile.IsAway) return;
        CountHandleTime(tile, at);
        var kept = Interval.Start(Interval.Of(at) - intervalsKept + 1);
        for (var start = Math.Max(tile.SegmentStart, kept); start < at;)
        {
            var end = Math.Min(at, Interval.Start(Interval.Of(start) + 1));
            foreach (var figures in book.At(employee.Value, start, start))
                figures.AddTime(tile.State, tile.ClientCall, tile.OnHold, end - start);
            start = end;
        }
    }

    private void CountHandleTime(EmployeeTile tile, long at)
    {
        if (tile.State.Department is not { } department || !tile.ClientCall) return;
        if (tile.State.Activity is not (Activity.Talking or Activity.WrapUp)) return;
        var part = tile.State.Activity == Activity.WrapUp ? HandlePart.WrapUp : tile.OnHold ? HandlePart.Hold : HandlePart.Talk;
        departments.HandleTime(department, tile.EntryAt, at, part, at - tile.SegmentStart);
    }

    private void CountHandled(EmployeeTile tile, EmployeeState? to, long at)
    {
        if (tile.State is not { Activity: Activity.Talking, Department: { } department } || !tile.ClientCall) return;
        if (to?.Activity == Activity.Talking && to.Call == tile.State.Call) return;
        departments.Handled(department, tile.EntryAt, at);
    }
}
