using CallCenter.Abstractions.Employees;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>Phones that are rung to be tried.</summary>
public sealed class PhoneTrialTests : IAsyncLifetime
{
    private SiloUnderTest _silo = null!;
    private TestPhone _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _anna = new TestPhone(_silo.Sip, "anna");
        await _silo.Publish(SampleConfiguration.Of(_anna.SentBy, [], ["anna"]));
    }

    public async ValueTask DisposeAsync()
    {
        _anna.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task A_phone_rings_for_some_seconds_and_is_no_call()
    {
        await Registration.Register(_anna, SiloUnderTest.Password);
        var trial = Ring();
        var ring = await TestCall.Ring(_anna);

        Assert.Equal(180, (await trial).Status);
        Assert.Equal("12", ring.Invite!.Text(SipHeader.Expires));
        Assert.Empty((await _silo.Projects.Board(SiloUnderTest.Project)).Calls);

        _silo.Leap(TimeSpan.FromSeconds(13));
        await ring.Cancelled();
    }

    [Fact]
    public async Task Whoever_picks_up_is_hung_up_on()
    {
        await Registration.Register(_anna, SiloUnderTest.Password);
        var trial = Ring();
        var ring = await TestCall.Ring(_anna, alert: false);
        await ring.Take();
        await ring.HungUp();

        Assert.True((await trial).Rings);
        _silo.Leap(TimeSpan.FromSeconds(13));
        Assert.Equal(PhoneTrial.NotRegistered, (await Ring("nobody")).Status);
        _anna.ExpectSilence();
    }

    [Fact]
    public async Task A_phone_that_refuses_says_why()
    {
        await Registration.Register(_anna, SiloUnderTest.Password);
        var trial = Ring();
        await (await TestCall.Ring(_anna, alert: false)).Refuse(486);

        Assert.Equal((486, false), ((await trial).Status, (await trial).Rings));
    }

    [Fact]
    public async Task A_phone_that_says_nothing_is_told_of_and_let_go()
    {
        await Registration.Register(_anna, SiloUnderTest.Password);
        var trial = Ring();
        await _anna.Expect(SipMethod.Invite);

        _silo.Leap(TimeSpan.FromSeconds(13));
        Assert.Equal(408, (await trial).Status);
    }

    [Fact]
    public async Task An_account_without_a_phone_rings_nowhere() =>
        Assert.Equal(PhoneTrial.NotRegistered, (await Ring()).Status);

    [Fact]
    public async Task So_many_at_once_and_no_more()
    {
        await Registration.Register(_anna, SiloUnderTest.Password);
        List<Task<PhoneTrial>> trials = [.. Enumerable.Range(0, 11).Select(_ => Ring())];

        Assert.Equal(503, (await trials[^1]).Status);
    }

    [Fact]
    public async Task What_is_over_takes_no_place()
    {
        await Registration.Register(_anna, SiloUnderTest.Password);
        for (var i = 0; i < 12; i++)
        {
            var trial = Ring();
            await (await TestCall.Ring(_anna, alert: false)).Refuse(486);
            Assert.Equal(486, (await trial).Status);
        }
    }

    private Task<PhoneTrial> Ring(string account = "anna") => _silo.Projects.RingPhone(SiloUnderTest.Project, account).AsTask();
}
