using CallCenter.Abstractions;
using CallCenter.Grains.Placement;

namespace CallCenter.Grains.Tests;

/// <summary>Everything lives on the one silo.</summary>
internal sealed class OnlySilo(ILocalSiloDetails self) : ISiloMap
{
    public SiloAddress? Of(string silo) => self.SiloAddress;

    public ValueTask<string?> HomeOf(ProjectId project) => ValueTask.FromResult<string?>(self.Name);
}
