using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Statistics;

/// <summary>Counts the visits to the departments' queues and what became of them.</summary>
internal sealed class DepartmentFold(FigureBook<DepartmentFigures> book)
{
    private readonly Dictionary<DepartmentId, Line> _lines = [];

    public FigureBook<DepartmentFigures> Book => book;

    public void Configure(ProjectConfiguration document)
    {
        foreach (var department in document.Departments)
        {
            var line = LineOf(new DepartmentId(department.Id));
            line.WithinMs = department.ServiceLevel.WithinSeconds * 1000L;
            line.ShortMs = department.ServiceLevel.ShortAbandonSeconds * 1000L;
        }
    }

    public void Entered(CallId call, DepartmentId department, long at)
    {
        LineOf(department).Waiting[call] = at;
        foreach (var figures in book.At(department.Value, at, at)) figures.Offered++;
    }

    public void Left(QueueLeft left, long at)
    {
        var line = LineOf(left.Department);
        line.Waiting.Remove(left.Call);
        var waitMs = at - left.EnteredAt;
        foreach (var figures in book.At(left.Department.Value, left.EnteredAt, at))
            figures.CountExit(left.Exit, waitMs, line.WithinMs, line.ShortMs);
    }

    public void Missed(DepartmentId department, CallRecord record, long at)
    {
        foreach (var figures in book.At(department.Value, record.ArrivedAt, at)) figures.Missed++;
    }

    public void Handled(DepartmentId department, long enteredAt, long at)
    {
        foreach (var figures in book.At(department.Value, enteredAt, at)) figures.Handled++;
    }

    public void HandleTime(DepartmentId department, long enteredAt, long at, HandlePart part, long ms)
    {
        foreach (var figures in book.At(department.Value, enteredAt, at))
        {
            switch (part)
            {
                case HandlePart.Talk: figures.TalkMs += ms; break;
                case HandlePart.Hold: figures.HoldMs += ms; break;
                default: figures.WrapUpMs += ms; break;
            }
        }
    }

    public DepartmentDay Today(DepartmentId department, LocalDay day, DepartmentFigures figures, long now)
    {
        var (waiting, within, longest) = (0, 0, (long?)null);
        if (_lines.TryGetValue(department, out var line))
        {
            foreach (var enteredAt in line.Waiting.Values)
            {
                waiting++;
                if (day.Contains(enteredAt) && now - enteredAt <= line.WithinMs) within++;
                if (longest is null || enteredAt < longest) longest = enteredAt;
            }
        }

        return new DepartmentDay(figures, waiting, within, longest);
    }

    public IReadOnlyList<DepartmentLineState> State() =>
    [
        .. _lines.OrderBy(pair => pair.Key.Value, StringComparer.Ordinal).Select(pair => new DepartmentLineState(
            pair.Key.Value, pair.Value.WithinMs, pair.Value.ShortMs,
            [.. pair.Value.Waiting.OrderBy(call => call.Key.Value).Select(call => new WaitingState(call.Key.Value, call.Value))])),
    ];

    public void Restore(IReadOnlyList<DepartmentLineState> lines)
    {
        foreach (var state in lines)
        {
            var line = LineOf(new DepartmentId(state.Department));
            (line.WithinMs, line.ShortMs) = (state.WithinMs, state.ShortMs);
            foreach (var waiting in state.Waiting) line.Waiting[new CallId(waiting.Call)] = waiting.EnteredAt;
        }
    }

    private Line LineOf(DepartmentId department) =>
        _lines.TryGetValue(department, out var line) ? line : _lines[department] = new Line();

    private sealed class Line
    {
        private static readonly ServiceLevelConfiguration Defaults = new();

        public long WithinMs { get; set; } = Defaults.WithinSeconds * 1000L;
        public long ShortMs { get; set; } = Defaults.ShortAbandonSeconds * 1000L;
        public Dictionary<CallId, long> Waiting { get; } = [];
    }
}

/// <summary>The parts of a handled call.</summary>
internal enum HandlePart { Talk, Hold, WrapUp }
