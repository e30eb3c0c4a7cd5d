using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;
using CallCenter.Engine.Audit;
using CallCenter.Engine.Board;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Clients;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Numbering;
using CallCenter.Engine.Publishing;
using CallCenter.Engine.Snapshots;
using CallCenter.Engine.Statistics;
using CallCenter.Engine.Trials;

namespace CallCenter.Engine;

/// <summary>
/// One call center. Commands come in one at a time; events (what happened) and effects (orders to the outside) go out. Not safe for
/// several threads: its mailbox is its lock.
/// </summary>
public sealed class Project
{
    private readonly ProjectState _state = new();
    private readonly TurnScope _scope;
    private readonly BoardWriter _board;

    public Project(ProjectId id)
    {
        Id = id;
        _scope = new TurnScope(_state);
        _board = new BoardWriter(id, _state);
    }

    public ProjectId Id { get; }

    /// <summary>Number of the last event.</summary>
    public long Sequence => _state.Sequence;

    /// <summary>When something ends by itself next (Unix milliseconds UTC): <see cref="PassTime"/> is to be sent then.</summary>
    public long? NextDue => _state.Deadlines.Earliest?.Due;

    public int LiveCalls => _state.Calls.Count;

    public long EndedCalls => _state.EndedCalls;

    /// <summary>The published document; version 0 is an empty one.</summary>
    public (int Version, ProjectConfiguration Document) Configuration => (_state.Version, _state.Document);

    /// <summary>Whether what a phone dialled is an emergency number of the published document.</summary>
    public bool IsEmergency(string dialled) => _state.Directory.Emergency(Subscriber.Digits(dialled)) is not null;

    /// <summary>Handles a command. Its events are applied already when this returns; a refused command leaves no event.</summary>
    public CommandReply Handle(ProjectCommand command, TurnInput input, Turn turn)
    {
        _scope.Begin(turn, input);
        var reply = Dispatch(command);
        Settling.Run(_scope);
        return reply;
    }

    /// <summary>Replays one event that <see cref="Handle"/> gave out before; to be fed in order, each with its turn's time.</summary>
    public void Apply(ProjectEvent e, long at)
    {
        _state.Apply(e, at);
        _state.Touched.Clear();
    }

    /// <summary>The board now; what did not change since the one before is the same object.</summary>
    /// <param name="oldestChangeAt">Passed through to the snapshot.</param>
    public BoardSnapshot Board(long nowMs, long oldestChangeAt) => _board.Write(nowMs, oldestChangeAt);

    /// <summary>What one employee sees of himself; null when there is no such employee.</summary>
    public EmployeeDesk? Desk(EmployeeId id, long nowMs) => DeskWriter.Write(_state, id, nowMs);

    /// <summary>
    /// Whom a call would ring that entered a department now, and why; null when there is no such department. Nothing changes by asking.
    /// </summary>
    public Decision? WouldRing(DepartmentId id, TurnInput input)
    {
        if (!_state.Departments.TryGetValue(id, out var department)) return null;
        _scope.Begin(new Turn(), input);
        return RingTrial.Of(department, _scope);
    }

    /// <summary>What is known of a client; null when nothing is. The number may have any form.</summary>
    public ClientSnapshot? Client(string number) => ClientRules.Find(_state, number);

    /// <summary>Every registered account with its bindings, for the registrar after a restart.</summary>
    public IEnumerable<(string Account, IReadOnlyList<PhoneBinding> Bindings)> Phones =>
        _state.Phones.Registered.Select(phone => (phone.Account, phone.Bindings));

    /// <summary>How many calls a trunk carries, in both directions.</summary>
    public int CallsOn(string trunk) => _state.Trunks.CallsOn(trunk);

    /// <summary>What the SIP side of the live calls has to be rebuilt from, oldest call first.</summary>
    public IReadOnlyList<CircuitFacts> Circuits => [.. _state.Calls.Values.OrderBy(call => call.Id.Value).Select(CircuitFacts.Of)];

    /// <summary>Calls of some kind are to go through us: it is worth looking whether they can.</summary>
    public bool AnchorsCalls => _state.Directory.AnchorsCalls;

    /// <summary>Where the audio of a live call goes.</summary>
    public MediaMode MediaOf(CallId call) => _state.Calls.TryGetValue(call, out var live) ? live.Arrived.Media : MediaMode.Direct;

    /// <summary>The same of one call; null when it is not live.</summary>
    public CircuitFacts? Circuit(CallId call) => _state.Calls.TryGetValue(call, out var live) ? CircuitFacts.Of(live) : null;

    /// <summary>
    /// The legs that have rung long enough by then, in order, before anything follows from it: whoever knows what their phones said may
    /// report it first, or they count as not answered.
    /// </summary>
    public IReadOnlyList<LegId> RungLongEnough(long now) => Answers.RungLongEnough(_state, now);

    /// <summary>The whole state as it is now, to be written by anybody.</summary>
    public ProjectImage Image() => new(_state);

    /// <summary>A project that goes on where the snapshot was taken. Throws <see cref="JsonException"/> for bytes that are none.</summary>
    public static Project Restore(ProjectId id, ReadOnlyMemory<byte> snapshot)
    {
        var project = new Project(id);
        SnapshotReader.ReadInto(project._state, snapshot);
        return project;
    }

    private CommandReply Dispatch(ProjectCommand command) => command switch
    {
        ReceiveCall receive => Arrivals.Handle(_scope, receive),
        NoteRefusedCall refused => Arrivals.Handle(_scope, refused),
        ReportMedia media => Descriptions.Handle(_scope, media),
        ReportRinging ringing => Answers.Handle(_scope, ringing),
        ReportAnswered answered => Answers.Handle(_scope, answered),
        ReportFailed failed => Answers.Handle(_scope, failed),
        ReportHangUp hangUp => Endings.Handle(_scope, hangUp),
        ReportBroken broken => Endings.Handle(_scope, broken),
        ReportHold hold => Holds.Handle(_scope, hold),
        ReportKey => Accepted.Instance,
        PauseRecording pause => Recordings.Handle(_scope, pause),
        NoteRecording note => LateFacts.Handle(_scope, note),
        NoteLegQuality note => LateFacts.Handle(_scope, note),
        NoteRecordingDeleted note => LateFacts.Handle(_scope, note),
        EndCall end => Endings.Handle(_scope, end),
        CloseInterruptedCalls close => Endings.Handle(_scope, close),
        SetAvailability set => AvailabilityRules.Handle(_scope, set),
        FinishWrapUp finish => AvailabilityRules.Handle(_scope, finish),
        ReportBindings bindings => PhoneRules.Handle(_scope, bindings),
        LinkClient link => ClientRules.Handle(_scope, link),
        PublishConfiguration publish => Publication.Handle(_scope, publish),
        NoteAudit note => AuditRules.Handle(_scope, note),
        AuditedCommand audited => HandleAndNote(audited),
        PassTime => ServeDeadlines(),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command.GetType().Name, "A command that nothing handles."),
    };

    private CommandReply HandleAndNote(AuditedCommand audited)
    {
        long before = _state.Sequence;
        var reply = Dispatch(audited.Command);
        if (_state.Sequence > before) AuditRules.Note(_scope, audited.Entry, reply);
        return reply;
    }

    /// <summary>Serves every deadline that has come, earliest first.</summary>
    private Accepted ServeDeadlines()
    {
        while (_state.Deadlines.Earliest is { } deadline && deadline.Due <= _scope.Now)
        {
            switch (deadline.Owner)
            {
                case Call call: Answers.OnDeadline(_scope, call); break;
                case Employee employee: AvailabilityRules.OnDeadline(_scope, employee); break;
                case Phone phone: PhoneRules.OnDeadline(_scope, phone); break;
                case Midnight: Midnight.OnDeadline(_scope); break;
            }
        }
        return Accepted.Instance;
    }
}
