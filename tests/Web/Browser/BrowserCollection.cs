using CallCenter.Web.Tests.Browser;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace CallCenter.Web.Tests.Browser;

/// <summary>Browser tests that measure times: they stand alone, the others run side by side.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserCollection
{
    public const string Name = "browser";
}
