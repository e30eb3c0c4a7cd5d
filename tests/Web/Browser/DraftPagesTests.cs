using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared;
using CallCenter.Tests.Shared.Ports;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Web.Tests.Browser;

/// <summary>The pages that edit the draft: saving, publishing, colleagues, and that nothing typed is lost.</summary>
public sealed class DraftPagesTests(BrowserFixture browser)
{
    private const string Employees = "/settings/employees";

    [Fact]
    public async Task A_new_employee_is_saved_reviewed_and_published_with_his_account_and_department()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, Employees);
        var complaints = Complaints(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Add employee" }).ClickAsync();
        await Expect(page.Locator("#surname")).ToBeFocusedAsync();
        await page.GetByLabel("Surname").FillAsync("Кравчук");
        await page.GetByLabel("Given name").FillAsync("Лідія");
        await page.GetByLabel("Position").FillAsync("Оператор");
        var department = SampleProject.Configuration.Departments[0];
        await page.GetByLabel(department.Name, new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".secret input")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("^[a-z0-9-]{20,}$"));
        await page.Locator(".side-drawer").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Review and publish" }).ClickAsync();
        await Expect(page.Locator(".changes")).ToContainTextAsync("Лідія Кравчук joined");
        Assert.Empty(server.Silo.Projects.Sent);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("Everything here is published.");

        var published = Assert.IsType<PublishConfiguration>(Assert.Single(server.Silo.Projects.Sent)).Document;
        var employee = published.Employees.Single(one => one.Surname == "Кравчук");
        Assert.Equal(("lidiia-kravchuk", "Оператор"), (employee.Id, employee.Position));
        var account = Assert.Single(employee.MainContacts).Account;
        Assert.Equal(employee.Extension, account);
        Assert.NotNull(published.SipAccounts.Single(one => one.Username == account).Password);
        Assert.Contains(employee.Id, published.Departments[0].Members.Select(member => member.Employee));
        Assert.Equal(AuditNames(server), ["admin"]);
        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_removed_comes_back_with_all_that_went_along()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, Employees);
        await page.Locator(".link.who", new() { HasText = "Коваль" }).ClickAsync();
        var remove = page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true });
        await remove.ClickAsync();
        await page.GetByText("Remove Олена Коваль?").WaitForAsync();
        await remove.Last.ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("not published yet");
        await Expect(page.Locator(".link.who", new() { HasText = "Коваль" })).ToHaveCountAsync(0);

        await page.Locator(".notice").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();

        await Expect(page.Locator(".notice")).ToContainTextAsync("Олена Коваль is in the draft again.");
        await Expect(page.Locator(".link.who", new() { HasText = "Коваль" })).ToHaveCountAsync(1);
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("Everything here is published.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_name_of_an_account_is_mended_until_it_is_published()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/settings/accounts");
        var known = await page.Locator(".link.who").CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add account" }).ClickAsync();
        await page.FillAsync("#username", "Стіл 1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".link.who", new() { HasText = "Стіл 1" })).ToHaveCountAsync(1);

        await page.FillAsync("#username", "stil-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.Locator(".link.who", new() { HasText = "stil-1" })).ToHaveCountAsync(1);
        await Expect(page.Locator(".link.who")).ToHaveCountAsync(known + 1);
        await Expect(page.Locator(".side-drawer svg.qr")).ToHaveCountAsync(1);
        await page.Context.CloseAsync();

        var published = await browser.Open(server, "/settings/accounts");
        await published.Locator(".link.who").Last.ClickAsync();
        await Expect(published.Locator("#username")).ToBeDisabledAsync();
        await published.Context.CloseAsync();
    }

    [Fact]
    public async Task What_somebody_else_saved_is_seen_and_not_overwritten_unasked()
    {
        await using var server = await WebTestServer.Start();
        var name = SampleProject.Configuration.Departments[0].Name;
        var first = await browser.Open(server, Employees);
        var second = await browser.Open(server, Employees, language: "uk");
        await first.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await Expect(first.Locator("#name")).ToBeFocusedAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await Expect(second.Locator("#name")).ToBeFocusedAsync();
        await second.GetByLabel("Час виклику, с").FillAsync("21");
        await second.GetByRole(AriaRole.Button, new() { Name = "Зберегти" }).ClickAsync();
        await Expect(first.Locator(".draft-bar")).ToContainTextAsync("1 change is not published yet");

        await first.GetByLabel("Wrap-up, s").FillAsync("33");
        await first.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(first.Locator(".side-drawer [role=alert]")).ToContainTextAsync("changed this while you were typing");
        await first.GetByRole(AriaRole.Button, new() { Name = "Take the other" }).ClickAsync();

        await Expect(first.GetByLabel("Ring time, s")).ToHaveValueAsync("21");
        await Expect(first.GetByLabel("Wrap-up, s")).Not.ToHaveValueAsync("33");
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    [Fact]
    public async Task What_was_typed_is_there_again_when_the_page_begins_anew()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/settings/numbers");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add number" }).ClickAsync();
        await Expect(page.Locator("#number")).ToBeFocusedAsync();
        await page.GetByLabel("Number", new() { Exact = true }).FillAsync("044 222 33 44");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Реклама");
        await page.GetByLabel("Pool").FocusAsync();
        await page.WaitForFunctionAsync("() => sessionStorage.getItem('typed:numbers')?.includes('044 222')");

        await page.ReloadAsync();

        await Expect(page.GetByLabel("Number", new() { Exact = true })).ToHaveValueAsync("044 222 33 44");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator(".side-drawer [role=alert]")).ToContainTextAsync("not saved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard it" }).ClickAsync();
        await Expect(page.Locator(".side-drawer")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_error_of_the_draft_keeps_it_from_being_published_until_it_is_mended()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/settings/project");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("1 error keeps it from being published");
        await Expect(page.Locator(".field:has(#name)")).ToContainTextAsync("Is empty.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Review and publish" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true })).ToBeDisabledAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Discard all changes" }).ClickAsync();
        await page.Locator(".side-drawer .mud-button-filled-error").ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("Everything here is published.");
        await Expect(page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync(SampleProject.Configuration.Name);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Listening_is_allowed_for_the_project_and_the_review_says_so()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, "/settings/project");
        await page.GetByLabel("Supervisors may listen to calls").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Review and publish" }).ClickAsync();
        await Expect(page.Locator(".changes")).ToContainTextAsync("listening to calls");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("Everything here is published.");

        Assert.True(Assert.IsType<PublishConfiguration>(Assert.Single(server.Silo.Projects.Sent)).Document.Supervision);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Saving_mine_over_a_colleagues_keeps_what_else_he_changed()
    {
        await using var server = await WebTestServer.Start();
        var mine = await browser.Open(server, "/settings/project");
        var theirs = await browser.Open(server, "/settings/project");
        await mine.GetByLabel("Name", new() { Exact = true }).FillAsync("Моя назва");
        await mine.GetByLabel("Country").FocusAsync();
        await mine.WaitForFunctionAsync("() => sessionStorage.getItem('typed:ProjectSettingsWork')?.includes('IsTyped')");
        await theirs.GetByLabel("Name", new() { Exact = true }).FillAsync("Його назва");
        await theirs.GetByLabel("Time zone").FillAsync("Europe/Warsaw");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(mine.Locator(".draft-bar")).ToContainTextAsync("2 changes");

        await mine.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await mine.GetByRole(AriaRole.Button, new() { Name = "Save mine" }).ClickAsync();

        await Expect(theirs.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Моя назва");
        await Expect(theirs.GetByLabel("Time zone")).ToHaveValueAsync("Europe/Warsaw");
        await mine.Context.CloseAsync();
        await theirs.Context.CloseAsync();
    }

    [Fact]
    public async Task An_earlier_version_is_compared_in_words_and_brought_back_into_the_draft()
    {
        await using var server = await WebTestServer.Start();
        var first = SampleProject.Configuration;
        server.Silo.History.Published(7, "Олена", first with { Departments = [first.Departments[0] with { RingSeconds = 44 }] });
        var page = await browser.Open(server, "/settings/versions");
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare version 7" }).ClickAsync();
        await Expect(page.Locator(".changes")).ToContainTextAsync("15 → 44");
        await Expect(page.Locator(".changes")).ToContainTextAsync("removed");

        await page.GetByRole(AriaRole.Button, new() { Name = "Bring back into the draft" }).ClickAsync();

        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("2 changes are not published yet");
        Assert.Empty(server.Silo.Projects.Sent);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_file_of_employees_is_shown_row_by_row_and_then_put_into_the_draft()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, Employees);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import" }).ClickAsync();

        // A file that is chosen before Blazor listens (a person needs longer) is not noticed.
        var file = page.Locator("#import-file");
        await Eventually.Holds(
            async () => await file.EvaluateAsync<bool>("input => input._blazorInputFileNextFileId !== undefined"),
            TimeSpan.FromSeconds(20), "Blazor listens");
        await file.SetInputFilesAsync(new FilePayload
        {
            Name = "people.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("Surname,Given name,Departments\nКравчук,Лідія,Продажі\nГнатюк,,\n"),
        });
        await Expect(page.Locator(".side-drawer")).ToContainTextAsync("surname or given name is missing");
        await page.GetByRole(AriaRole.Button, new() { Name = "Put into the draft" }).ClickAsync();

        await Expect(page.Locator(".secret code")).ToHaveCountAsync(1);
        await page.Locator(".side-drawer").GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("3 changes are not published yet");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_circuit_ends_with_its_sign_in()
    {
        await using var server = await WebTestServer.Start();
        var page = await browser.Open(server, Employees);
        var signIn = page.WaitForURLAsync("**/sign-in?**", new() { Timeout = 15_000 });
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync("/settings/keys");
        await other.Locator(".dropdown > summary").Last.ClickAsync();
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await signIn;
        await page.Context.CloseAsync();
    }

    private static IEnumerable<string?> AuditNames(WebTestServer server) =>
        server.Silo.Projects.Noted.Where(entry => entry.Kind == Abstractions.Audit.AuditKind.ConfigurationPublished)
            .Select(entry => entry.Actor.Name);

    // What the content security policy refuses, and scripts that fail, are said on the console only.
    private static List<string> Complaints(IPage page)
    {
        List<string> complaints = [];
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);
        return complaints;
    }
}
