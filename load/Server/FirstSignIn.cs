using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Load.Server;

/// <summary>Signs the administrator in as a browser does and makes an API key.</summary>
internal static partial class FirstSignIn
{
    /// <exception cref="HttpRequestException">The server refused.</exception>
    public static async Task<string> MakeKey(Uri server, string password, CancellationToken cancellation)
    {
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer() };
        using var http = new HttpClient(handler) { BaseAddress = server };
        http.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        var page = await http.GetStringAsync(new Uri("/sign-in", UriKind.Relative), cancellation).ConfigureAwait(false);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["_handler"] = "sign-in",
            ["__RequestVerificationToken"] = AntiforgeryToken().Match(page).Groups[1].Value,
            ["Name"] = ISignIns.Administrator,
            ["Password"] = password,
        });
        using var signedIn = await http.PostAsync(new Uri("/sign-in", UriKind.Relative), form, cancellation).ConfigureAwait(false);
        using var made = await http.PostAsJsonAsync("/api/v1/keys", new { name = "load", access = "administrator" }, cancellation)
            .ConfigureAwait(false);
        made.EnsureSuccessStatusCode();
        var key = await made.Content.ReadFromJsonAsync<JsonElement>(cancellation).ConfigureAwait(false);
        return key.GetProperty("secret").GetString() ?? throw new HttpRequestException("The server made a key without a secret.");
    }

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="([^"]+)""")]
    private static partial Regex AntiforgeryToken();
}
