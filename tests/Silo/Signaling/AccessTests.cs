using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>Who is served: phones that prove who they are, trunks that are known; strangers get nothing.</summary>
public sealed class AccessTests : IAsyncLifetime
{
    private SiloUnderTest _silo = null!;
    private TestPhone _carrier = null!;
    private TestPhone _phone = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _carrier = new TestPhone(_silo.Sip, "+380501112233");
        _phone = new TestPhone(_silo.Sip, "anna");
        await _silo.Publish(SampleConfiguration.Of(_carrier.SentBy, [], ["anna", "boris"]));
    }

    public async ValueTask DisposeAsync()
    {
        _carrier.Dispose();
        _phone.Dispose();
        await _silo.DisposeAsync();
    }

    [Fact]
    public async Task A_phone_registers_by_digest_and_is_rung()
    {
        var accepted = await Registration.Register(_phone, SiloUnderTest.Password);
        Assert.Contains(_phone.Uri, accepted.Text(SipHeader.Contact));
        Assert.True((await _silo.Board()).Employees[0].Reachable);

        var (call, ring) = await TestCall.Talk(_carrier, _phone);
        await ring.HangUp();
        await call.HungUp();
    }

    [Fact]
    public async Task A_phone_that_unregisters_is_rung_no_more()
    {
        await Registration.Register(_phone, SiloUnderTest.Password);
        await Registration.Register(_phone, SiloUnderTest.Password, expires: 0);
        await Eventually.Holds(() => _silo.Events<BindingsChanged>() is [.., { Bindings.Count: 0 }]);
        Assert.False((await _silo.Board()).Employees[0].Reachable);
    }

    [Fact]
    public async Task A_call_forks_to_all_phones_of_an_account_and_one_wins()
    {
        using var second = new TestPhone(_silo.Sip, "anna");
        var (call, one, two) = await RungTwice(second);
        await two.Take();
        Assert.Equal(SipReason.CompletedElsewhere, (await one.Cancelled()).Reason);
        await _carrier.Expect(180);
        await call.Answered();
        await call.HangUp();
        await two.HungUp();
        Assert.Equal(2, (await _silo.Record()).Legs.Count);
    }

    [Fact]
    public async Task One_busy_phone_of_two_leaves_the_other_ringing()
    {
        using var second = new TestPhone(_silo.Sip, "anna");
        var (call, one, two) = await RungTwice(second);
        await one.Refuse(486);
        await two.Take();
        await _carrier.Expect(180);
        await call.Answered();
        await call.HangUp();
        await two.HungUp();
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_account_are_refused_alike()
    {
        using var stranger = new TestPhone(_silo.Sip, "nobody");
        var wrong = await Registration.Register(_phone, "wrong", expect: 403);
        var unknown = await Registration.Register(stranger, "wrong", expect: 403);
        Assert.Equal(Names(wrong), Names(unknown));
        Assert.Equal(wrong.ReasonPhrase.ToArray(), unknown.ReasonPhrase.ToArray());
        Assert.Equal(2, _silo.Counters.Strangers);
    }

    [Fact]
    public async Task Nobody_registers_anothers_account()
    {
        using var boris = new TestPhone(_silo.Sip, "boris");
        await Registration.Register(boris, SiloUnderTest.Password, expect: 403, asUser: "anna");
    }

    [Fact]
    public async Task Who_keeps_failing_is_not_answered_any_more()
    {
        using var stranger = new TestPhone(_silo.Sip, "nobody");
        for (var i = 0; i < 21; i++)
        {
            await Registration.Register(stranger, "wrong", expect: 403);
        }

        Registration.Send(stranger, null, 3600);
        TestCall.Make(stranger, SampleConfiguration.Number);
        await Eventually.Holds(() => _silo.Counters.RateLimited == 2);
        stranger.ExpectSilence();

        // The carrier shares the stranger's address, but is known by it.
        TestCall.Make(_carrier, SampleConfiguration.Number);
        await _carrier.Expect(180);
    }

    [Fact]
    public async Task A_strangers_call_is_challenged_and_then_refused()
    {
        using var stranger = new TestPhone(_silo.Sip, "nobody");
        var call = TestCall.Make(stranger, SampleConfiguration.Number);
        var challenge = await stranger.Expect(407);
        call.AckRefusal(challenge);
        call.Repeat(Registration.Credentials(challenge, "nobody", "wrong", SipMethod.Invite, call.Start.RequestUri.Text));
        call.AckRefusal(await stranger.Expect(403));
        Assert.Equal(0, _silo.Counters.CallsLive);
    }

    [Fact]
    public async Task Strangers_learn_nothing_by_OPTIONS()
    {
        using var stranger = new TestPhone(_silo.Sip, "nobody");
        Registration.SendOptions(stranger);
        var refusal = await stranger.Expect(403);
        Assert.False(refusal.Has(SipHeader.Allow));
        Registration.SendOptions(_carrier);
        Assert.True((await _carrier.Expect(200)).Has(SipHeader.Allow));
    }

    [Fact]
    public async Task A_phone_calls_a_colleague_by_extension_after_a_challenge()
    {
        using var boris = new TestPhone(_silo.Sip, "boris");
        await Registration.Register(_phone, SiloUnderTest.Password);
        await Registration.Register(boris, SiloUnderTest.Password);
        var call = await Registration.Call(_phone, "102");
        var ring = await TestCall.Ring(boris);
        await _phone.Expect(180);
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
        Assert.Equal(CallDirection.Internal, (await _silo.Record()).Direction);
    }

    [Fact]
    public async Task A_trunk_that_must_authenticate_is_challenged()
    {
        var configuration = SampleConfiguration.Of(_carrier.SentBy, [_phone.Uri]);
        await _silo.Publish(configuration with
        {
            Trunks = [configuration.Trunks[0] with { Username = "carrier", AuthenticateIncoming = true }],
        });
        var call = TestCall.Make(_carrier, SampleConfiguration.Number);
        var challenge = await _carrier.Expect(407);
        call.AckRefusal(challenge);
        call.Repeat(Registration.Credentials(challenge, "carrier", SiloUnderTest.Password, SipMethod.Invite, call.Start.RequestUri.Text));
        await TestCall.Ring(_phone);
        await _carrier.Expect(180);
    }

    [Fact]
    public async Task Malformed_messages_are_answered_where_they_may_be_and_counted()
    {
        _carrier.SendRaw("hello"u8);
        _carrier.SendRaw(Encoding.ASCII.GetBytes(
            $"INVITE sip:1@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP {_carrier.SentBy};branch=z9hG4bK1;rport\r\nFrom: <sip:a@b>;tag=1\r\n"
            + "To: <sip:b@c>\r\nCall-ID: x\r\nCSeq: 1 INVITE\r\nMax-Forwards: many\r\n\r\n"));
        await _carrier.Expect(400);
        _carrier.SendRaw("\r\n\r\n"u8);
        Registration.SendOptions(_carrier);
        await _carrier.Expect(200);
        Assert.Equal(2, _silo.Counters.Malformed);
    }

    // Two phones of one account are rung by the same call.
    private async Task<(TestCall Call, TestCall One, TestCall Two)> RungTwice(TestPhone second)
    {
        await Registration.Register(_phone, SiloUnderTest.Password);
        await Registration.Register(second, SiloUnderTest.Password);
        var call = TestCall.Make(_carrier, SampleConfiguration.Number);
        return (call, await TestCall.Ring(_phone), await TestCall.Ring(second));
    }

    private static string[] Names(SipMessage message) =>
        [.. Enumerable.Range(0, message.HeaderCount).Select(index => message.LineAt(index).Header.ToString())];
}
