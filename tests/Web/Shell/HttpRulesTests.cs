using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Shell;

namespace CallCenter.Web.Tests.Shell;

/// <summary>What every answer obeys.</summary>
public sealed partial class HttpRulesTests(SharedWebServer shared) : IClassFixture<SharedWebServer>
{
    private readonly WebTestServer _server = shared.Server;

    [Theory]
    [InlineData("/board")]
    [InlineData("/desk/olena")]
    [InlineData("/sign-in")]
    public async Task Pages_hold_no_inline_script_style_or_handler(string address)
    {
        using var client = await _server.SignedIn("admin");
        var html = await client.GetStringAsync(address);

        Assert.DoesNotMatch(Inline(), html);
    }

    [Theory]
    [InlineData("/language")]
    [InlineData("/theme")]
    [InlineData("/sign-out")]
    [InlineData("/desk/olena/availability")]
    [InlineData("/board/end-call")]
    public async Task A_form_without_its_token_changes_nothing(string address)
    {
        using var client = await _server.SignedIn("admin");
        using var form = new FormUrlEncodedContent([new("choose", "ready"), new("language", "uk"), new("call", "7")]);
        using var answer = await client.PostAsync(address, form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(_server.Silo.Projects.Sent);
        Assert.False(answer.Headers.TryGetValues("Set-Cookie", out var cookies)
            && cookies.Any(one => one.StartsWith("language", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("uk", "Такої сторінки немає")]
    [InlineData("ru-RU,en;q=0.5", "Такой страницы нет")]
    [InlineData("de", "There is no such page")]
    public async Task A_missing_page_says_so_in_the_readers_language(string accepted, string expected)
    {
        using var client = await _server.SignedIn(SampleProject.Employee);
        client.DefaultRequestHeaders.Add("Accept-Language", accepted);
        using var answer = await client.GetAsync("/nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forbidden_page_says_so_calmly()
    {
        using var client = await _server.SignedIn(SampleProject.Employee);
        using var answer = await client.GetAsync("/board");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("Your rights do not include this page", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Readiness_names_its_parts_in_camel_case()
    {
        using var client = _server.Nobody();
        using var answer = await client.GetAsync("/health/ready");
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(json.RootElement.GetProperty("ready").GetBoolean());
        Assert.Equal("projects", json.RootElement.GetProperty("parts")[0].GetProperty("name").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("journalBacklog").GetInt64());
        Assert.Equal(1, json.RootElement.GetProperty("memory").GetProperty("managedBytes").GetInt64());
    }

    [Theory]
    [InlineData("/board?x=1", "/board?x=1")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("javascript:alert(1)", "/")]
    [InlineData("/a\r\nb", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void A_form_leads_back_to_this_site_only(string? wanted, string expected) => Assert.Equal(expected, ReturnUrl.OrHome(wanted));

    [Theory]
    [InlineData("/sign-in", 75)]
    [InlineData("/board", 75)]
    [InlineData("/settings/employees", 150)]
    public async Task Scripts_and_styles_of_a_page_stay_small_on_the_wire(string address, int mostKilobytes)
    {
        using var client = await _server.SignedIn("admin");
        var page = await client.GetStringAsync(address);
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var (waiting, seen, size) = (new Queue<string>(Asset().Matches(page).Select(match => match.Value)), new HashSet<string>(), 0L);
        while (waiting.TryDequeue(out var file))
        {
            if (Path.GetExtension(file) is not (".js" or ".css") || !seen.Add(file)) continue;
            using var answer = await client.GetAsync(file);
            Assert.Equal(("br", true), (answer.Content.Headers.ContentEncoding.Single(), answer.Headers.CacheControl!.Private == false));
            Assert.Contains("immutable", answer.Headers.CacheControl.ToString(), StringComparison.Ordinal);
            var packed = await answer.Content.ReadAsByteArrayAsync();
            size += packed.Length;
            using var text = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress));
            var folder = file[..(file.LastIndexOf('/') + 1)];
            foreach (Match import in Import().Matches(await text.ReadToEndAsync())) waiting.Enqueue(folder + import.Groups[1].Value);
        }

        Assert.InRange(size, 10 * 1024, mostKilobytes * 1024);
    }

    [GeneratedRegex("""^import (?:[^"]* from )?"\./([a-z]+\.js)";""", RegexOptions.Multiline)]
    private static partial Regex Import();

    [GeneratedRegex("""<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)""", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("/assets/[^\"]+")]
    private static partial Regex Asset();
}
