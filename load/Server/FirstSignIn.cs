using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Load.Server;

/// <summary>Signs the administrator in as a browser does; makes an API key.</summary>
internal static partial class FirstSignIn
{
    /// <exception cref="HttpRequestException">The server refused.</exception>
    public static async Task<string> MakeKey(Uri server, string password, CancellationToken cancellation)
    {
        using var http = NewClient(server);
        await SignIn(http, password, cancellation).ConfigureAwait(false);
        using var made = await http.PostAsJsonAsync("/api/v1/keys", new { name = "load", access = "administrator" }, cancellation)
            .ConfigureAwait(false);
        made.EnsureSuccessStatusCode();
        var key = await made.Content.ReadFromJsonAsync<JsonElement>(cancellation).ConfigureAwait(false);
        return key.GetProperty("secret").GetString() ?? throw new HttpRequestException("The server made a key without a secret.");
    }

    /// <summary>A browser as far as the server can tell: with cookies, and asking as our own pages do.</summary>
    public static HttpClient NewClient(Uri server)
    {
        var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() }) { BaseAddress = server };
        http.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        return http;
    }

    /// <exception cref="HttpRequestException">The server refused.</exception>
    public static async Task SignIn(HttpClient http, string password, CancellationToken cancellation)
    {
        var address = new Uri("/sign-in", UriKind.Relative);
        var page = await http.GetStringAsync(address, cancellation).ConfigureAwait(false);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = AntiforgeryToken().Match(page).Groups[1].Value,
            ["Name"] = SignedInUser.Operator,
            ["Password"] = password,
        });
        using var signedIn = await http.PostAsync(address, form, cancellation).ConfigureAwait(false);
        if (signedIn.StatusCode != HttpStatusCode.Found) signedIn.EnsureSuccessStatusCode();
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex AntiforgeryToken();
}
