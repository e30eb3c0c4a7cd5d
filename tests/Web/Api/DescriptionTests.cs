using System.Net.Http.Json;
using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Web.Tests.Api;

public sealed class DescriptionTests
{
    [Fact]
    public async Task The_OpenAPI_document_describes_every_operation_parameter_and_key()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.WithKey(AccessLevel.Administrator);
        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                var where = $"{operation.Name} {path.Name}";
                Assert.True(operation.Value.TryGetProperty("operationId", out _), where);
                Assert.True(operation.Value.TryGetProperty("summary", out _), where);
                Assert.Contains("Access level:", operation.Value.GetProperty("description").GetString(), StringComparison.Ordinal);
                if (!operation.Value.TryGetProperty("parameters", out var parameters)) continue;
                foreach (var parameter in parameters.EnumerateArray())
                {
                    Assert.True(parameter.TryGetProperty("description", out _), $"{where} {parameter}");
                    Assert.True(char.IsLower(parameter.GetProperty("name").GetString()![0]), $"{where} {parameter}");
                }
            }
        }
        var scheme = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey");
        Assert.Equal("bearer", scheme.GetProperty("scheme").GetString());
        Assert.NotEqual(0, document.GetProperty("security").GetArrayLength());
        var call = document.GetProperty("components").GetProperty("schemas").GetProperty("CallDto");
        var arrivedAt = call.GetProperty("properties").GetProperty("arrivedAt");
        Assert.Equal(("string", "date-time"), (arrivedAt.GetProperty("type").GetString(), arrivedAt.GetProperty("format").GetString()));
    }

    [Fact]
    public async Task The_page_lists_every_endpoint_with_a_curl_line_and_every_problem()
    {
        await using var server = await WebTestServer.Start();
        using var client = await server.SignedIn(SampleProject.Employee);
        var page = System.Net.WebUtility.HtmlDecode(await client.GetStringAsync("/api"));
        using var key = await server.WithKey(AccessLevel.Administrator);
        var document = await key.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        foreach (var path in document.GetProperty("paths").EnumerateObject())
            foreach (var operation in path.Value.EnumerateObject())
                Assert.Contains($"{operation.Name.ToUpperInvariant()} {path.Name}", page, StringComparison.Ordinal);
        foreach (var kind in Web.Api.Problems.ProblemKinds.All) Assert.Contains($"id=\"{kind.Name}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_readme_has_the_curl_line_of_every_endpoint()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Root(), "web", "Api", "README.md"));
        await using var server = await WebTestServer.Start();
        using var client = await server.SignedIn(SampleProject.Employee);
        var page = System.Net.WebUtility.HtmlDecode(await client.GetStringAsync("/api"));
        var lines = page.Split('\n').SelectMany(line => line.Split("<code>"))
            .Where(line => line.StartsWith("curl ", StringComparison.Ordinal))
            .Select(line => line.Split("</code>")[0]).ToList();
        Assert.Equal(36, lines.Count);
        Assert.All(lines, line => Assert.Contains(line, readme, StringComparison.Ordinal));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CallCenter.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not run inside the repository.");
    }
}
