using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace CallCenter.Web.Tests.Settings;

/// <summary>A browser without script: keeps the cookies and sends the token of the page it has open.</summary>
internal sealed partial class SettingsForm : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _address;
    private string _token = "";

    private SettingsForm(HttpClient client, string address) => (_client, _address) = (client, address);

    public static async Task<SettingsForm> Open(WebTestServer server, string address)
    {
        var cookies = new CookieContainer();
        cookies.Add(server.Address, new Cookie(server.CookieName, await server.CookieOf("admin")));
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies };
        var form = new SettingsForm(new HttpClient(handler) { BaseAddress = server.Address }, address);
        await form.Get(address);
        return form;
    }

    public async Task<string> Get(string address) => Read(await _client.GetStringAsync(address));

    public async Task<(HttpStatusCode Status, string Page)> Post(string handler, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(
        [
            new("_handler", handler), new("__RequestVerificationToken", _token),
            .. fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)),
        ]);
        return await Send(content);
    }

    public async Task<(HttpStatusCode Status, string Page)> Upload(string document, string action, int basedOn)
    {
        using var content = new MultipartFormDataContent
        {
            { new StringContent("upload"), "_handler" },
            { new StringContent(_token), "__RequestVerificationToken" },
            { new StringContent(action), "Action" },
            { new StringContent($"{basedOn}"), "BasedOn" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(document)), "File", "project.json" },
        };
        return await Send(content);
    }

    public void Dispose() => _client.Dispose();

    private async Task<(HttpStatusCode Status, string Page)> Send(HttpContent content)
    {
        using var answer = await _client.PostAsync(_address, content);
        return (answer.StatusCode, Read(await answer.Content.ReadAsStringAsync()));
    }

    private string Read(string page)
    {
        if (Token().Match(page) is { Success: true } match) _token = match.Groups[1].Value;
        return WebUtility.HtmlDecode(page);
    }

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
