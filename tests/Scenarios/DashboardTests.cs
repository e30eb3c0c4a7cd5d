using System.Net;
using CallCenter.Scenarios.Tests.Harness;

namespace CallCenter.Scenarios.Tests;

/// <summary>The dashboard of Orleans, which is an option.</summary>
public sealed class DashboardTests : IDisposable
{
    private readonly CallCenterServer _center = new() { Options = ["--dashboard"] };

    public void Dispose() => _center.Dispose();

    [Fact]
    public async Task It_shows_silos_and_grains_to_the_operator_and_to_nobody_else()
    {
        await _center.Start();

        Assert.Contains("Orleans Dashboard", await _center.Get("/dashboard/"), StringComparison.Ordinal);
        Assert.Contains("\"totalActiveHostCount\":1", await _center.Get("/dashboard/DashboardCounters"), StringComparison.Ordinal);
        using var nobody = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        foreach (var address in new[] { "/dashboard/", "/dashboard/DashboardCounters", "/dashboard/Trace" })
        {
            using var answer = await nobody.GetAsync(new Uri(_center.Address + address), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }
}
