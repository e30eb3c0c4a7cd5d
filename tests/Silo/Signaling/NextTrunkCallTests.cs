using CallCenter.Abstractions.Configuration;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>Two trunks, of which one does not carry the call; and a phone that sends its call to one of them.</summary>
public sealed class NextTrunkCallTests : IAsyncLifetime
{
    private const string Client = "+380671112233";
    private SiloUnderTest _silo = null!;
    private TestPhone _first = null!;
    private TestPhone _second = null!;
    private TestPhone _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _first = new TestPhone(_silo.Sip, "+380501112233");
        _second = new TestPhone(_silo.Sip, "second");
        _anna = new TestPhone(_silo.Sip, "anna");
        var document = SampleConfiguration.Of(_first.SentBy, [], ["anna"]);
        await _silo.Publish(document with
        {
            Trunks = [document.Trunks[0], new TrunkConfiguration("other", _second.SentBy, [_second.SentBy])],
            Numbers = [document.Numbers[0] with { LeadsTo = new Destination(Employee: "employee1") }],
            CallerNumberRules = [new CallerNumberRule("main", Trunks: ["carrier", "other"])],
        });
        await Registration.Register(_anna, SiloUnderTest.Password);
    }

    public async ValueTask DisposeAsync()
    {
        _first.Dispose();
        _second.Dispose();
        _anna.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task A_trunk_that_refuses_for_itself_is_followed_by_the_next_whose_announcement_is_heard()
    {
        var call = await Registration.Call(_anna, Client);
        await (await TestCall.Ring(_first, alert: false)).Refuse(503);
        var ring = await TestCall.Ring(_second, alert: false);
        _second.Respond(ring.Invite!, 183, ring.Tag, TestCall.Sdp(_second));
        Assert.Equal(TestCall.Sdp(_second), (await _anna.Expect(183)).Body.ToArray());
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        var record = await _silo.Record();
        Assert.Equal("other", record.Trunk);
        Assert.Equal([null, 503, null], record.Legs.Select(leg => leg.SipStatus));
    }

    [Fact]
    public async Task A_trunk_that_says_nothing_is_followed_by_the_next_before_a_caller_gives_up()
    {
        var call = await Registration.Call(_anna, Client);
        await TestCall.Ring(_first, alert: false);
        _silo.Leap(TimeSpan.FromSeconds(7));
        var ring = await TestCall.Ring(_second, alert: false);
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        Assert.Equal(408, (await _silo.Record()).Legs[1].SipStatus);
    }

    [Fact]
    public async Task A_phones_302_is_followed_to_the_number_that_it_names()
    {
        var call = TestCall.Make(_first, SampleConfiguration.Number);
        var phone = await TestCall.Ring(_anna);
        await _first.Expect(180);
        _anna.Respond(phone.Invite!, 302, phone.Tag, headers: $"Contact: <sip:0671112233@{_silo.Sip}>");
        await _anna.Expect(SipMethod.Ack);
        var ring = await TestCall.Ring(_first, alert: false);
        Assert.Equal((Client, SampleConfiguration.Number), (ring.Invite!.RequestUri!.User, ring.Invite.From.Uri!.User));
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        Assert.Equal("employee1", (await _silo.Record()).Employee!.Value.Value);
    }
}
