using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>What refused a call elsewhere, and what its caller hears of it.</summary>
public sealed class FinalCodeTests : IAsyncLifetime
{
    private const string Client = "+380671112233";
    private const string Warning = "Warning: 304 carrier \"Media type not available\"";
    private const string Reason = "Reason: Q.850;cause=88;text=\"Incompatible destination\"";

    private SiloUnderTest _silo = null!;
    private TestPhone _carrier = null!;
    private TestPhone _desk = null!;
    private TestPhone _phone = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _carrier = new TestPhone(_silo.Sip, "+380501112233");
        _desk = new TestPhone(_silo.Sip, "desk");
        _phone = new TestPhone(_silo.Sip, "anna");
        await _silo.Publish(SampleConfiguration.Of(_carrier.SentBy, [_desk.Uri], ["anna"]));
    }

    public async ValueTask DisposeAsync()
    {
        _carrier.Dispose();
        _desk.Dispose();
        _phone.Dispose();
        await _silo.DisposeAsync();
    }

    [Theory]
    [InlineData(402)]
    [InlineData(404)]
    [InlineData(410)]
    [InlineData(415)]
    [InlineData(480)]
    [InlineData(484)]
    [InlineData(486)]
    [InlineData(488)]
    [InlineData(503)]
    [InlineData(600)]
    [InlineData(603)]
    [InlineData(606)]
    public async Task What_a_carrier_says_reaches_the_phone_with_its_reasons(int status)
    {
        await Registration.Register(_phone, SiloUnderTest.Password);
        var call = await Registration.Call(_phone, Client);
        await (await TestCall.Ring(_carrier, alert: false)).Refuse(status, $"{Warning}\n{Reason}\nRetry-After: 60");

        var refusal = await _phone.Expect(status);
        call.AckRefusal(refusal);

        Assert.Equal(Warning[9..], refusal.Text(SipHeader.Warning));
        Assert.Equal(Reason[8..], refusal.Text(SipHeader.Reason));
        Assert.Equal(SipStatus.ReasonPhrase(status), System.Text.Encoding.ASCII.GetString(refusal.ReasonPhrase));
        // With a 503 the phone would leave us alone, not the carrier (RFC 3261 §21.5.4).
        Assert.Equal(status != 503, refusal.Has(SipHeader.RetryAfter));
    }

    [Theory]
    [InlineData(302, 502)]
    [InlineData(401, 500)]
    [InlineData(407, 500)]
    [InlineData(408, 480)]
    [InlineData(481, 502)]
    [InlineData(482, 502)]
    [InlineData(483, 502)]
    [InlineData(499, 502)]
    public async Task What_the_phone_would_misread_is_told_in_our_words(int status, int told)
    {
        await Registration.Register(_phone, SiloUnderTest.Password);
        var call = await Registration.Call(_phone, Client);
        await (await TestCall.Ring(_carrier, alert: false)).Refuse(status, Warning);

        var refusal = await _phone.Expect(told);
        call.AckRefusal(refusal);

        Assert.False(refusal.Has(SipHeader.Warning));
    }

    [Fact]
    public async Task A_colleagues_phone_that_cannot_take_the_offer_says_so_itself()
    {
        await Registration.Register(_phone, SiloUnderTest.Password);
        var call = await Registration.Call(_phone, "101");
        var ring = await TestCall.Ring(_desk, alert: false);
        await ring.Refuse(488, Warning);

        var refusal = await _phone.Expect(488);
        call.AckRefusal(refusal);

        Assert.Equal(Warning[9..], refusal.Text(SipHeader.Warning));
    }

    [Fact]
    public async Task A_colleague_who_cannot_be_reached_is_unavailable_whatever_his_phone_says()
    {
        await Registration.Register(_phone, SiloUnderTest.Password);
        var call = await Registration.Call(_phone, "101");
        var ring = await TestCall.Ring(_desk, alert: false);
        await ring.Refuse(404);

        call.AckRefusal(await _phone.Expect(480));
    }

    [Fact]
    public async Task A_fax_that_no_phone_takes_is_refused_like_the_phones_did_and_the_next_client_rings()
    {
        await Registration.Register(_phone, SiloUnderTest.Password);
        var fax = TestCall.Make(_carrier, SampleConfiguration.Number);
        await _carrier.Expect(180);
        await (await TestCall.Ring(_desk, alert: false)).Refuse(488);
        await (await TestCall.Ring(_phone, alert: false)).Refuse(488, Warning);
        var refusal = await _carrier.Expect(488);
        fax.AckRefusal(refusal);
        Assert.Equal(Warning[9..], refusal.Text(SipHeader.Warning));
        Assert.Equal(CallOutcome.OfferRefused, (await _silo.Record()).Outcome);

        var call = TestCall.Make(_carrier, SampleConfiguration.Number);
        var ring = await TestCall.Ring(_desk);
        await _carrier.Expect(180);
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        await Eventually.Holds(() => _silo.Counters.CallsEnded == 2);
    }
}
