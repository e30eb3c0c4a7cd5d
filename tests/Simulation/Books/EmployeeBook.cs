using CallCenter.Abstractions;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Simulation.Tests.Books;

/// <summary>One employee as his events tell it: his tiles without a gap, cut where a hold begins or ends.</summary>
internal sealed class EmployeeBook(EmployeeId id)
{
    public EmployeeId Id => id;
    /// <summary>Null while he is in no document.</summary>
    public EmployeeState? State { get; private set; }
    public long RestUntil { get; set; }
    public List<Stretch> Day { get; } = [];
    private long _since;
    private bool _client;
    private bool _held;

    public void Change(EmployeeStateChanged change, CallBook? call, long at)
    {
        Breach.Unless(change.From == State, $"{id} was {State}, and {change.From} ends");
        long since = change.To?.Since ?? at;
        bool isInTime = since == at || (since < at && since >= _since && State?.Activity == Activity.Talking);
        Breach.Unless(isInTime, $"{id} begins {change.To} at {at}");
        Cut(since);
        bool goesOn = change.To?.Call is not null && change.To.Call == State?.Call;
        State = change.To;
        if (!goesOn) _client = call is { IsClient: true };
        _held = State?.Activity == Activity.Talking && call is { IsHeld: true };
        if (State is null) RestUntil = 0;
    }

    /// <summary>The other side, or he, began or ended the hold of the call he talks on.</summary>
    public void Hold(CallBook call, long at)
    {
        if (State is not { Activity: Activity.Talking } || State.Call != call.Id || _held == call.IsHeld) return;
        Cut(at);
        _held = call.IsHeld;
    }

    private void Cut(long at)
    {
        if (State is not null && at > _since) Day.Add(new Stretch(_since, at, State.Availability, State.Activity, _client, _held));
        _since = at;
    }
}

/// <summary>A part of an employee's day in which nothing changed.</summary>
internal readonly record struct Stretch(long From, long To, Availability Availability, Activity Activity, bool Client, bool Held);
