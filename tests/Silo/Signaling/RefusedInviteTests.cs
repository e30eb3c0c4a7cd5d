using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>A client whose INVITE is refused before it is a call has called all the same: he is in the history.</summary>
public sealed class RefusedInviteTests : IAsyncLifetime
{
    private SiloUnderTest _silo = null!;
    private TestPhone _client = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _client = new TestPhone(_silo.Sip, "+380501112233");
        await _silo.Publish(SampleConfiguration.Of(_client.SentBy, ["sip:one@127.0.0.1:9"]));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _silo.DisposeAsync();
    }

    [Theory]
    [InlineData(415, null, "application/x")]
    [InlineData(420, "Require: 100rel", null)]
    [InlineData(406, "Accept: text/plain", null)]
    public async Task Whoever_is_refused_for_what_he_brings_is_recorded_with_the_status_he_got(int status, string? headers, string? type)
    {
        var call = TestCall.Make(
            _client, SampleConfiguration.Number, headers: headers, body: type is null ? null : (type, "what is this"));
        call.AckRefusal(await _client.Expect(status));
        var record = await _silo.Record();
        Assert.Equal(
            (CallOutcome.Refused, EndedBy.System, status, "+380501112233", "main", "carrier"),
            (record.Outcome, record.EndedBy, record.SipStatus, record.ClientNumber, record.DialledNumber, record.Trunk));
        var decision = Assert.Single(_silo.Events<CallRouted>()).Decision;
        Assert.Equal(("not-accepted", $"{status} {SipStatus.ReasonPhrase(status)}"), (decision.Rule, decision.Destination));
        Assert.Equal(0, _silo.Counters.CallsLive);
    }

    [Fact]
    public async Task A_malformed_INVITE_is_recorded_once_however_often_it_is_repeated()
    {
        var invite = Encoding.ASCII.GetBytes(
            $"INVITE sip:{SampleConfiguration.Number}@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP {_client.SentBy};branch=z9hG4bK1;rport\r\n"
            + $"From: <sip:{_client.User}@127.0.0.1>;tag=1\r\nTo: <sip:{SampleConfiguration.Number}@127.0.0.1>\r\nCall-ID: a@b\r\n"
            + "CSeq: 1 INVITE\r\nMax-Forwards: 70\r\nContent-Length: 9000\r\n\r\nv=0");
        _client.SendRaw(invite);
        await _client.Expect(400);
        _client.SendRaw(invite);
        var record = await _silo.Record();
        Assert.Equal((CallOutcome.Refused, 400, "+380501112233"), (record.Outcome, record.SipStatus, record.ClientNumber));
        await Refused();
        Assert.Equal(2, _silo.Events<CallEnded>().Count);
    }

    [Fact]
    public async Task A_call_beyond_the_limit_of_live_calls_is_recorded()
    {
        await _silo.Publish(SampleConfiguration.Of(_client.SentBy, ["sip:one@127.0.0.1:9"]) with
        {
            Limits = new LimitConfiguration(MaxLiveCalls: 1),
        });
        TestCall.Make(_client, SampleConfiguration.Number);
        await _client.Expect(180);
        TestCall.Make(_client, SampleConfiguration.Number).AckRefusal(await _client.Expect(503));
        Assert.Equal(503, (await _silo.Record()).SipStatus);
    }

    [Fact]
    public async Task A_call_that_comes_while_the_silo_drains_is_recorded()
    {
        _silo.Runtime.Drain();
        TestCall.Make(_client, SampleConfiguration.Number).AckRefusal(await _client.Expect(503));
        Assert.Equal((CallOutcome.Refused, 503), ((await _silo.Record()).Outcome, (await _silo.Record()).SipStatus));
    }

    [Fact]
    public async Task An_emergency_call_goes_out_while_the_silo_drains()
    {
        using var phone = new TestPhone(_silo.Sip, "anna");
        await _silo.Publish(SampleConfiguration.Of(_client.SentBy, [], ["anna"]) with
        {
            EmergencyNumbers = [new EmergencyNumber("112", "carrier")],
        });
        await Registration.Register(phone, SiloUnderTest.Password);
        _silo.Runtime.Drain();

        await Registration.Call(phone, "112");

        Assert.Contains("sip:112@", (await TestCall.Ring(_client)).Invite!.RequestUri!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_and_those_who_are_told_to_ask_again_differently_leave_nothing()
    {
        using var stranger = new TestPhone(_silo.Sip, "stranger");
        TestCall.Make(stranger, SampleConfiguration.Number, headers: "Require: 100rel").AckRefusal(await stranger.Expect(420));
        TestCall.Make(_client, SampleConfiguration.Number, headers: "Session-Expires: 30").AckRefusal(await _client.Expect(422));
        await Refused();
        Assert.Single(_silo.Events<CallArrived>());
    }

    /// <summary>One that is recorded in any case, behind what was sent before.</summary>
    private async Task Refused()
    {
        var before = _silo.Counters.CallsEnded;
        TestCall.Make(_client, SampleConfiguration.Number, headers: "Require: 100rel").AckRefusal(await _client.Expect(420));
        await Eventually.Holds(() => _silo.Counters.CallsEnded == before + 1);
    }
}
