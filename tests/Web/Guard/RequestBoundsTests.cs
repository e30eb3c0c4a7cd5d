using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Guard;
using CallCenter.Web.Tests.Api;

namespace CallCenter.Web.Tests.Guard;

/// <summary>Everything that a request brings is bounded, and says so.</summary>
public sealed class RequestBoundsTests : IAsyncLifetime
{
    private static readonly GuardOptions Most = new();

    private WebTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await WebTestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_long_address_is_answered_with_414()
    {
        using var client = _server.Nobody();
        var query = $"?x={new string('a', Most.AddressCharacters)}";
        using var page = await client.GetAsync("/board" + query);
        using var program = await client.GetAsync("/api/v1/calls" + query);

        await PageSays(page, HttpStatusCode.RequestUriTooLong, "The address is too long");
        await ProblemAssert.Is(program, 414, "address-too-long");
    }

    [Theory]
    [InlineData("/journal?department=%00")]
    [InlineData("/journal?period=custom&from=0001-01-01&to=0001-01-01")]
    [InlineData("/journal?period=custom&from=9999-12-31&to=9999-12-31")]
    [InlineData("/settings/audit?period=custom&from=0001-01-01&to=9999-12-31")]
    [InlineData("/settings?published=x")]
    [InlineData("/settings?published=99999999999999999999")]
    [InlineData("/api/v1/calls?employee=%00&from=0001-01-01T00:00:00%2B14:00")]
    [InlineData("/api/v1/calls?size=99999999999999999999")]
    [InlineData("/journal/99999999999999999999")]
    [InlineData("/journal?after=%FF%FE&call=99999999999999999999")]
    public async Task An_address_that_somebody_made_up_is_never_the_fault_of_the_server(string address)
    {
        using var admin = await _server.SignedIn("admin");
        using var answer = await admin.GetAsync(address);

        Assert.InRange((int)answer.StatusCode, 200, 499);
    }

    [Fact]
    public async Task The_character_that_no_text_has_is_refused_before_anything_reads_it()
    {
        using var admin = await _server.SignedIn("admin");
        using var program = await admin.GetAsync("/api/v1/calls?employee=%00");

        await ProblemAssert.Is(program, 400, "invalid-request");
    }

    [Fact]
    public async Task Many_or_long_headers_are_answered_with_431()
    {
        using var client = _server.Nobody();
        for (var i = 0; i < Most.Headers; i++) client.DefaultRequestHeaders.Add($"X-{i}", "1");
        using var page = await client.GetAsync("/board");
        using var other = _server.Nobody();
        other.DefaultRequestHeaders.Add("X-Long", new string('a', Most.HeaderCharacters));
        using var program = await other.GetAsync("/api/v1/calls");

        await PageSays(page, HttpStatusCode.RequestHeaderFieldsTooLarge, "too many headers");
        await ProblemAssert.Is(program, 431, "headers-too-large");
    }

    [Theory]
    [InlineData("GET /board?x={0}", "", " 414 ")]
    [InlineData("GET /board", "X: {0}\r\n", " 431 ")]
    public async Task What_is_longer_than_the_server_reads_ends_the_connection(string firstLine, string headers, string status)
    {
        var much = new string('a', 5 * Most.HeaderCharacters);
        var answer = await RawHttp.Ask(_server.Address, firstLine.Replace("{0}", much), headers.Replace("{0}", much));

        Assert.Contains(status, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_large_body_is_answered_with_413_whether_it_is_announced_or_not(bool announced)
    {
        using var admin = await _server.WithKey(AccessLevel.Administrator);
        var json = Encoding.UTF8.GetBytes($$"""{"name":"{{new string('a', WireLimits.BodyBytes)}}"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/keys") { Content = new ByteArrayContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = !announced;
        using var answer = await admin.SendAsync(request);

        await ProblemAssert.Is(answer, 413, "body-too-large");
    }

    [Fact]
    public async Task A_large_form_is_answered_with_413_without_reading_it()
    {
        var answer = await RawHttp.Ask(_server.Address, "POST /theme",
            $"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {WireLimits.BodyBytes + 1}\r\n");

        Assert.Contains(" 413 ", answer, StringComparison.Ordinal);
        Assert.Contains("That is too much at once", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_does_not_say_its_length_is_answered_with_411()
    {
        var answer = await RawHttp.Ask(_server.Address, "POST /theme",
            "Content-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n", "5\r\nx=123\r\n0\r\n\r\n");

        Assert.Contains(" 411 ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_too_many_fields_is_answered_with_400()
    {
        using var admin = await _server.SignedIn("admin");
        using var form = new FormUrlEncodedContent(Enumerable.Range(0, Most.FormFields + 1).Select(i => KeyValuePair.Create($"f{i}", "1")));
        using var answer = await admin.PostAsync("/theme", form);

        await PageSays(answer, HttpStatusCode.BadRequest, "The request was not understood");
    }

    [Fact]
    public async Task A_document_may_be_uploaded_up_to_its_own_bound()
    {
        using var admin = await _server.SignedIn("admin");
        using var large = new ByteArrayContent(new byte[4 * WireLimits.BodyBytes]);
        using var answer = await admin.PostAsync("/settings", new MultipartFormDataContent { { large, "File", "project.json" } });
        var tooLarge = await RawHttp.Ask(_server.Address, "POST /settings",
            "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 20000000\r\n");

        // Without its token it is refused, but it was read.
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(" 413 ", tooLarge, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"name":"a","name":"b","access":"supervisor"}""")]
    [InlineData("""{"name":{"a":{"a":{"a":1}}}}""")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    [InlineData("{\"name\":\"\\ud800\"")]
    [InlineData("")]
    public async Task Json_that_says_things_twice_or_nests_deeply_is_refused(string json)
    {
        using var admin = await _server.WithKey(AccessLevel.Administrator);
        using var answer = await admin.PostAsync("/api/v1/keys", new StringContent(json, Encoding.UTF8, "application/json"));

        await ProblemAssert.Is(answer, 400, "invalid-request");
        Assert.Single(await _server.Silo.SignIns.Keys(CallCenter.Tests.Shared.Ports.FakeSilo.Project));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task What_a_form_of_any_page_can_send_is_no_json(string mediaType)
    {
        using var admin = await _server.WithKey(AccessLevel.Administrator);
        using var body = new StringContent("""{"name":"a","access":"supervisor"}""");
        body.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        using var answer = await admin.PostAsync("/api/v1/keys", body);

        await ProblemAssert.Is(answer, 415, "wrong-media-type");
    }

    private static async Task PageSays(HttpResponseMessage answer, HttpStatusCode status, string words)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
