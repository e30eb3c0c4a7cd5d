using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Abstractions.Grains;

/// <summary>A department; its key is <c>project/key</c>.</summary>
public interface IDepartmentGrain : IGrainWithStringKey
{
    /// <summary>Its figures, live and of today; null when there is no such department.</summary>
    ValueTask<DepartmentLine?> Figures();

    /// <summary>See <see cref="Ports.IProjects.WouldRing"/>.</summary>
    ValueTask<Decision?> WouldRing();

    /// <summary>The calls that wait in it, first who waits longest of the highest priority.</summary>
    ValueTask<CallLineOnBoard[]> Queue();
}
