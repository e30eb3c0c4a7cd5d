using CallCenter.Web.Audit;
using CallCenter.Web.Languages;
using CallCenter.Web.Settings.Accounts;
using CallCenter.Web.Settings.Employees;
using CallCenter.Web.Settings.Guide;
using CallCenter.Web.Settings.Mail;
using CallCenter.Web.Settings.Menus;
using CallCenter.Web.Settings.Numbers;
using CallCenter.Web.Settings.Outgoing;
using CallCenter.Web.Settings.Project;
using CallCenter.Web.Settings.Prompts;
using CallCenter.Web.Settings.Trunks;

namespace CallCenter.Web.Settings;

/// <summary>A page of the settings in their menu.</summary>
public sealed record SettingsEntry(string Href, Text Name, bool OnlyOperator = false);

/// <summary>Pages that belong together; the first is where the group's name leads.</summary>
public sealed record SettingsGroup(Text Name, IReadOnlyList<SettingsEntry> Pages);

/// <summary>The menu of the settings, in its order.</summary>
public static class SettingsMenu
{
    public static readonly IReadOnlyList<SettingsGroup> Groups =
    [
        new(SettingsTexts.Company,
        [
            new("/settings/employees", EmployeesTexts.Title), new("/settings/project", ProjectSettingsTexts.Title),
            new(GuidePage.Path, GuideTexts.Title),
        ]),
        new(SettingsTexts.Telephony,
        [
            new("/settings/numbers", NumbersTexts.Title), new("/settings/menus", MenusTexts.Title),
            new("/settings/accounts", AccountsTexts.Title),
            new("/settings/trunks", TrunksTexts.Title), new("/settings/outgoing", OutgoingTexts.Title),
            new("/settings/prompts", PromptsTexts.Title),
        ]),
        new(SettingsTexts.Access,
        [
            new("/settings/people", SettingsTexts.People), new("/settings/keys", SettingsTexts.Keys),
            new(AuditFilter.Path, AuditTexts.Title),
        ]),
        new(SettingsTexts.System,
        [
            new("/settings", SettingsTexts.Configuration), new("/settings/versions", SettingsTexts.Versions),
            new("/settings/mail", MailTexts.Title), new("/api", SettingsTexts.ApiPage),
            new(ProjectsPage.Path, SettingsTexts.Projects, OnlyOperator: true),
        ]),
    ];

    /// <summary>The group that an address is in; the first for one that is in none.</summary>
    public static SettingsGroup Of(string path) =>
        Groups.FirstOrDefault(group => group.Pages.Any(page => page.Href == path)) ?? Groups[0];
}
