using CallCenter.Abstractions.Calls;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CallCenter.Scenarios.Tests;

/// <summary>
/// Somebody new sets a company up in the browser alone, from an empty data folder to a call on a real phone. Not beside the others: a
/// browser at work takes the processors from scenarios that count seconds.
/// </summary>
[Collection(nameof(CompanyInBrowserTests))]
[CollectionDefinition(nameof(CompanyInBrowserTests), DisableParallelization = true)]
public sealed class CompanyInBrowserTests : IAsyncLifetime
{
    private const string Client = "380675550001";

    private static readonly (string Surname, string GivenName, string Department)[] Staff =
    [
        ("Коваль", "Олена", "Продажі"), ("Бондар", "Тарас", "Продажі"), ("Лисенко", "Оксана", "Продажі"),
        ("Мельник", "Іван", "Підтримка"), ("Ткач", "Марія", "Підтримка"), ("Шевчук", "Юрій", "Підтримка"),
    ];

    private static readonly float Patience = (float)TimeSpan.FromSeconds(20).TotalMilliseconds;

    private readonly CallCenterServer _center = new();

    public async ValueTask InitializeAsync() => await _center.Start();

    public ValueTask DisposeAsync()
    {
        _center.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Two_departments_six_people_a_trunk_and_two_numbers_are_made_in_pages_and_a_phone_takes_a_call()
    {
        var trunk = Ports.Pair();
        await using var browser = await Chromium.AtBoard(_center.Address, _center.Password);
        var page = browser.Page;

        await Open(page, "/settings/project");
        await page.FillAsync("#name", "ТОВ «Приклад»");
        await Work.Press(page, "Save");
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("1 change is not published yet", new() { Timeout = Patience });

        await Open(page, "/settings/trunks");
        await Add(page, "Add trunk", "#name");
        await page.FillAsync("#name", "Оператор");
        await page.FillAsync("#host", $"127.0.0.1:{trunk.Second}");
        await page.FillAsync("#addresses", $"127.0.0.1:{trunk.First}");
        await SaveAndClose(page);

        await Open(page, "/settings/employees");
        foreach (var department in Staff.Select(one => one.Department).Distinct())
        {
            await Add(page, "Add department", "#name");
            await page.FillAsync("#name", department);
            await SaveAndClose(page);
        }

        var (username, password) = ("", "");
        foreach (var person in Staff)
        {
            await Add(page, "Add employee", "#surname");
            await page.FillAsync("#surname", person.Surname);
            await page.FillAsync("#given-name", person.GivenName);
            await page.GetByLabel(person.Department, new() { Exact = true }).CheckAsync();
            if (person.Surname == "Коваль") await page.GetByLabel("Ready without signing in").CheckAsync();
            await Work.Press(page, "Save");
            await page.Locator(".secret input").WaitForAsync();
            if (person.Surname == "Коваль")
                (username, password) = (await page.InputValueAsync("#extension"), await page.InputValueAsync(".secret input"));
            await Work.Press(page, "Close");
            await Expect(page.Locator(".side-drawer")).ToHaveCountAsync(0, new() { Timeout = Patience });
        }

        await Open(page, "/settings/numbers");
        foreach (var (number, department) in new[] { ("044 555 01 01", "Продажі"), ("044 555 01 02", "Підтримка") })
        {
            await Add(page, "Add number", "#number");
            await page.FillAsync("#number", number);
            await page.SelectOptionAsync("#leads-to", new SelectOptionValue { Label = $"department: {department}" });
            await SaveAndClose(page);
        }

        await Work.Press(page, "Review and publish");
        await Work.Press(page, "Publish");
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("Everything here is published.", new() { Timeout = Patience });

        using var phone = new Baresip(username, password, _center.SipPort);
        await Eventually.Holds(async () => (await _center.Board()).Employees.Any(one => one.Id == "olena-koval" && one.Reachable));
        await Open(page, "/settings/accounts");
        await Expect(page.Locator("tr", new() { HasText = "Олена Коваль" })).ToContainTextAsync("baresip");
        using var client = Sipp.Client("caller", trunk.First, _center.SipPort, "+380445550101", Client, milliseconds: 600);
        await client.Succeeds();
        await Eventually.Holds(async () => (await _center.Calls("+" + Client)).Calls.Count == 1);
        var call = (await _center.Calls("+" + Client)).Calls[0];
        Assert.Equal((CallOutcome.Answered, "olena-koval"), (call.Outcome, call.Employee));
    }

    [Fact]
    public async Task The_guide_leads_from_nothing_to_a_phone_that_rings()
    {
        await using var browser = await Chromium.AtBoard(_center.Address, _center.Password);
        var page = browser.Page;
        await page.GotoAsync(_center.Address + "/");
        await Expect(page).ToHaveURLAsync(_center.Address + "/settings/start");
        await page.Locator(".work:not([inert])").WaitForAsync();

        await page.FillAsync("#name", "ТОВ «Перші кроки»");
        await Work.Press(page, "Save");
        await Expect(page.Locator(".guide-step[data-done]")).ToHaveCountAsync(1, new() { Timeout = Patience });
        await Add(page, "Add department", "#name >> nth=-1");
        await page.Locator(".side-drawer #name").FillAsync("Продажі");
        await Work.Press(page.Locator(".side-drawer"), "Save");
        await Expect(page.Locator(".side-drawer")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Add(page, "Add employee", "#surname");
        await page.FillAsync("#surname", "Коваль");
        await page.FillAsync("#given-name", "Олена");
        await page.GetByLabel("Продажі", new() { Exact = true }).CheckAsync();
        await Work.Press(page.Locator(".side-drawer"), "Save");
        var password = await page.Locator(".secret input").InputValueAsync();
        await Work.Press(page, "Close");
        await Add(page, "Add number", "#number");
        await page.FillAsync("#number", "044 555 01 01");
        await page.SelectOptionAsync("#leads-to", new SelectOptionValue { Label = "department: Продажі" });
        await Work.Press(page.Locator(".side-drawer"), "Save");
        await Expect(page.Locator(".side-drawer")).ToHaveCountAsync(0, new() { Timeout = Patience });
        await Expect(page.GetByText("Publish first: until then no phone can register.")).ToBeVisibleAsync();

        await Work.Press(page, "Review and publish");
        await Work.Press(page, "Publish");
        await Expect(page.GetByText("Waiting for the phone to register…")).ToBeVisibleAsync(new() { Timeout = Patience });
        var account = await page.Locator("#phone").InputValueAsync();
        using var phone = new Baresip(account, password, _center.SipPort, answers: false);
        await page.GetByRole(AriaRole.Button, new() { Name = $"Ring the phone of {account}" }).ClickAsync();
        await Expect(page.GetByText("The phone rings now.")).ToBeVisibleAsync(new() { Timeout = Patience });
        await Eventually.Holds(() => phone.Output.Contains("Incoming call", StringComparison.OrdinalIgnoreCase));
        Assert.Empty((await _center.Board()).Calls);

        // It stops by itself, and is in no journal.
        await Eventually.Holds(() => phone.Output.Contains("closed", StringComparison.OrdinalIgnoreCase), TimeSpan.FromSeconds(30));
        Assert.Empty((await _center.Calls(account)).Calls);
    }

    [Fact]
    public async Task A_page_that_is_worked_with_comes_back_by_itself_after_the_server_was_killed_with_what_was_typed_and_saved()
    {
        await using var browser = await Chromium.AtBoard(_center.Address, _center.Password);
        var page = browser.Page;
        await Open(page, "/settings/employees");
        await Add(page, "Add department", "#name");
        await page.FillAsync("#name", "Збережений");
        await SaveAndClose(page);
        await Add(page, "Add department", "#name");
        await page.FillAsync("#name", "Ще не збережений");
        await page.FocusAsync("#ring");
        await Eventually.Holds(async () =>
            await page.EvaluateAsync<bool>("() => (sessionStorage.getItem('typed:department') ?? '').includes('IsTyped')"));

        await _center.Kill();
        await Expect(page.Locator("html[data-circuit=lost]")).ToHaveCountAsync(1, new() { Timeout = 20_000 });
        await _center.Start();

        await Expect(page.Locator("html[data-circuit=lost]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await Expect(page.Locator("#name")).ToHaveValueAsync("Ще не збережений", new() { Timeout = 20_000 });
        await Expect(page.Locator(".work")).ToContainTextAsync("Збережений");
        await SaveAndClose(page);
        await Expect(page.Locator(".draft-bar")).ToContainTextAsync("changes are not published yet");
    }

    private Task Open(IPage page, string address) => Work.Open(page, _center.Address + address);

    private static async Task Add(IPage page, string button, string first)
    {
        await Work.Press(page, button);
        await Expect(page.Locator(first)).ToBeFocusedAsync(new() { Timeout = Patience });
    }

    private static async Task SaveAndClose(IPage page)
    {
        await Work.Press(page, "Save");
        await Expect(page.Locator(".side-drawer")).ToHaveCountAsync(0, new() { Timeout = Patience });
    }
}
