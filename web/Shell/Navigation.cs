using CallCenter.Web.Calls;
using CallCenter.Web.Calls.Stages;
using CallCenter.Web.Settings;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Shell;

/// <summary>The main menu, in its order. One line per entry.</summary>
public static class Navigation
{
    public static readonly IReadOnlyList<NavigationItem> Items =
    [
        new("/board", ShellTexts.Board, "layout-dashboard", Rights.Watch, 'b'),
        new(CallListFilter.Path, CallListTexts.Title, "history", Rights.SignedIn, 'j'),
        new(StageFilter.Path, StageTexts.Title, "messages", Rights.SignedIn, 'c'),
        new("/desk", ShellTexts.MyDesk, "headset", Rights.SignedIn, 'd', OnlyEmployees: true),
        new("/settings/employees", SettingsTexts.Title, "settings", Rights.Administer, 's', Under: "/settings"),
    ];
}
