using CallCenter.Abstractions.Grains;

namespace CallCenter.Abstractions.Ports;

/// <summary>Which silo has which projects, from memory. Implemented by the silo; from any thread.</summary>
public interface IProjectPlaces
{
    /// <summary>Every silo that is known, this one included, in the order of their names.</summary>
    IReadOnlyList<SiloPlace> Silos { get; }
}
