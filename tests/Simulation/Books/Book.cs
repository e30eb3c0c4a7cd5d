using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Simulation.Tests.Books;

/// <summary>
/// A second, naive account of the day, kept from the events alone: who is live, who does what, what is due. Refuses events that cannot
/// follow those before. What it knows is compared with what the engine says.
/// </summary>
internal sealed class Book
{
    public long LastAt { get; private set; }
    public long LastCall { get; private set; }
    public int Version { get; private set; }
    public ProjectConfiguration Document { get; private set; } = new();
    public Dictionary<CallId, CallBook> Calls { get; } = [];
    public Dictionary<EmployeeId, EmployeeBook> Employees { get; } = [];
    public Dictionary<string, IReadOnlyList<PhoneBinding>> Bindings { get; } = [];
    /// <summary>The calls whose messages wait for somebody.</summary>
    public HashSet<CallId> Messages { get; } = [];
    /// <summary>The calls in which a message was left whose recording is not complete.</summary>
    public HashSet<CallId> Unfinished { get; } = [];
    public Facts Facts { get; } = new();
    /// <summary>Whom and what the last turn was about.</summary>
    public HashSet<EmployeeId> TouchedEmployees { get; } = [];
    public HashSet<CallId> TouchedCalls { get; } = [];

    /// <summary>Whether the account can be rung: a binding whose connection is gone leads nowhere.</summary>
    public bool Reaches(string account) => Bindings.TryGetValue(account, out var bindings) && bindings.Any(binding => !binding.IsLost);

    public void BeginTurn()
    {
        TouchedEmployees.Clear();
        TouchedCalls.Clear();
    }

    public void See(ProjectEvent happened, long at)
    {
        Breach.Unless(at >= LastAt, $"time goes back from {LastAt} to {at}");
        LastAt = at;
        switch (happened)
        {
            case CallArrived arrived: See(arrived, at); break;
            case CallRouted routed: CallEvents.See(Live(routed.Call), routed); break;
            case CallQueued queued: CallEvents.See(Live(queued.Call), queued, this, at); break;
            case QueueLeft left: CallEvents.See(Live(left.Call), left, this, at); break;
            case LegStarted { Kind: LegKind.Supervisor } started:
                SupervisionEvents.Started(Live(started.Leg.Call), started, this, at);
                break;
            case SupervisionChanged changed: SupervisionEvents.See(Live(changed.Leg.Call), changed); break;
            case HelpAsked asked: SupervisionEvents.See(Live(asked.Call), asked); break;
            case LegStarted started: CallEvents.See(Live(started.Leg.Call), started, this, at); break;
            case MusicBegan music: CallEvents.See(Live(music.Call), music); break;
            case WaitAnnounced announced: CallEvents.See(Live(announced.Call), announced, at); break;
            case LegDescribed described: CallEvents.See(Live(described.Leg.Call), described); break;
            case LegRang rang: CallEvents.See(Live(rang.Leg.Call), rang); break;
            case LegAnswered answered: CallEvents.See(Live(answered.Leg.Call), answered); break;
            case CallerAnswered answered: CallEvents.See(Live(answered.Call), answered); break;
            case ConversationBegan began: CallEvents.See(Live(began.Call), began, this, at); break;
            case StepBegan step: StepEvents.See(Live(step.Call), step, at); break;
            case StepSpoken step: StepEvents.See(Live(step.Call), step, at); break;
            case KeyTaken key: StepEvents.See(Live(key.Call), key, at); break;
            case StepRepeated step: StepEvents.See(Live(step.Call), step, at); break;
            case StepEnded step: See(step, at); break;
            case MessageDone done: Breach.Unless(Messages.Remove(done.Call), $"a message that does not wait: {done}"); break;
            case RecordingPaused paused: CallEvents.See(Live(paused.Call), paused); break;
            case ConversationRecorded recorded: CallEvents.See(this, recorded); break;
            case RecordingDeleted or LegMeasured: break;
            case ConversationEnded ended: CallEvents.See(Live(ended.Call), ended, at); break;
            case LegHeld held: CallEvents.See(Live(held.Leg.Call), held, this, at); break;
            case LegEnded ended: CallEvents.See(Live(ended.Leg.Call), ended, this); break;
            case CallEnded ended: See(ended.Record, at); break;
            case EmployeeStateChanged changed: See(changed, at); break;
            case RingMissed missed: See(missed, at); break;
            case BindingsChanged changed: See(changed, at); break;
            case ClientLinked or AuditNoted or DayBegan: break;
            case ConfigurationPublished published: See(published); break;
            default: throw new Breach($"nobody knows the event {happened.GetType().Name}");
        }
    }

    public EmployeeBook Of(EmployeeId employee)
    {
        TouchedEmployees.Add(employee);
        if (!Employees.TryGetValue(employee, out var book)) Employees[employee] = book = new EmployeeBook(employee);
        return book;
    }

    private CallBook Live(CallId call)
    {
        TouchedCalls.Add(call);
        return Calls.TryGetValue(call, out var book) ? book : throw new Breach($"something happens to call {call}, which is over");
    }

    private void See(CallArrived arrived, long at)
    {
        Breach.Unless(arrived.Call.Value == LastCall + 1, $"call {arrived.Call} comes after {LastCall}");
        LastCall++;
        Calls.Add(arrived.Call, new CallBook(arrived, at));
        TouchedCalls.Add(arrived.Call);
        Facts.Arrived.Add(new Arrival(arrived.Direction, at));
        if (arrived is { Direction: CallDirection.Outgoing, CallerEmployee: { } caller })
            Facts.Of(caller).Made.Add(at);
    }

    private void See(CallRecord record, long at)
    {
        var call = Live(record.Call);
        RecordRules.Check(call, record, at);
        Facts.End(call, record);
        Calls.Remove(record.Call);
    }

    private void See(StepEnded ended, long at)
    {
        StepEvents.See(Live(ended.Call), ended, at);
        if (ended.End == StepEnd.Message) Unfinished.Add(ended.Call);
    }

    private void See(EmployeeStateChanged changed, long at)
    {
        var call = changed.To?.Call is { } id ? Calls.GetValueOrDefault(id) : null;
        bool onLiveCall = changed.To?.Activity is Activity.Ringing or Activity.Talking;
        Breach.Unless(!onLiveCall || call is not null, $"{changed.Employee} is put on a call that is over: {changed.To}");
        Of(changed.Employee).Change(changed, call, at);
    }

    private void See(RingMissed missed, long at)
    {
        Breach.Unless(missed.RestUntil is null || missed.RestUntil > at, $"a rest ends before it begins: {missed}");
        if (missed.RestUntil is { } until) Of(missed.Employee).RestUntil = until;
        Facts.Of(missed.Employee).Misses.Add((missed.Miss, Calls.TryGetValue(missed.Call, out var call) ? call.ArrivedAt : at));
    }

    private void See(BindingsChanged changed, long at)
    {
        foreach (var binding in changed.Bindings)
            Breach.Unless(binding.ExpiresAt > at, $"{changed.Account} is bound until {binding.ExpiresAt}");
        if (changed.Bindings.Count == 0) Bindings.Remove(changed.Account);
        else Bindings[changed.Account] = changed.Bindings;
    }

    private void See(ConfigurationPublished published)
    {
        Breach.Unless(published.Version == Version + 1, $"version {published.Version} comes after {Version}");
        (Version, Document) = (published.Version, published.Document);
        Facts.Limit(Document);
        var accounts = Document.SipAccounts.Select(account => account.Username).ToHashSet();
        foreach (string gone in Bindings.Keys.Where(account => !accounts.Contains(account)).ToArray()) Bindings.Remove(gone);
        foreach (var employee in Employees.Keys) TouchedEmployees.Add(employee);
    }
}
