using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using NodaTime;

namespace CallCenter.Engine.Statistics;

/// <summary>
/// The one fold from events to numbers, behind the board and the reports alike (<c>kpi.md</c>). Runs in every turn: a fact costs a few
/// dictionary look-ups and allocates only for new calls, tiles and keys. Not thread-safe; belongs to the project's mailbox.
/// </summary>
public sealed class ProjectStatistics
{
    /// <summary>
    /// The longest local day (25 hours): what today's sums can be made of. Reports over longer periods fold with a larger number.
    /// </summary>
    public const int OneDayOfIntervals = 100;

    private readonly FoldedCalls _calls = new();
    private readonly ProjectFold _project;
    private readonly DepartmentFold _departments;
    private readonly EmployeeFold _employees;
    private DateTimeZone _zone = DateTimeZone.Utc;
    private LocalDay _day;
    private long _lastAt;

    /// <param name="intervalsKept">How many 15-minute intervals are kept in memory; older ones fall out, the newest stay.</param>
    public ProjectStatistics(int intervalsKept = OneDayOfIntervals)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(intervalsKept, OneDayOfIntervals);
        _project = new ProjectFold(new FigureBook<ProjectFigures>(intervalsKept));
        _departments = new DepartmentFold(new FigureBook<DepartmentFigures>(intervalsKept));
        _employees = new EmployeeFold(new FigureBook<EmployeeFigures>(intervalsKept), _departments, _calls, intervalsKept);
    }

    /// <summary>The day that today's figures are of: the one of the last event.</summary>
    internal LocalDay Day => _day;

    /// <summary>Counts an event.</summary>
    /// <param name="at">The time of its turn, Unix milliseconds UTC.</param>
    public void Apply(ProjectEvent happened, long at)
    {
        _lastAt = at;
        if (at >= _day.End) BeginDay(at);
        switch (happened)
        {
            case CallArrived arrived: Arrived(arrived, at); break;
            case CallQueued queued: Queued(queued, at); break;
            case QueueLeft left: Left(left, at); break;
            case ConversationBegan began: Talks(began, at); break;
            case CallTaken older: Talks(older.Conversation(), at); break;
            case LegHeld held: Held(held, at); break;
            case CallEnded ended: Ended(ended.Record, at); break;
            case EmployeeStateChanged change: _employees.StateChanged(change, at); break;
            case RingMissed missed: _employees.Missed(missed, at); break;
            case ConfigurationPublished published: Configure(published.Document, at); break;
        }
    }

    /// <summary>A department's today, as of now.</summary>
    public DepartmentDay DepartmentToday(DepartmentId department, long now)
    {
        var day = DayOf(now);
        return _departments.Today(department, day, day == _day ? _departments.Book.Today(department.Value) : new DepartmentFigures(), now);
    }

    /// <summary>An employee's today, his running tile included.</summary>
    public EmployeeFigures EmployeeToday(EmployeeId employee, long now)
    {
        var day = DayOf(now);
        var figures = day == _day ? _employees.Book.Today(employee.Value) : new EmployeeFigures();
        _employees.AddRunning(employee, figures, day, now);
        return figures;
    }

    /// <summary>
    /// An employee's today up to the last event, without his running tile; null where there is nothing. For the strategies, which ask for
    /// every member in every choice, and for the board: nothing is copied, so it is to be read at once and not kept.
    /// </summary>
    internal EmployeeFigures? Peek(EmployeeId employee) => _employees.Book.Peek(employee.Value);

    /// <summary>The project's today.</summary>
    public ProjectFigures Today(long now) => DayOf(now) == _day ? _project.Book.Today("") : new ProjectFigures();

    /// <summary>
    /// The intervals that begin in the period, those that are kept and have something to count. Running tiles are not in them yet.
    /// </summary>
    /// <param name="from">Unix milliseconds UTC, inclusive.</param>
    /// <param name="to">Exclusive.</param>
    public IReadOnlyList<IntervalFigures> Intervals(long from, long to, IntervalMode mode = IntervalMode.ByEntry) =>
    [
        .. Numbers().Where(number => Interval.Start(number) >= from && Interval.Start(number) < to).Select(number => new IntervalFigures(
            Interval.Start(number),
            _project.Book.Read(number, mode).Select(pair => pair.Value).FirstOrDefault() ?? new ProjectFigures(),
            [.. _departments.Book.Read(number, mode).Select(pair => KeyValuePair.Create(new DepartmentId(pair.Key), pair.Value))],
            [.. _employees.Book.Read(number, mode).Select(pair => KeyValuePair.Create(new EmployeeId(pair.Key), pair.Value))])),
    ];

    /// <summary>The whole state, in canonical order.</summary>
    public StatisticsState State() => new(
        _zone.Id, _lastAt,
        [
            .. _calls.Ordered().Select(pair => new FoldedCallState(
                pair.Key.Value, pair.Value.Direction, pair.Value.ArrivedAt, pair.Value.Caller, pair.Value.EnteredAt, pair.Value.Taker,
                pair.Value.Taken, pair.Value.CallerHolds, pair.Value.OtherSideHolds, pair.Value.EarlierTakers?.ToArray())),
        ],
        _departments.State(), _employees.State(),
        [.. Numbers().SelectMany(number => new[] { IntervalMode.ByEntry, IntervalMode.ByEvent }, IntervalOf)]);

    /// <summary>The state as JSON, equal for equal folds byte for byte.</summary>
    public void Write(Utf8JsonWriter writer) => JsonSerializer.Serialize(writer, State(), StatisticsJsonContext.Default.StatisticsState);

    /// <summary>A fold that goes on where the state was taken.</summary>
    public static ProjectStatistics From(StatisticsState state, int intervalsKept = OneDayOfIntervals)
    {
        var statistics = new ProjectStatistics(intervalsKept) { _zone = TimeZones.Of(state.TimeZone) };
        foreach (var call in state.Calls)
        {
            statistics._calls.Add(new CallId(call.Call), new FoldedCall(call.Direction, call.ArrivedAt, call.Caller)
            {
                EnteredAt = call.EnteredAt,
                Taker = call.Taker,
                Taken = call.Taken,
                CallerHolds = call.CallerHolds,
                OtherSideHolds = call.OtherSideHolds,
                EarlierTakers = call.EarlierTakers?.ToList(),
            });
        }

        statistics._departments.Restore(state.Lines);
        statistics._employees.Restore(state.Tiles);
        foreach (var interval in state.Intervals) statistics.Restore(interval);
        if (state.LastAt > 0) statistics.BeginDay(state.LastAt);
        statistics._lastAt = state.LastAt;
        return statistics;
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ProjectStatistics Read(ref Utf8JsonReader reader, int intervalsKept = OneDayOfIntervals) =>
        From(JsonSerializer.Deserialize(ref reader, StatisticsJsonContext.Default.StatisticsState)
            ?? throw new JsonException("The state of the statistics is null."), intervalsKept);

    private void Arrived(CallArrived arrived, long at)
    {
        _calls.Add(arrived.Call, new FoldedCall(arrived.Direction, at, arrived.CallerEmployee));
        _project.Arrived(arrived.Direction, at);
        if (arrived is { Direction: CallDirection.Outgoing, CallerEmployee: { } employee }) _employees.Called(employee, at);
    }

    private void Queued(CallQueued queued, long at)
    {
        if (_calls.Find(queued.Call) is not { IsClient: true } call) return;
        call.EnteredAt = at;
        _departments.Entered(queued.Call, queued.Department, at);
    }

    private void Left(QueueLeft left, long at)
    {
        if (_calls.Find(left.Call) is { IsClient: true }) _departments.Left(left, at);
    }

    private void Talks(ConversationBegan began, long at)
    {
        if (_calls.Find(began.Call) is not { } call) return;
        if (!call.Taken) _project.FirstTaken(call, at);
        bool isFirstOfHis = call.TakenBy(began.Employee);
        if (call.IsClient && began.Employee is { } employee) _employees.Talked(employee, call, isFirstOfHis, at);
    }

    private void Held(LegHeld held, long at)
    {
        if (_calls.Find(held.Leg.Call) is not { } call) return;
        var before = call.OnHold;
        if (held.Leg.IsCaller) call.CallerHolds = held.Held;
        else call.OtherSideHolds = held.Held;
        if (call.OnHold != before) _employees.HoldChanged(held.Leg.Call, call, at);
    }

    private void Ended(CallRecord record, long at)
    {
        _calls.Remove(record.Call);
        if (record.Direction == CallDirection.Outgoing && record.Employee is { } caller) _employees.OutgoingEnded(caller, record, at);
        if (record.Direction != CallDirection.Incoming) return;
        _employees.AnswerSpeeds(record);
        if (record.AnsweredAt is not null) return;
        _project.Missed(record, at);
        if (record.FirstDepartment is { } department) _departments.Missed(department, record, at);
        if (record.Responsible is { } responsible) _employees.MissedAsResponsible(responsible, record, at);
    }

    private void Configure(ProjectConfiguration document, long at)
    {
        _departments.Configure(document);
        var zone = TimeZones.Of(document.TimeZone);
        if (zone.Id == _zone.Id) return;
        _zone = zone;
        BeginDay(at);
    }

    private void BeginDay(long at)
    {
        _day = LocalDay.Containing(at, _zone);
        _project.Book.BeginDay(_day);
        _departments.Book.BeginDay(_day);
        _employees.Book.BeginDay(_day);
    }

    private LocalDay DayOf(long now) => _day.Contains(now) ? _day : LocalDay.Containing(now, _zone);

    private IEnumerable<long> Numbers() =>
        _project.Book.Numbers().Union(_departments.Book.Numbers()).Union(_employees.Book.Numbers()).Order();

    private IntervalState IntervalOf(long number, IntervalMode mode) => new(
        number, mode,
        [.. _project.Book.Read(number, mode)], [.. _departments.Book.Read(number, mode)], [.. _employees.Book.Read(number, mode)]);

    private void Restore(IntervalState interval)
    {
        foreach (var (key, figures) in interval.Project) _project.Book.Restore(interval.Number, interval.Mode, key, figures);
        foreach (var (key, figures) in interval.Departments) _departments.Book.Restore(interval.Number, interval.Mode, key, figures);
        foreach (var (key, figures) in interval.Employees) _employees.Book.Restore(interval.Number, interval.Mode, key, figures);
    }
}
