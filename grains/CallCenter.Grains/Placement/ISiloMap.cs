using CallCenter.Abstractions;

namespace CallCenter.Grains.Placement;

/// <summary>Where the silos are. Implemented by the silo; asked when a grain is placed.</summary>
public interface ISiloMap
{
    /// <summary>The address of a silo; null when it is unknown or cannot be reached.</summary>
    SiloAddress? Of(string silo);

    /// <summary>The name of the silo that has a project; null when nobody has. Looks around before it says so.</summary>
    ValueTask<string?> HomeOf(ProjectId project);
}
