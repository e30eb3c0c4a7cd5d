namespace CallCenter.Web.Mail;

/// <summary>The links by which people choose their password.</summary>
public static class PasswordLinks
{
    public static string To(Uri pages, string token) => $"{pages}password/{token}";

    /// <summary>The pages as whoever sends this request sees them.</summary>
    public static Uri Pages(HttpContext context) => new($"{context.Request.Scheme}://{context.Request.Host}/");
}
