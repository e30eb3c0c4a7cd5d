using Bunit;
using CallCenter.Web.Languages;
using CallCenter.Web.Shell;
using CallCenter.Web.Work;
using CallCenter.Web.Work.Parts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;

namespace CallCenter.Web.Tests.Work;

/// <summary>The parts of forms and drawers, each alone.</summary>
public sealed class PartsTests : BunitContext
{
    public PartsTests()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<IWebHostEnvironment>(new FileEnvironment());
        Services.AddSingleton<StaticFilePaths>();
        Services.AddScoped<IslandLanguage>();
        Services.AddMudServices();
    }

    [Theory]
    [InlineData("12", 12, false)]
    [InlineData(" 7 ", 7, false)]
    [InlineData("", null, false)]
    [InlineData("twelve", 5, true)]
    [InlineData("-3", 5, true)]
    public void A_number_field_takes_whole_numbers_and_says_beside_it_what_is_none(string typed, int? expected, bool isRefused)
    {
        int? value = 5;
        var field = Render<CascadingValue<Language>>(wrap => wrap.Add(one => one.Value, Language.Ukrainian).AddChildContent<NumberField>(
            part => part.Add(one => one.Id, "ring").Add(one => one.Label, "Дзвонить, с").Add(one => one.Value, value)
                .Add(one => one.ValueChanged, to => value = to)));

        field.Find("input").Change(typed);

        Assert.Equal(expected, value);
        Assert.Equal(isRefused, field.Markup.Contains("лише ціле число", StringComparison.Ordinal));
    }

    [Fact]
    public void A_drawer_with_something_typed_asks_before_it_closes_and_escape_is_its_button()
    {
        var closed = 0;
        var drawer = Render<CascadingValue<Language>>(wrap => wrap.Add(one => one.Value, Language.English).AddChildContent<SideDrawer>(
            part => part.Add(one => one.Title, "Anna").Add(one => one.HasTyped, true).Add(one => one.OnClose, () => closed++)));

        drawer.Find("dialog").KeyUp(new KeyboardEventArgs { Key = "Escape" });
        Assert.Equal(0, closed);
        Assert.Contains("What you typed is not saved.", drawer.Markup, StringComparison.Ordinal);
        drawer.FindAll("button").Single(button => button.TextContent.Contains("Keep typing", StringComparison.Ordinal)).Click();
        Assert.DoesNotContain("What you typed is not saved.", drawer.Markup, StringComparison.Ordinal);

        drawer.Find("button[aria-label=Close]").Click();
        drawer.FindAll("button").Single(button => button.TextContent.Contains("Discard it", StringComparison.Ordinal)).Click();
        Assert.Equal(1, closed);
    }

    [Fact]
    public void A_drawer_without_anything_typed_just_closes()
    {
        var closed = 0;
        var drawer = Render<CascadingValue<Language>>(wrap => wrap.Add(one => one.Value, Language.English).AddChildContent<SideDrawer>(
            part => part.Add(one => one.Title, "Anna").Add(one => one.OnClose, () => closed++)));

        drawer.Find("dialog").KeyUp(new KeyboardEventArgs { Key = "a" });
        Assert.Equal(0, closed);
        drawer.Find("dialog").KeyUp(new KeyboardEventArgs { Key = "Escape" });
        Assert.Equal(1, closed);
    }

    [Fact]
    public void A_list_tells_what_was_picked_and_stands_for_its_problem()
    {
        var picked = "";
        var list = Render<CascadingValue<Language>>(wrap => wrap.Add(one => one.Value, Language.English).AddChildContent<Pick>(
            part => part.Add(one => one.Id, "level").Add(one => one.Label, "Access").Add(one => one.Value, "a")
                .Add(one => one.Options, [("a", "first"), ("b", "second")]).Add(one => one.Problem, "not that one")
                .Add(one => one.ValueChanged, to => picked = to)));

        list.Find("select").Change("b");

        Assert.Equal("b", picked);
        Assert.Equal("true", list.Find("select").GetAttribute("aria-invalid"));
        Assert.Equal("not that one", list.Find($"#{list.Find("select").GetAttribute("aria-describedby")}").TextContent);
    }
}
