namespace CallCenter.Web.Shell;

/// <summary>
/// A form with <c>data-quiet</c> is sent by js/forms.js without leaving the page: the answer is 204, or 4xx with a sentence for the user.
/// Without script the same form is sent as usual and answered with a redirect.
/// </summary>
public static class QuietForm
{
    private const string Header = "X-Quiet-Form";

    public static bool Is(HttpRequest request) => request.Headers.ContainsKey(Header);
}
