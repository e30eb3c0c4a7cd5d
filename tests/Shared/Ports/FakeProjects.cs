using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Ports;
using CallCenter.Abstractions.Routing;
using CallCenter.Abstractions.Trunks;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>One project: it keeps what it is told, refuses what does not exist, and gives every change of the board to its
/// followers.</summary>
public sealed class FakeProjects : IProjects
{
    private readonly Lock _lock = new();
    private readonly List<Channel<BoardSnapshot>> _followers = [];
    private readonly Dictionary<string, ClientSnapshot> _clients = [];
    private readonly List<ProjectCommand> _sent = [];
    private readonly List<AuditEntry> _noted = [];
    private (int Version, ProjectConfiguration Document) _configuration = (1, SampleProject.Configuration);
    private BoardSnapshot _board = SampleProject.Board(SampleProject.Configuration);

    /// <summary>Other projects, which show the same.</summary>
    public ConcurrentQueue<ProjectId> Others { get; } = new();

    /// <summary>The phones that are registered.</summary>
    public IReadOnlyList<RegisteredAccount> Phones { get; set; } = [];

    /// <summary>Every command, in order.</summary>
    public IReadOnlyList<ProjectCommand> Sent
    {
        get
        {
            lock (_lock) return [.. _sent];
        }
    }

    /// <summary>Every entry of the audit log, in order; commands are in <see cref="Sent"/> without theirs.</summary>
    public IReadOnlyList<AuditEntry> Noted
    {
        get
        {
            lock (_lock) return [.. _noted];
        }
    }

    /// <summary>As if the journal could not be written: entries of the audit log are taken and not answered.</summary>
    public bool JournalAway { get; set; }

    public BoardSnapshot Current
    {
        get
        {
            lock (_lock) return _board;
        }
    }

    public int Followers
    {
        get
        {
            lock (_lock) return _followers.Count;
        }
    }

    /// <summary>Where set, changes carry its time instead of the sample's: for measuring delays.</summary>
    public TimeProvider? Time { get; set; }

    /// <summary>Changes the board as one event would; followers get it.</summary>
    public BoardSnapshot Change(Func<BoardSnapshot, BoardSnapshot> change)
    {
        lock (_lock)
        {
            var now = Time?.GetUtcNow().ToUnixTimeMilliseconds();
            _board = change(_board) with
            {
                Sequence = _board.Sequence + 1,
                TakenAt = now ?? (_board.TakenAt + 100),
                OldestChangeAt = now ?? (_board.TakenAt + 90),
            };
            foreach (var follower in _followers) Give(follower, _board);
            return _board;
        }
    }

    public ValueTask<CommandReply> Send(ProjectId project, ProjectCommand command, CancellationToken cancellation = default)
    {
        CheckProject(project);
        lock (_lock)
        {
            if (command is NoteAudit note)
            {
                _noted.Add(note.Entry);
                return JournalAway ? new(new TaskCompletionSource<CommandReply>().Task) : new(Accepted.Instance);
            }
            var wanted = command is AuditedCommand audited ? audited.Command : command;
            _sent.Add(wanted);
            var reply = Handle(wanted);
            if (reply is not Refused && command is AuditedCommand { Entry: var entry })
                _noted.Add(reply is ConfigurationAccepted accepted ? entry with { Target = $"{accepted.Version}" } : entry);
            return ValueTask.FromResult(reply);
        }
    }

    /// <summary>How the trunks are.</summary>
    public IReadOnlyList<TrunkState> TrunkStates { get; set; } = [];

    public ValueTask<IReadOnlyList<TrunkState>> Trunks(ProjectId project, CancellationToken cancellation = default)
    {
        CheckProject(project);
        return ValueTask.FromResult(TrunkStates);
    }

    public ValueTask<Decision?> WouldRing(ProjectId project, DepartmentId department, CancellationToken cancellation = default)
    {
        CheckProject(project);
        return ValueTask.FromResult(_configuration.Document.Departments.Any(one => one.Id == department.Value)
            ? SampleCalls.Cards[0].Decisions[1].Decision : null);
    }

    public ValueTask<PhoneTrial> RingPhone(ProjectId project, string account, CancellationToken cancellation = default)
    {
        CheckProject(project);
        return ValueTask.FromResult(Phones.Any(one => one.Account == account)
            ? new PhoneTrial(180, "Ringing") : new PhoneTrial(PhoneTrial.NotRegistered, "Not registered"));
    }

    public ValueTask<IReadOnlyList<RegisteredAccount>> Registered(ProjectId project, CancellationToken cancellation = default)
    {
        CheckProject(project);
        return ValueTask.FromResult(Phones);
    }

    public ValueTask<BoardSnapshot> Board(ProjectId project, CancellationToken cancellation = default)
    {
        CheckProject(project);
        return ValueTask.FromResult(Current);
    }

    public async IAsyncEnumerable<BoardSnapshot> FollowBoard(
        ProjectId project, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        CheckProject(project);
        var follower = Channel.CreateUnbounded<BoardSnapshot>();
        lock (_lock)
        {
            follower.Writer.TryWrite(_board);
            _followers.Add(follower);
        }
        try
        {
            await foreach (var board in follower.Reader.ReadAllAsync(cancellation)) yield return board;
        }
        finally
        {
            lock (_lock) _followers.Remove(follower);
        }
    }

    public ValueTask<EmployeeDesk?> Desk(ProjectId project, EmployeeId employee, CancellationToken cancellation = default)
    {
        CheckProject(project);
        var board = Current;
        var line = board.Employees.FirstOrDefault(one => one.Id == employee);
        return ValueTask.FromResult(line is null
            ? null
            : new EmployeeDesk(
                line, [], board.Calls.FirstOrDefault(call => call.With.Contains(employee)),
                [.. board.Departments.Where(department => line.Departments.Contains(department.Id))],
                _configuration.Document.NotReadyReasons, [.. Messages.Where(message => IsFor(line, message))]));
    }

    /// <summary>The messages that wait, oldest first.</summary>
    public IReadOnlyList<WaitingMessage> Messages { get; private set; } = [SampleProject.Message];

    /// <summary>Somebody left one: desks get it.</summary>
    public void Leave(WaitingMessage message)
    {
        Messages = [.. Messages, message];
        Change(WithMessages);
    }

    private static bool IsFor(EmployeeLine line, WaitingMessage message) => message.Employee == line.Id || message.Responsible == line.Id
        || (message.Department is { } department && line.Departments.Contains(department));

    private BoardSnapshot WithMessages(BoardSnapshot board) =>
        board with { MessagesWaiting = Messages.Count, NewestMessage = Messages is [.., var newest] ? newest.Call : null };

    public ValueTask<(int Version, ProjectConfiguration Document)> Configuration(
        ProjectId project, CancellationToken cancellation = default)
    {
        CheckProject(project);
        lock (_lock) return ValueTask.FromResult(_configuration);
    }

    /// <summary>Reads numbers of Ukraine; the engine knows more countries.</summary>
    public ValueTask<string?> ReadNumber(ProjectId project, string typed, CancellationToken cancellation = default)
    {
        CheckProject(project);
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return ValueTask.FromResult(digits switch
        {
            _ when typed.StartsWith('+') => "+" + digits,
            ['0', '0', ..] => "+" + digits[2..],
            ['0', ..] when digits.Length == 10 => "+38" + digits,
            _ => null,
        });
    }

    public ValueTask<ClientSnapshot?> Client(ProjectId project, string number, CancellationToken cancellation = default)
    {
        CheckProject(project);
        lock (_lock) return ValueTask.FromResult(_clients.GetValueOrDefault(number));
    }

    private CommandReply Handle(ProjectCommand command) => command switch
    {
        SetAvailability { Availability: Availability.NotReady, Reason: null } =>
            new Refused(Refusal.NotReadyReasonNeeded, "Not ready needs a reason: break, lunch, meeting, training."),
        SetAvailability set => ChangeState(set.Employee, state => state with { Availability = set.Availability, Reason = set.Reason }),
        FinishWrapUp finish when Line(finish.Employee) is { State.Activity: not Activity.WrapUp } =>
            new Refused(Refusal.NotInWrapUp, "The employee is not in wrap-up."),
        FinishWrapUp finish => ChangeState(finish.Employee, state => state with { Activity = Activity.Idle, Until = null, Call = null }),
        FinishMessage finish when Messages.All(message => message.Call != finish.Call) =>
            new Refused(Refusal.TooLate, $"No message of call {finish.Call} waits (any more)."),
        FinishMessage finish => Finish(finish),
        EndCall end when _board.Calls.All(call => call.Id != end.Call) =>
            new Refused(Refusal.NoSuchCall, $"There is no live call {end.Call}."),
        EndCall end => ChangeBoard(board => board with { Calls = [.. board.Calls.Where(call => call.Id != end.Call)] }),
        SuperviseCall or EndSupervision or TakeOverCall or AskForHelp => FakeSupervision.Handle(_board, command) is { } board
            ? ChangeBoard(_ => board)
            : FakeSupervision.WhyNot(_board, command),
        LinkClient { Number: [not '+', ..] } => new Refused(Refusal.InvalidNumber,
            "Write the number with + and the country, e.g. +380671234567."),
        LinkClient link => Link(link),
        PublishConfiguration { BasedOn: { } basedOn } when basedOn != _configuration.Version =>
            new Refused(Refusal.StaleVersion, $"Version {_configuration.Version} was published meanwhile."),
        PublishConfiguration publish => Publish(publish),
        _ => Accepted.Instance,
    };

    private EmployeeLine? Line(EmployeeId id) => _board.Employees.FirstOrDefault(line => line.Id == id);

    private CommandReply ChangeState(EmployeeId id, Func<EmployeeState, EmployeeState> change) => Line(id) is null
        ? new Refused(Refusal.NoSuchEmployee, $"There is no employee {id}.")
        : ChangeBoard(board => board with
        {
            Employees = [.. board.Employees.Select(line => line.Id == id ? line with { State = change(line.State) } : line)],
        });

    private Accepted ChangeBoard(Func<BoardSnapshot, BoardSnapshot> change)
    {
        Change(change);
        return Accepted.Instance;
    }

    private Accepted Finish(FinishMessage finish)
    {
        Messages = [.. Messages.Where(message => message.Call != finish.Call)];
        return ChangeBoard(WithMessages);
    }

    private Accepted Link(LinkClient link)
    {
        _clients[link.Number] = new ClientSnapshot(link.Number, link.Name, link.Responsible, null, null);
        return Accepted.Instance;
    }

    /// <summary>Another configuration is in force; the board stays as it is.</summary>
    public void Put(ProjectConfiguration document)
    {
        lock (_lock) _configuration = (_configuration.Version + 1, document);
    }

    private ConfigurationAccepted Publish(PublishConfiguration publish)
    {
        _configuration = (_configuration.Version + 1, publish.Document);
        return new ConfigurationAccepted(_configuration.Version);
    }

    // Conflated as the port says: who has not read the last one yet gets this one instead, with the older change time.
    private static void Give(Channel<BoardSnapshot> follower, BoardSnapshot board) =>
        follower.Writer.TryWrite(follower.Reader.TryRead(out var unread) ? board with { OldestChangeAt = unread.OldestChangeAt } : board);

    private void CheckProject(ProjectId project)
    {
        if (project != FakeSilo.Project && !Others.Contains(project)) throw new KeyNotFoundException($"No project {project}.");
    }
}
