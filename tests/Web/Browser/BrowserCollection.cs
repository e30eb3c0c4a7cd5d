namespace CallCenter.Web.Tests.Browser;

/// <summary>Browser tests run one after the other: they measure times, and one Chromium is enough for two cores.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class BrowserCollection : ICollectionFixture<BrowserFixture>
{
    public const string Name = "browser";
}
