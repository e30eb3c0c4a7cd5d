using CallCenter.Scenarios.Tests.Harness;
using Microsoft.Playwright;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>A supervisor looks at the board in a real browser while a real call goes through.</summary>
[Collection(nameof(RunningCallCenter))]
public class BoardInBrowserTests(RunningCallCenter center)
{
    [Fact]
    public async Task Board_shows_a_real_call_as_it_comes_and_goes()
    {
        var (trunk, phone) = (Ports.Pair(), Ports.Free());
        await center.Publish(With(trunk, Employee("anna", "101", phone)));
        await using var browser = await Chromium.AtBoard(center.Address, center.Password);
        var client = browser.Page.GetByText("+380 67 400 00 01").First;
        await Assertions.Expect(client).ToBeHiddenAsync();

        using var anna = await Sipp.Phone("employee-answers", phone);
        using var caller = Sipp.Client("caller", trunk.First, center.SipPort, Number, "380674000001", milliseconds: 3000);
        await Assertions.Expect(client).ToBeVisibleAsync();
        await caller.Succeeds();
        await anna.Succeeds();
        await Assertions.Expect(client).ToBeHiddenAsync();
    }
}
