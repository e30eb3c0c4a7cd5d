using CallCenter.Abstractions;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine;

/// <summary>
/// What the rules work with during one turn: the state to read, the time, and the two ways out: events, which apply at once, and effects.
/// </summary>
internal sealed class TurnScope(ProjectState state)
{
    private Turn _turn = new();
    private ulong _chance;

    public ProjectState State => state;
    public long Now { get; private set; }
    /// <summary>Buffers of the choice of employees, reused from turn to turn.</summary>
    public Choice Choice { get; } = new();

    /// <summary>The calls that entered a queue in this turn: those that nobody is rung for get an explanation at its end.</summary>
    public List<Call> Queued { get; } = [];

    /// <summary>The calls that nobody took who was rung, and that wait on.</summary>
    public List<Call> Returned { get; } = [];

    public void Begin(Turn turn, TurnInput input)
    {
        _turn = turn;
        // A clock that was set back must not make a tile end before it began.
        Now = Math.Max(input.NowMs, state.LastAt);
        _chance = input.Chance;
    }

    public void Emit(ProjectEvent e)
    {
        state.Apply(e, Now);
        _turn.Events.Add(e);
    }

    public void Order(ProjectEffect effect) => _turn.Effects.Add(effect);

    /// <summary>Other bits for each decision of the turn.</summary>
    public ulong Draw() => _chance = (_chance * 6364136223846793005) + 1442695040888963407;

    public long After(int seconds) => Now + (Math.Max(1, seconds) * 1000L);

    /// <summary>Scratch of a rule that ends legs: the employees to be freed once all of them have ended.</summary>
    public List<Employee> Participants { get; } = [];

    public void AddParticipant(EmployeeId? id)
    {
        if (id is { } known && state.Employees.TryGetValue(known, out var employee) && !Participants.Contains(employee))
            Participants.Add(employee);
    }

    /// <summary>Calls that nobody free can be rung for, because of what their callers offer: others of their queues pass.</summary>
    public HashSet<Call> PassedOver { get; } = [];
}
