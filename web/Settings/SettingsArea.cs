using System.Globalization;
using System.Text;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Audit;
using CallCenter.Web.Languages;
using CallCenter.Web.Settings.Accounts;
using CallCenter.Web.Settings.Employees.Import;
using CallCenter.Web.Settings.Prompts;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Settings;

/// <summary>What of the settings is no page: files that are taken out, and what a phone asks for.</summary>
public static class SettingsArea
{
    public static void AddSettings(this IServiceCollection services) => services
        .AddSingleton<PhoneLinks>().AddSingleton<PromptChanges>();

    public static void MapSettings(this IEndpointRouteBuilder app)
    {
        app.MapPromptSounds();
        // A phone has no sign-in: the address itself is sealed.
        app.MapGet("/phone/{token}", (HttpContext context, string token, PhoneLinks links) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            var host = context.Request.Host.Host;
            return links.Open(token) is { } phone
                ? Results.Text(LinphoneSettings.Xml(phone, host, links.Registrar(host)), "application/xml") : Results.NotFound();
        }).AllowAnonymous();
        app.MapGet(EmployeeExport.Address, async (HttpContext context, IGrainFactory grains, AuditLog audit) =>
        {
            var draft = await grains.Draft(Viewer.Of(context.User)!.Project).Read();
            await audit.NoteReading(AuditKind.ConfigurationRead, draft.BasedOn.ToString(CultureInfo.InvariantCulture));
            var csv = EmployeeExport.Csv(draft.Document, LanguageChoice.Of(context));
            return TypedResults.File(
                (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(csv)], "text/csv; charset=utf-8", "employees.csv");
        }).RequireAuthorization(Policies.Administer);
    }
}
