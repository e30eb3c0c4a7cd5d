using System.Net.Http.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Browser;

public sealed class SignInEndsTests(BrowserFixture browser)
{
    [Fact]
    public async Task A_page_that_is_open_leads_to_the_sign_in_when_its_password_is_replaced()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/desk", SampleProject.Employee);
        using var admin = await server.WithKey(AccessLevel.Administrator);
        using var answer = await admin.PutAsJsonAsync(
            $"/api/v1/sign-ins/{SampleProject.Employee}/password", new { password = "another long password" });

        await page.WaitForURLAsync("**/sign-in?returnUrl=%2Fdesk");
        await page.Context.CloseAsync();
    }
}
