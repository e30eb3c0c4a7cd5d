using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Configuration;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

/// <summary>Voice menus, voicemail, ratings and notices as they are set up.</summary>
public sealed class MenuPagesTests(BrowserFixture browser)
{
    private static readonly MenuConfiguration Front = new()
    {
        Id = "front",
        Name = "Головне",
        Keys = [new("1", new(Department: "sales")), new("2", new(Department: "support"))],
    };

    [Fact]
    public async Task A_menu_is_made_by_keys_alone_and_a_number_leads_to_it()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/settings/menus");
        await Expect(page.Locator(".note")).ToContainTextAsync("No menu yet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add menu" }).PressAsync("Enter");
        await Expect(page.Locator("#name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Головне");
        await page.SelectOptionAsync("#key-0-leads-to", new SelectOptionValue { Label = "department: Продажі" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Add key" }).PressAsync("Enter");
        await Expect(page.Locator("#key-1")).ToHaveValueAsync("2");
        await page.SelectOptionAsync("#key-1-leads-to", new SelectOptionValue { Label = "voicemail" });
        await page.SelectOptionAsync("#key-1-leads-to-mailbox", new SelectOptionValue { Label = "employee: Олена Коваль" });
        await page.FillAsync("#attempts", "2");
        await page.SelectOptionAsync("#otherwise", new SelectOptionValue { Label = "department: Підтримка" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).PressAsync("Enter");
        var row = page.Locator("tr", new() { HasText = "Головне" });
        await Expect(row).ToContainTextAsync("1 department: Продажі");
        await Expect(row).ToContainTextAsync("2 voicemail: Олена Коваль");
        await Expect(row).ToContainTextAsync("nothing leads there yet");

        await page.GotoAsync("/settings/numbers");
        await page.Locator(".work:not([inert])").WaitForAsync();
        await page.Locator(".link.who").First.ClickAsync();
        await page.SelectOptionAsync("#leads-to", new SelectOptionValue { Label = "menu: Головне" });
        await page.GetByLabel("Tell callers that the conversation may be recorded").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Review and publish" }).ClickAsync();
        await Expect(page.Locator(".changes")).ToContainTextAsync("Tell callers that the conversation may be recorded");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("Everything here is published.");

        var published = Assert.IsType<PublishConfiguration>(Assert.Single(server.Silo.Projects.Sent)).Document;
        var menu = Assert.Single(published.Menus);
        Assert.Equal(("holovne", 2, "support"), (menu.Id, menu.Attempts, menu.Otherwise?.Department));
        Assert.Equal([new("1", new(Department: "sales")), new("2", new(Voicemail: new(Employee: "olena")))], menu.Keys);
        Assert.Equal((menu.Id, true), (published.Numbers[0].LeadsTo.Menu, published.Numbers[0].RecordingNotice));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_wrong_with_a_menu_stands_beside_its_field()
    {
        await using var server = await WebTestServer.Start();
        server.Silo.Configurations.Rules = ConfigurationValidator.Validate;
        var page = await browser.Open(server, "/settings/menus", language: "uk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Додати меню" }).ClickAsync();
        await page.FillAsync("#name", "Головне");
        await page.FillAsync("#wait", "90");
        await page.GetByRole(AriaRole.Button, new() { Name = "Додати клавішу" }).ClickAsync();
        await page.SelectOptionAsync("#key-1", "1");
        await page.SelectOptionAsync("#key-1-leads-to", new SelectOptionValue { Label = "голосова пошта" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Зберегти", Exact = true }).ClickAsync();

        await Expect(page.Locator("#key-0-leads-to-under")).ToContainTextAsync("Не вказано, куди дзвонити");
        await Expect(page.Locator("#key-1-under")).ToContainTextAsync("«1» веде у два місця");
        await Expect(page.Locator("#key-1-leads-to-under")).ToContainTextAsync("Не вказано, чия це пошта");
        await Expect(page.Locator(".field:has(#wait)")).ToContainTextAsync("від 1 до 60 секунд");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_leads_to_a_menu_is_told_before_it_is_removed()
    {
        await using var server = await WebTestServer.Start();
        server.Silo.Configurations.Rules = ConfigurationValidator.Validate;
        server.With(document => document with
        {
            Menus = [Front, Front with { Id = "night", Name = "Нічне", Keys = [], Extensions = true, Otherwise = new(Menu: "front") }],
        });
        var page = await browser.Open(server, "/settings/menus");
        await Expect(page.Locator("tr").Last).ToContainTextAsync("yes");
        await page.Locator(".link.who", new() { HasText = "Головне" }).ClickAsync();
        var remove = page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true });
        await remove.ClickAsync();
        await Expect(page.GetByText("These lead there and have to be changed as well: Нічне.")).ToBeVisibleAsync();
        await remove.Last.ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("1 error keeps it from being published");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Ratings_and_the_length_of_messages_are_set_where_one_looks_for_them()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/settings/employees");
        await page.GetByRole(AriaRole.Button, new() { Name = "Продажі", Exact = true }).ClickAsync();
        await page.GetByLabel("Callers rate the conversation").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("1 change");
        await page.GotoAsync("/settings/project");
        await page.Locator(".work:not([inert])").WaitForAsync();
        await page.GetByLabel("Longest message, s").FillAsync("45");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("2 changes");
        await page.GetByRole(AriaRole.Button, new() { Name = "Review and publish" }).ClickAsync();
        await Expect(page.Locator(".changes")).ToContainTextAsync("Longest message, s 120 → 45");
        await Expect(page.Locator(".changes")).ToContainTextAsync("Callers rate the conversation");
        await page.Context.CloseAsync();
    }
}
