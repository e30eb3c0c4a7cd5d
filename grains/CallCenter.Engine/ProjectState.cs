using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Clients;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Messages;
using CallCenter.Engine.Routing;
using CallCenter.Engine.Statistics;

namespace CallCenter.Engine;

/// <summary>
/// Everything that a project consists of. <see cref="Apply"/> is the only way anything in it changes, live and in a replay alike; the
/// rules beside the state read it and emit events.
/// </summary>
internal sealed class ProjectState
{
    public long Sequence { get; set; }
    /// <summary>Number of the last event that a board can show: entries of the audit log make no new picture.</summary>
    public long BoardSequence { get; set; }
    public long LastAt { get; set; }
    public long LastCall { get; set; }
    public long EndedCalls { get; set; }
    public int Version { get; set; }
    public ProjectDirectory Directory { get; private set; } = new(new ProjectConfiguration());
    public ProjectConfiguration Document => Directory.Document;

    public Dictionary<CallId, Call> Calls { get; } = [];
    /// <summary>The same calls in the order of their numbers.</summary>
    public CallsInOrder CallsInOrder { get; } = new();
    public Dictionary<EmployeeId, Employee> Employees { get; } = [];
    public Dictionary<DepartmentId, Department> Departments { get; } = [];
    /// <summary>The same in the order of the document.</summary>
    public List<Employee> EmployeesInOrder { get; } = [];
    public List<Department> DepartmentsInOrder { get; } = [];
    public RegisteredPhones Phones { get; }
    public TrunkLines Trunks { get; } = new();
    public OutgoingCounts Outgoing { get; } = new();
    public ClientTable Clients { get; } = new();
    public MessageTable Messages { get; } = new();
    public Deadlines Deadlines { get; } = new();
    public ProjectStatistics Statistics { get; set; } = new();
    public Midnight Midnight { get; } = new();
    public TouchedDepartments Touched { get; } = new();

    public ProjectState() => Phones = new RegisteredPhones(Deadlines);

    public void Apply(ProjectEvent e, long at)
    {
        Sequence++;
        LastAt = at;
        switch (e)
        {
            case CallArrived arrived: On(arrived, at); break;
            case CallRouted routed: On(routed); break;
            case CallQueued queued: On(queued, at); break;
            case MusicBegan music: Calls[music.Call].On(music); break;
            case WaitAnnounced announced: On(announced); break;
            case LegStarted started: On(started, at); break;
            case LegDescribed described: Calls[described.Leg.Call].On(described); break;
            case LegRang rang: Calls[rang.Leg.Call].On(rang, at); break;
            case LegAnswered answered: On(answered, at); break;
            case CallerAnswered answered: On(answered, at); break;
            case ConversationBegan began: On(began, at); break;
            case ConversationEnded ended: On(ended, at); break;
            case CallTaken older: On(older.Answer(), at); On(older.Conversation(), at); break;
            case RecordingPaused paused: Calls[paused.Call].On(paused); break;
            case SupervisionChanged changed: Calls[changed.Leg.Call].On(changed); break;
            case HelpAsked asked: Calls[asked.Call].On(asked, at); break;
            case StepBegan step: OnStep(step.Call, call => call.On(step, at)); break;
            case StepSpoken step: OnStep(step.Call, call => call.On(step, at)); break;
            case KeyTaken key: OnStep(key.Call, call => call.On(key, at)); break;
            case StepRepeated step: OnStep(step.Call, call => call.On(step)); break;
            case StepEnded step: On(step, at); break;
            case MessageDone done: Messages.On(done); break;
            case ConversationRecorded { Conversation: WaitingMessage.Recording } message: Messages.On(message); break;
            case RecordingDeleted { Conversation: WaitingMessage.Recording } message: Messages.On(message); break;
            case ConversationRecorded or RecordingDeleted or LegMeasured: return;
            case LegHeld held: On(held, at); break;
            case LegEnded ended: On(ended, at); break;
            case QueueLeft left: On(left, at); break;
            case CallEnded ended: On(ended); break;
            case EmployeeStateChanged changed: On(changed, at); break;
            case RingMissed missed: On(missed, at); break;
            case BindingsChanged changed: On(changed); break;
            case ClientLinked linked: Clients.On(linked, Document.Limits.MaxClients); break;
            case ConfigurationPublished published: Publishing.Reconcile.Apply(this, published, at); break;
            case AuditNoted: return;
            case DayBegan: break;
            default: throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "An event that nothing owns.");
        }
        BoardSequence = Sequence;
        Statistics.Apply(e, at);
        Deadlines.Set(Midnight.Deadline, Statistics.Day.End);
    }

    /// <summary>Adds a live call; its number is higher than all before.</summary>
    public void Add(Call call)
    {
        Calls.Add(call.Id, call);
        CallsInOrder.Add(call);
    }

    public void Use(ProjectConfiguration document) => Directory = new ProjectDirectory(document);

    private void On(CallArrived e, long at)
    {
        LastCall = e.Call.Value;
        Add(new Call(e, at)
        {
            ConfigurationVersion = Version,
            Responsible = e.Direction == CallDirection.Internal ? null : SmartForwarding.ResponsibleFor(this, e.ClientNumber),
        });
        if (e.ExpiresAt is { } expiresAt) Deadlines.Set(Calls[e.Call].Deadline, expiresAt);
        if (Trunks.Use(e.Line.Trunk, 1)) Touched.AddAll(DepartmentsInOrder);
        if (e.Line.Account is not null && Find(e.CallerEmployee) is { } caller) caller.Dialled.Add(e.Call);
        if (Find(e.CallerEmployee) is { } counted) counted.Line = null;
    }

    private void On(CallRouted e)
    {
        Calls[e.Call].On(e);
        if (e.Decision is { Kind: DecisionKind.Employees, Rule: Rules.RoundRobin, Department: { } department, Chosen: [var first, ..] })
            Departments[department].SetLastRung(first.Employee);
    }

    private void On(CallQueued e, long at)
    {
        var call = Calls[e.Call];
        var department = Departments[e.Department];
        call.On(e, department, at);
        department.Enter(call);
        Touched.Add(department);
        Deadlines.Set(call.Deadline, call.Due);
    }

    private void On(WaitAnnounced e)
    {
        var call = Calls[e.Call];
        call.On(e);
        Deadlines.Set(call.Deadline, call.Due);
    }

    private void On(StepEnded e, long at)
    {
        var call = Calls[e.Call];
        if (e.End == StepEnd.Message) Messages.Left(call, call.Step!);
        OnStep(e.Call, one => one.On(e, at));
    }

    /// <summary>Every event of a step sets when it goes on by itself.</summary>
    private void OnStep(CallId id, Action<Call> apply)
    {
        var call = Calls[id];
        apply(call);
        Deadlines.Set(call.Deadline, call.Due);
    }

    private void On(LegStarted e, long at)
    {
        var call = Calls[e.Leg.Call];
        call.On(e, at);
        Trunks.Use(e.Trunk, 1);
        if (e.Kind == LegKind.Supervisor) Supervise(e.Employee, call.Id);
        else Outgoing.Dialled(call, e, at);
        call.Queue?.Reopen(call);
        Deadlines.Set(call.Deadline, call.Due);
    }

    private void On(LegAnswered e, long at)
    {
        var call = Calls[e.Leg.Call];
        call.On(e, at);
        Deadlines.Set(call.Deadline, call.Due);
    }

    private void On(CallerAnswered e, long at)
    {
        var call = Calls[e.Call];
        call.On(e, at);
        if (call.Arrived.ExpiresAt is not null) Deadlines.Set(call.Deadline, call.Due);
    }

    private void On(ConversationBegan e, long at)
    {
        var call = Calls[e.Call];
        call.On(e, at);
        if (e.Employee is not { } employee) return;
        if (Find(employee) is { } found) (found.RonaInRow, found.Line) = (0, null);
        if (Find(employee) is { Supervises: { } heard } && heard == e.Call) Supervise(employee, null);
        if (!call.IsInternal) Clients.Talked(call.Arrived.ClientNumber, employee, at, Document.Limits.MaxClients);
    }

    private void On(ConversationEnded e, long at)
    {
        var call = Calls[e.Call];
        call.On(e, at);
        ChangeLinesOf(call);
    }

    private void On(LegHeld e, long at)
    {
        var call = Calls[e.Leg.Call];
        call.On(e, at);
        ChangeLinesOf(call);
    }

    /// <summary>He listens to a call, or no longer: nobody rings him meanwhile.</summary>
    private void Supervise(EmployeeId? id, CallId? call)
    {
        if (Find(id) is not { } employee) return;
        employee.Supervises = call;
        employee.Line = null;
        Headcount.Refresh(employee, Touched);
    }

    private void On(LegEnded e, long at)
    {
        var call = Calls[e.Leg.Call];
        if (call.FindSupervision(e.Leg.Number) is { } supervision) Supervise(supervision.Leg.Employee, null);
        bool isFirstRefusal = e.End == LegEnd.OfferRefused && !call.HasRefusals;
        call.On(e, at);
        if (isFirstRefusal && call.Queue is not null) call.Queue.Refused++;
        if (Trunks.Use(call.FindLeg(e.Leg.Number)?.Trunk, -1)) Touched.AddAll(DepartmentsInOrder);
        if (call is { RingingLegs: 0, Queue: { } queue })
        {
            queue.Reopen(call);
            Touched.Add(queue);
        }
        Deadlines.Set(call.Deadline, call.Due);
    }

    private void On(QueueLeft e, long at)
    {
        var call = Calls[e.Call];
        call.Queue!.Leave(call);
        call.On(e, at);
        Deadlines.Set(call.Deadline, call.Due);
    }

    private void On(CallEnded e)
    {
        Calls.Remove(e.Record.Call, out var call);
        CallsInOrder.Remove(call!);
        EndedCalls++;
        Outgoing.Ended(call!);
        ChangeLinesOf(call!);
        Deadlines.Remove(call!.Deadline);
        if (Trunks.Use(call.Arrived.Line.Trunk, -1)) Touched.AddAll(DepartmentsInOrder);
        Find(call.Arrived.CallerEmployee)?.Dialled.Remove(call.Id);
    }

    private void On(EmployeeStateChanged e, long at)
    {
        var employee = Employees[e.Employee];
        employee.On(e, at);
        Headcount.Refresh(employee, Touched);
        Deadlines.Set(employee.Deadline, employee.Due(at));
    }

    private void On(RingMissed e, long at)
    {
        var employee = Employees[e.Employee];
        employee.On(e, at);
        Headcount.Refresh(employee, Touched);
        Deadlines.Set(employee.Deadline, employee.Due(at));
    }

    private void On(BindingsChanged e)
    {
        foreach (var employee in Phones.Set(e.Account, e.Bindings))
        {
            Headcount.Refresh(employee, Touched);
            // A call whose offer his other phones refused hangs on this one, though he counts as before.
            foreach (var department in employee.Departments)
            {
                if (department.Refused > 0) Touched.Add(department);
            }
        }
    }

    /// <summary>The board shows of employees what their calls say: whom they talk with, how long they talked.</summary>
    private void ChangeLinesOf(Call call)
    {
        if (Find(call.Arrived.CallerEmployee) is { } caller) caller.Line = null;
        foreach (var leg in call.Legs)
        {
            if (Find(leg.Employee) is { } employee) employee.Line = null;
        }
    }

    private Employee? Find(EmployeeId? id) => id is { } known ? Employees.GetValueOrDefault(known) : null;
}
