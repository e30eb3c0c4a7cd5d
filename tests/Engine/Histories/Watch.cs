using CallCenter.Abstractions;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Histories;

/// <summary>Follows a project from outside, by its events and effects alone, and checks after every turn what must always hold.</summary>
internal sealed class Watch
{
    private readonly Dictionary<LegId, LegStarted> _legs = [];
    private readonly Dictionary<LegId, LegStarted> _supervisors = [];
    private readonly Dictionary<LegId, bool> _talking = [];
    /// <summary>The phones that refused what the caller of a live call offers.</summary>
    private readonly HashSet<(CallId Call, string Target)> _refusals = [];
    private readonly Dictionary<EmployeeId, EmployeeState> _tiles = [];
    private readonly Dictionary<DepartmentId, int> _entered = [];
    private readonly Dictionary<DepartmentId, int> _left = [];
    private readonly HashSet<CallId> _shown = [];
    private readonly List<CallId> _messages = [];

    public long LastCall { get; private set; }
    /// <summary>The calls in which a message was left.</summary>
    public IReadOnlyList<CallId> Messages => _messages;
    public List<CallId> LiveCalls { get; } = [];
    public List<LegId> LiveLegs => [.. _legs.Keys, .. _supervisors.Keys];

    public void See(Turn turn, long now, Project project)
    {
        foreach (var e in turn.Events) Fold(e, now);
        foreach (var effect in turn.Effects) Check(effect);
        // Whoever was told something hears no ringing any more.
        foreach (var began in turn.Events.OfType<StepBegan>()) _shown.Remove(began.Call);
        Check(project.Board(now, 0), project, now);
    }

    private void Fold(ProjectEvent e, long at)
    {
        switch (e)
        {
            case CallArrived arrived:
                Assert.Equal(LastCall + 1, arrived.Call.Value);
                LiveCalls.Add(arrived.Call);
                LastCall = arrived.Call.Value;
                break;
            case LegStarted { Kind: LegKind.Supervisor } started: _supervisors.Add(started.Leg, started); break;
            case LegAnswered { Leg: var leg } when _supervisors.ContainsKey(leg): break;
            case LegEnded { Leg: var leg } when _supervisors.Remove(leg): break;
            case ConversationBegan began when _supervisors.Remove(new LegId(began.Call, began.OtherLeg), out var taker):
                _legs.Add(taker.Leg, taker with { Kind = LegKind.Employee });
                _talking[taker.Leg] = true;
                break;
            case LegStarted started:
                Assert.True(started.RingUntil > at);
                Assert.DoesNotContain((started.Leg.Call, started.Target), _refusals);
                _legs.Add(started.Leg, started);
                break;
            case StepEnded { End: StepEnd.Message } left: _messages.Add(left.Call); break;
            case LegAnswered answered: _talking[answered.Leg] = true; break;
            case LegEnded { Leg.IsCaller: true } ended: Assert.Contains(ended.Leg.Call, LiveCalls); break;
            case LegEnded ended:
                Assert.True(_legs.Remove(ended.Leg, out var over));
                if (ended.End == LegEnd.OfferRefused) _refusals.Add((ended.Leg.Call, over!.Target));
                _talking.Remove(ended.Leg);
                break;
            case CallEnded ended: See(ended.Record, at); break;
            case CallQueued queued: _entered[queued.Department] = _entered.GetValueOrDefault(queued.Department) + 1; break;
            case QueueLeft left: _left[left.Department] = _left.GetValueOrDefault(left.Department) + 1; break;
            case EmployeeStateChanged changed: See(changed, at); break;
        }
    }

    private void See(CallRecord record, long at)
    {
        Assert.True(LiveCalls.Remove(record.Call));
        _refusals.RemoveWhere(refusal => refusal.Call == record.Call);
        Assert.DoesNotContain(_legs.Keys, leg => leg.Call == record.Call);
        Assert.DoesNotContain(_supervisors.Keys, leg => leg.Call == record.Call);
        Assert.Equal(at, record.EndedAt);
        // Whoever rates a conversation stays longer than it.
        long over = record.Conversations is [.., var last] ? last.EndedAt : record.EndedAt;
        Assert.Equal(over - record.ArrivedAt, record.WaitMs + record.TalkMs + record.HoldMs);
        Assert.True(record.WaitMs >= 0 && record.TalkMs >= 0 && record.HoldMs >= 0);
        if (record.Outcome != CallOutcome.Interrupted) Assert.Equal(record.AnsweredAt is not null, record.Outcome == CallOutcome.Answered);
        Assert.All(record.Legs, leg => Assert.True(leg.EndedAt >= leg.StartedAt));
        Assert.All(record.Visits, visit => Assert.True(visit.LeftAt >= visit.EnteredAt));
        Assert.Equal(record.Visits.Count, record.Visits.Select(visit => visit.Visit).Distinct().Count());
    }

    /// <summary>Tiles: what ends is what began, and the next begins in the same millisecond.</summary>
    private void See(EmployeeStateChanged changed, long at)
    {
        Assert.Equal(_tiles.GetValueOrDefault(changed.Employee), changed.From);
        if (changed.To is null) _tiles.Remove(changed.Employee);
        else
        {
            Assert.Equal(at, changed.To.Since);
            _tiles[changed.Employee] = changed.To;
        }
    }

    private void Check(ProjectEffect effect)
    {
        switch (effect)
        {
            case ShowRinging show: Assert.True(_shown.Add(show.Call)); break;
            case EndLeg end: Assert.DoesNotContain(end.Leg, _legs.Keys); break;
            case Bridge bridge: Assert.True(_talking.GetValueOrDefault(new LegId(bridge.Call, bridge.OtherLeg))); break;
        }
    }

    private void Check(BoardSnapshot board, Project project, long now)
    {
        Assert.Equal(LiveCalls, board.Calls.Select(call => call.Id));
        foreach (var call in board.Calls) Check(call);
        foreach (var employee in board.Employees) Check(employee, board, project, now);
        foreach (var department in board.Departments)
        {
            CheckServed(board, department, project);
            int waiting = _entered.GetValueOrDefault(department.Id) - _left.GetValueOrDefault(department.Id);
            Assert.Equal(waiting, department.Waiting);
            Assert.Equal(waiting, board.Calls.Count(call => call.Department == department.Id && call.Stage < CallStage.Talking));
        }
    }

    /// <summary>A phone of his refused what the caller offers, and he may have no other in reach.</summary>
    private bool Refuses(EmployeeLine employee, CallLineOnBoard call, Project project) => project.Configuration.Document.Employees
        .First(known => known.Id == employee.Id.Value).MainContacts.Any(contact => _refusals.Contains((call.Id, contact.Value())));

    /// <summary>Where nobody is signed in, or nobody ready, nothing waits that has somewhere else to go.</summary>
    private static void CheckServed(BoardSnapshot board, DepartmentLine line, Project project)
    {
        var members = board.Employees.Where(employee => employee.Departments.Contains(line.Id)).Select(employee => employee.State).ToList();
        if (members.Any(state => state.Availability == Availability.Ready)) return;
        var flowOut = project.Configuration.Document.Departments.First(department => department.Id == line.Id.Value).FlowOut;
        bool nobody = members.All(state => state.Availability == Availability.SignedOut);
        if ((nobody ? flowOut.NoOneSignedIn : flowOut.AllNotReady) is null) return;
        Assert.DoesNotContain(board.Calls, call => call.Department == line.Id && call.Stage == CallStage.Waiting);
    }

    private void Check(CallLineOnBoard call)
    {
        bool rings = _legs.Keys.Any(leg => leg.Call == call.Id && !_talking.ContainsKey(leg));
        bool talks = _talking.Keys.Any(leg => leg.Call == call.Id);
        Assert.False(rings && talks);
        Assert.Equal(talks, call.Stage is CallStage.Talking or CallStage.OnHold);
        Assert.Equal(rings, call.Stage == CallStage.Ringing);
        // Whatever neither rings nor talks waits in a queue, or its caller is told something: a live call is never nowhere.
        bool isAlone = call.Stage is CallStage.Announced or CallStage.InMenu or CallStage.LeavingMessage or CallStage.Rating;
        if (!rings && !talks) Assert.True(isAlone || call is { Stage: CallStage.Waiting, Department: not null });
    }

    private void Check(EmployeeLine employee, BoardSnapshot board, Project project, long now)
    {
        Assert.Equal(_tiles[employee.Id], employee.State);
        var legs = _legs.Values.Where(leg => leg.Kind == LegKind.Employee && leg.Employee == employee.Id).Select(leg => leg.Leg).ToList();
        Assert.True(legs.Select(leg => leg.Call).Distinct().Count() <= 1, $"{employee.Id} is on several calls");
        bool rings = legs.Exists(leg => !_talking.ContainsKey(leg));
        Assert.Equal(rings, employee.State.Activity == Activity.Ringing);
        if (employee.State.Activity == Activity.Talking) Assert.Contains(employee.State.Call!.Value, LiveCalls);
        if (employee.State.Activity is Activity.WrapUp or Activity.Ringing) Assert.True(project.NextDue <= employee.State.Until);
        if (employee.State.Activity is Activity.Idle) Assert.Null(employee.State.Call);

        var desk = project.Desk(employee.Id, now)!;
        bool mayBeRung = desk.NoCallReasons.Count == 0;
        var unserved = board.Calls.Where(call =>
            call.Stage == CallStage.Waiting && employee.Departments.Contains(call.Department!.Value) && !Refuses(employee, call, project));
        Assert.False(mayBeRung && unserved.Any(), $"{employee.Id} is free while a call waits");
    }
}
