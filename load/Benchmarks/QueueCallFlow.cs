using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine;

namespace CallCenter.Benchmarks;

/// <summary>
/// A project with 200 employees at fixed phones, and the whole life of a queue call in it: arrives, is queued, rings at the employee who
/// has been idle longest, is taken, ends, the wrap-up passes. In virtual time, one call after another.
/// </summary>
internal sealed class QueueCallFlow
{
    private const int TalkMs = 200;
    private const int WrapUpSeconds = 1;

    private readonly Project _project = new(new ProjectId("benchmark"));
    private readonly Turn _turn = new();
    private readonly CallLine _line = new("carrier", null);
    private long _now = 1_750_000_000_000;
    private ulong _chance;

    public QueueCallFlow() => Do(new PublishConfiguration(SampleSales.Document(WrapUpSeconds), null, "benchmark"));

    public Project Project => _project;

    /// <summary>Called with the events of each turn before the next command; null: nobody looks.</summary>
    public Action<IReadOnlyList<ProjectEvent>, long>? OnTurn { get; set; }

    /// <summary>One call from its arrival to the end of the wrap-up. Throws when the engine did not do what a queue call is.</summary>
    public void Run()
    {
        _now++;
        var reply = Do(new ReceiveCall(_line, "+380501112233", null, SampleSales.Number, SampleSales.Facts("caller")));
        var call = reply is CallReceived received
            ? received.Call
            : throw new InvalidOperationException($"The call was not received: {reply}");
        var leg = RungLeg();
        Do(new ReportRinging(leg));
        Do(new ReportAnswered(leg, SampleSales.Facts("employee")));
        _now += TalkMs;
        Do(new ReportHangUp(new LegId(call, 0)));
        _now += WrapUpSeconds * 1000;
        Do(PassTime.Instance);
        if (_project.LiveCalls != 0)
        {
            throw new InvalidOperationException("The call did not end.");
        }
    }

    private LegId RungLeg()
    {
        foreach (var effect in _turn.Effects)
        {
            if (effect is RingLeg ring)
            {
                return ring.Leg;
            }
        }

        throw new InvalidOperationException("No employee was rung.");
    }

    private CommandReply Do(ProjectCommand command)
    {
        _turn.Clear();
        var reply = _project.Handle(command, new TurnInput(_now, ++_chance), _turn);
        OnTurn?.Invoke(_turn.Events, _now);
        return reply;
    }
}
