using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Api;

/// <summary>What sign-ins and keys see of the API, and how much of it; the walk through all addresses says who may call what.</summary>
public sealed class AccessTests
{
    [Fact]
    public async Task An_employee_sees_his_own_calls_and_himself_only()
    {
        await using var server = await WebTestServer.Start();
        using var olena = await server.SignedIn(SampleProject.Employee);
        var calls = await olena.GetFromJsonAsync<JsonElement>("/api/v1/calls?employee=ivan");
        Assert.Empty(calls.GetProperty("calls").EnumerateArray());
        calls = await olena.GetFromJsonAsync<JsonElement>("/api/v1/calls");
        Assert.Equal([4, 1], calls.GetProperty("calls").EnumerateArray().Select(call => call.GetProperty("id").GetInt64()));
        Assert.Equal(HttpStatusCode.NotFound, await Ask(olena, "GET", "/api/v1/calls/3"));
        Assert.Equal(HttpStatusCode.NotFound, await Ask(olena, "GET", "/api/v1/employees/ivan"));
        var employees = await olena.GetFromJsonAsync<JsonElement>("/api/v1/employees");
        Assert.Equal("olena", Assert.Single(employees.EnumerateArray()).GetProperty("id").GetString());
        olena.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        Assert.Equal(HttpStatusCode.NotFound, await Ask(olena, "PUT", "/api/v1/employees/ivan/availability"));
        Assert.Empty(server.Silo.Projects.Sent);
    }

    [Fact]
    public async Task A_change_by_sign_in_without_the_header_is_refused_because_a_foreign_site_could_cause_it()
    {
        await using var server = await WebTestServer.Start();
        using var supervisor = await server.SignedIn(SampleProject.Supervisor);
        using var answer = await supervisor.PostAsync("/api/v1/calls/7/end", null);
        await ProblemAssert.Is(answer, 403, "header-missing");
        Assert.Empty(server.Silo.Projects.Sent);
    }

    [Fact]
    public async Task A_wrong_key_is_not_saved_by_a_good_cookie()
    {
        await using var server = await WebTestServer.Start();
        using var supervisor = await server.SignedIn(SampleProject.Supervisor);
        supervisor.DefaultRequestHeaders.Add("X-Api-Key", "key-unknown");
        using var answer = await supervisor.GetAsync("/api/v1/board");
        await ProblemAssert.Is(answer, 401, "key-refused");
    }

    [Fact]
    public async Task The_header_X_Api_Key_serves_as_well()
    {
        await using var server = await WebTestServer.Start();
        var (_, clearText) = await server.Silo.SignIns.CreateKey(FakeSilo.Project, "test", AccessLevel.Supervisor);
        using var client = server.Nobody();
        client.DefaultRequestHeaders.Add("X-Api-Key", clearText);
        Assert.Equal(HttpStatusCode.OK, await Ask(client, "GET", "/api/v1/board"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await server.Nobody().GetAsync($"/api/v1/board?access_token={clearText}")).StatusCode);
    }

    [Fact]
    public async Task After_many_wrong_keys_an_address_is_refused_for_a_while()
    {
        await using var server = await WebTestServer.Start(services =>
            Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.Configure<Web.Api.Access.ApiLimitOptions>(
                services, options => options.WrongKeysPerMinute = 3));
        using var guesser = server.Nobody();
        for (var guess = 0; guess < 3; guess++)
        {
            using var wrong = await guesser.GetAsync(new Uri($"/hubs/board?access_token=key-{guess}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }
        using var right = await server.WithKey(AccessLevel.Administrator);
        using var answer = await right.GetAsync("/api/v1/board");
        await ProblemAssert.Is(answer, 429, "too-many-requests");
    }

    [Fact]
    public async Task Who_asks_too_much_gets_429_with_Retry_After_and_others_do_not()
    {
        await using var server = await WebTestServer.Start(services =>
            Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.Configure<Web.Api.Access.ApiLimitOptions>(
                services, options => (options.Burst, options.RequestsPerSecond) = (2, 1)));
        using var greedy = await server.WithKey(AccessLevel.Supervisor);
        using var modest = await server.WithKey(AccessLevel.Supervisor);
        HttpResponseMessage answer;
        do
        {
            answer = await greedy.GetAsync("/api/v1/board");
        }
        while (answer.IsSuccessStatusCode);
        await ProblemAssert.Is(answer, 429, "too-many-requests");
        Assert.Equal(TimeSpan.FromSeconds(1), answer.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, await Ask(modest, "GET", "/api/v1/board"));
    }

    private static async Task<HttpStatusCode> Ask(HttpClient client, string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method is "PUT" or "POST")
            request.Content = new StringContent("""{"availability":"ready"}""", Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        return answer.StatusCode;
    }
}
