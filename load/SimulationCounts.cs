using System.Collections.Concurrent;
using CallCenter.Load.Callers;

namespace CallCenter.Load;

/// <summary>What happened so far. Written by the loop; another thread may read single figures.</summary>
public sealed class SimulationCounts
{
    private int _callsPlaced;
    private int _callsLive;
    private int _answered;
    private int _abandoned;
    private int _failed;
    private int _phonesRegistered;
    private int _ringsMissed;
    private int _ringsRejected;
    private int _callsByEmployees;
    private int _networksLost;
    private readonly ConcurrentDictionary<int, int> _transfers = new();

    /// <summary>Calls that clients placed through the trunk.</summary>
    public int CallsPlaced => Volatile.Read(ref _callsPlaced);

    /// <summary>Clients' calls that ring or talk now.</summary>
    public int CallsLive => Volatile.Read(ref _callsLive);

    public int Answered => Volatile.Read(ref _answered);

    /// <summary>Clients who gave up waiting.</summary>
    public int Abandoned => Volatile.Read(ref _abandoned);

    /// <summary>Clients' calls the server refused or let run out.</summary>
    public int Failed => Volatile.Read(ref _failed);

    public int PhonesRegistered => Volatile.Read(ref _phonesRegistered);

    /// <summary>Rings an employee let pass.</summary>
    public int RingsMissed => Volatile.Read(ref _ringsMissed);

    public int RingsRejected => Volatile.Read(ref _ringsRejected);

    /// <summary>Calls that employees placed, to clients or colleagues.</summary>
    public int CallsByEmployees => Volatile.Read(ref _callsByEmployees);

    /// <summary>How often a phone lost its network.</summary>
    public int NetworksLost => Volatile.Read(ref _networksLost);

    /// <summary>Transfers that employees asked for, by the final status of their REFER.</summary>
    public IReadOnlyDictionary<int, int> Transfers => _transfers;

    internal void CallPlaced()
    {
        Interlocked.Increment(ref _callsPlaced);
        Interlocked.Increment(ref _callsLive);
    }

    internal void CallAnswered() => Interlocked.Increment(ref _answered);

    internal void CallEnded(CallerOutcome outcome)
    {
        Interlocked.Decrement(ref _callsLive);
        if (outcome == CallerOutcome.Abandoned)
        {
            Interlocked.Increment(ref _abandoned);
        }
        else if (outcome == CallerOutcome.Failed)
        {
            Interlocked.Increment(ref _failed);
        }
    }

    internal void PhoneRegistered(bool registered) => Interlocked.Add(ref _phonesRegistered, registered ? 1 : -1);

    internal void RingMissed() => Interlocked.Increment(ref _ringsMissed);

    internal void RingRejected() => Interlocked.Increment(ref _ringsRejected);

    internal void NetworkLost() => Interlocked.Increment(ref _networksLost);

    internal void TransferAnswered(int status) => _transfers.AddOrUpdate(status, 1, static (_, count) => count + 1);

    internal void EmployeeCalled() => Interlocked.Increment(ref _callsByEmployees);
}
