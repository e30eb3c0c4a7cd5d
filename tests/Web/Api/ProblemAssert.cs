using System.Net.Http.Json;
using System.Text.Json;
using CallCenter.Web.Api.Problems;

namespace CallCenter.Web.Tests.Api;

/// <summary>What every error of the API has to look like (RFC 9457).</summary>
public static class ProblemAssert
{
    /// <summary>Checks status, media type and members, and gives the paths of its single errors.</summary>
    public static async Task<IReadOnlyList<string>> Is(HttpResponseMessage answer, int status, string name)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal($"/api#{name}", problem.GetProperty("type").GetString());
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.Equal(ProblemKinds.All.Single(kind => kind.Name == name).Title, problem.GetProperty("title").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        if (!problem.TryGetProperty("errors", out var errors)) return [];
        foreach (var error in errors.EnumerateArray())
        {
            Assert.NotEmpty(error.GetProperty("problem").GetString()!);
            Assert.NotEmpty(error.GetProperty("remedy").GetString()!);
        }
        return [.. errors.EnumerateArray().Select(error => error.GetProperty("path").GetString()!)];
    }
}
