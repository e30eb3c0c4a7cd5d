using System.Net;
using System.Text.RegularExpressions;

namespace CallCenter.Web.Tests.SignIn;

/// <summary>The sign-in page as a browser without script uses it.</summary>
public sealed partial class SignInForm : IDisposable
{
    private readonly HttpClient _client;
    private readonly string _token;
    private readonly string _cookie;

    private SignInForm(HttpClient client, string token, string cookie) => (_client, _token, _cookie) = (client, token, cookie);

    /// <param name="prepare">Adds headers to every request.</param>
    public static async Task<SignInForm> Open(WebTestServer server, Action<HttpClient>? prepare = null)
    {
        var client = server.Nobody();
        prepare?.Invoke(client);
        using var page = await client.GetAsync("/sign-in");
        var token = Token().Match(await page.Content.ReadAsStringAsync()).Groups[1].Value;
        return new SignInForm(client, WebUtility.HtmlDecode(token), page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    public async Task<HttpResponseMessage> Send(string name, string password, string returnUrl = "/", string? project = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}")
        {
            Content = new FormUrlEncodedContent(
            [
                new("_handler", "sign-in"), new("__RequestVerificationToken", _token), new("Name", name), new("Password", password),
                .. project is null ? Array.Empty<KeyValuePair<string, string>>() : [new("Project", project)],
            ]),
        };
        request.Headers.Add("Cookie", _cookie);
        return await _client.SendAsync(request);
    }

    public void Dispose() => _client.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex Token();
}
