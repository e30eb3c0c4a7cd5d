namespace CallCenter.Simulation.Tests.Invariants;

/// <summary>A live call rings somebody, talks to somebody, waits in a queue, or its caller hears something; else it is ended.</summary>
internal sealed class NoCallIsNowhere : IInvariant
{
    public void Check(Moment moment)
    {
        foreach (var call in moment.Book.Calls.Values)
        {
            Breach.Unless(call.Talking is not null || call.Supervisions.Count == 0, $"somebody listens to {call.Id}, where nobody talks");
            if (call.Talking is { } leg)
            {
                bool alone = call.Legs.Count == 1 && call.Legs[0] == leg;
                Breach.Unless(call.Visit is null, $"call {call.Id} talks on leg {leg.Started.Leg} in a queue");
                Breach.Unless(alone, $"call {call.Id} talks on leg {leg.Started.Leg} and has {call.Legs.Count} live legs");
            }
            else if (call.Step is not null)
                Breach.Unless(call.Legs.Count == 0 && call.Visit is null, $"call {call.Id} waits or rings, and hears something");
            else Breach.Unless(call.Legs.Count > 0 || call.Visit is not null, $"call {call.Id} is nowhere");
        }
    }
}
