namespace CallCenter.Simulation.Tests.Invariants;

/// <summary>Something that holds after every turn, whatever happened.</summary>
internal interface IInvariant
{
    /// <summary>Throws <see cref="Breach"/> where it does not hold.</summary>
    void Check(Moment moment);
}
