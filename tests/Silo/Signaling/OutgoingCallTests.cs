using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>An employee calls a client through a trunk.</summary>
public sealed class OutgoingCallTests : IAsyncLifetime
{
    private const string Client = "+380671112233";
    private const string Challenge =
        "Proxy-Authenticate: Digest realm=\"carrier\", nonce=\"abc\", qop=\"auth\", algorithm=MD5\n";

    private SiloUnderTest _silo = null!;
    private TestPhone _carrier = null!;
    private TestPhone _phone = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _carrier = new TestPhone(_silo.Sip, "carrier");
        _phone = new TestPhone(_silo.Sip, "anna");
        await _silo.Publish(SampleConfiguration.Of(_carrier.SentBy, [], ["anna"]));
        await Registration.Register(_phone, SiloUnderTest.Password);
    }

    public async ValueTask DisposeAsync()
    {
        _carrier.Dispose();
        _phone.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task It_goes_out_with_the_chosen_number_and_the_networks_announcement_is_heard()
    {
        var call = await Registration.Call(_phone, Client);
        var ring = await TestCall.Ring(_carrier, alert: false);
        Assert.Equal(Client, ring.Invite!.RequestUri!.User);
        Assert.Equal(SampleConfiguration.Number, ring.Invite.From.Uri!.User);
        _carrier.Respond(ring.Invite, 183, ring.Tag, TestCall.Sdp(_carrier, SdpDirection.SendOnly));
        var progress = await _phone.Expect(183);
        Assert.Equal(TestCall.Sdp(_carrier, SdpDirection.SendOnly), progress.Body.ToArray());
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        var record = await _silo.Record();
        Assert.Equal((CallDirection.Outgoing, SampleConfiguration.Number), (record.Direction, record.ShownNumber));
    }

    [Fact]
    public async Task A_challenge_of_the_trunk_is_answered()
    {
        await _silo.Publish(SampleConfiguration.Of(_carrier.SentBy, [], ["anna"]) with
        {
            Trunks = [new TrunkConfiguration("carrier", _carrier.SentBy, [_carrier.SentBy], Username: "we")],
        });
        var call = await Registration.Call(_phone, Client);
        var first = await TestCall.Ring(_carrier, alert: false);
        _carrier.Respond(first.Invite!, 407, first.Tag, headers: Challenge);
        await _carrier.Expect(SipMethod.Ack);
        var second = await TestCall.Ring(_carrier, alert: false);
        Assert.Equal((2u, first.Invite!.CallIdText), (second.Invite!.CSeq, second.Invite.CallIdText));
        Assert.StartsWith("Digest username=\"we\"", second.Invite.Text(SipHeader.ProxyAuthorization));
        var ack = await second.Take();
        Assert.True(ack.Has(SipHeader.ProxyAuthorization));
        await call.Answered();
        await call.HangUp();
        await second.HungUp();
    }

    [Fact]
    public async Task A_forbidden_destination_is_refused_without_a_word_about_passwords()
    {
        var call = await Registration.Call(_phone, "+79001112233");
        var refusal = await _phone.Expect(603);
        call.AckRefusal(refusal);
        Assert.Equal("Destination Not Allowed", Encoding.ASCII.GetString(refusal.ReasonPhrase));
    }

    [Fact]
    public async Task A_carriers_403_is_not_given_to_a_phone_neither_for_a_call_nor_inside_of_it()
    {
        var refused = await Registration.Call(_phone, Client);
        await (await TestCall.Ring(_carrier, alert: false)).Refuse(403);
        refused.AckRefusal(await _phone.Expect(603));

        var call = await Registration.Call(_phone, Client);
        var ring = await TestCall.Ring(_carrier, alert: false);
        await ring.Take();
        await call.Answered();
        call.Request(SipMethod.Invite, TestCall.Sdp(_phone, SdpDirection.SendOnly, 2));
        var reinvite = await _carrier.Expect(SipMethod.Invite);
        _carrier.Respond(reinvite, 403);
        await _carrier.Expect(SipMethod.Ack);
        await _phone.Expect(488);
    }

    [Fact]
    public async Task A_call_beyond_the_days_limit_is_refused_and_raises_an_alarm()
    {
        await _silo.Publish(SampleConfiguration.Of(_carrier.SentBy, [], ["anna"]) with
        {
            Limits = new LimitConfiguration(Destinations: [new DestinationLimit("+38067", MaxCallsPerDay: 1)]),
        });
        Assert.True(_silo.Health.Parts.Single(part => part.Name == "outgoing-limits").Ready);
        var first = await Registration.Call(_phone, Client);
        await (await TestCall.Ring(_carrier, alert: false)).Refuse(486);
        first.AckRefusal(await _phone.Expect(486));

        var second = await Registration.Call(_phone, Client);
        var refusal = await _phone.Expect(603);
        second.AckRefusal(refusal);
        Assert.Equal("Outgoing Call Limit Reached", Encoding.ASCII.GetString(refusal.ReasonPhrase));
        var alarm = _silo.Health.Parts.Single(part => part.Name == "outgoing-limits");
        Assert.False(alarm.Ready);
        Assert.Contains($"employee employee1 to {Client}: destination-limit", alarm.Reason);
        Assert.True(_silo.Health.Ready);

        _silo.Leap(TimeSpan.FromHours(2));
        Registration.Send(_phone, null, 3600);
        await Eventually.Holds(() => _silo.Health.Parts.All(part => part.Name != "outgoing-limits" || part.Ready));
    }

    [Fact]
    public async Task The_clients_refusal_reaches_the_employee()
    {
        var call = await Registration.Call(_phone, Client);
        await (await TestCall.Ring(_carrier, alert: false)).Refuse(486);
        call.AckRefusal(await _phone.Expect(486));
    }
}
