using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine;
using CallCenter.Engine.Calls;
using CallCenter.Journal;

namespace CallCenter.Silo.Projects;

/// <summary>
/// Collects, while the journal is replayed, the calls that ended in its last half minute: peers may still repeat what they sent, and what
/// we said last may not have reached them.
/// </summary>
internal sealed class RecentEndings
{
    /// <summary>How long SIP repeats what got no answer.</summary>
    public const long KeptMs = 32_000;

    /// <summary>How many events before the snapshot are looked at: half a minute at 100 calls a second.</summary>
    public const long CoveredEvents = 50_000;

    private readonly Queue<EndedCircuit> _ended = new();
    private readonly Dictionary<CallId, (CallArrived Arrived, long At)> _arrived = [];

    /// <summary>Those that ended in the half minute before the newest event.</summary>
    public IReadOnlyCollection<EndedCircuit> All => _ended;

    /// <summary>An event that is about to be applied to the engine.</summary>
    public void Before(Project engine, ProjectEvent happened, long at)
    {
        if (happened is CallEnded ended && engine.Circuit(ended.Record.Call) is { } facts)
        {
            Add(new EndedCircuit(facts, ended.Record, at));
        }
    }

    /// <summary>A turn that the snapshot covers: of its calls only what their callers need is known.</summary>
    public void Covered(JournalTurn turn)
    {
        foreach (var happened in turn.Events)
        {
            if (happened is CallArrived arrived)
            {
                _arrived[arrived.Call] = (arrived, turn.At);
            }
            else if (happened is CallEnded ended && _arrived.Remove(ended.Record.Call, out var call))
            {
                var facts = new CircuitFacts(call.Arrived, call.At, ended.Record.Legs[0].AnsweredAt, 0, false, false, [], []);
                Add(new EndedCircuit(facts, ended.Record, turn.At));
            }
        }
    }

    private void Add(EndedCircuit ended)
    {
        _ended.Enqueue(ended);
        while (_ended.Peek().At < ended.At - KeptMs)
        {
            _ended.Dequeue();
        }
    }
}
