using System.Net;
using System.Net.Sockets;
using CallCenter.Abstractions.Configuration;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>A trunk that the DNS knows by several servers (RFC 3263), some of which do not take calls.</summary>
public sealed class ServerTests : IAsyncLifetime
{
    private const string Client = "+380671112233";
    private const string Host = "carrier.example";
    private readonly DnsServer _dns = new();
    private SiloUnderTest _silo = null!;
    private TestPhone _first = null!;
    private TestPhone _second = null!;
    private TestPhone _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start(options: usual => usual with { DnsServers = [_dns.EndPoint] });
        _first = new TestPhone(_silo.Sip, "first");
        _second = new TestPhone(_silo.Sip, "second");
        _anna = new TestPhone(_silo.Sip, "anna");
        _dns.Address("one.example").Address("two.example");
        await _silo.Publish(Document(Host));
        await Registration.Register(_anna, SiloUnderTest.Password);
    }

    public async ValueTask DisposeAsync()
    {
        _first.Dispose();
        _second.Dispose();
        _anna.Dispose();
        await _silo.DisposeAsync();
        _dns.Dispose();
    }

    [Fact]
    public async Task A_server_that_answers_503_is_followed_by_the_next_of_the_same_name()
    {
        Servers();
        var call = await Registration.Call(_anna, Client);
        var first = await TestCall.Ring(_first, alert: false);
        await first.Refuse(503);
        var second = await TestCall.Ring(_second, alert: false);
        Assert.Equal((first.Invite!.CallIdText, 2u), (second.Invite!.CallIdText, second.Invite.CSeq));
        Assert.Equal($"sip:{Client}@{Host}", second.Invite.RequestUri!.Text);
        await second.Take();
        await call.Answered();
        await call.HangUp();
        await second.HungUp();
        Assert.Equal(2, (await _silo.Record()).Legs.Count);
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up_soon_and_a_late_answer_of_it_is_hung_up()
    {
        Servers();
        var call = await Registration.Call(_anna, Client);
        var silent = await TestCall.Ring(_first, alert: false);
        _silo.Leap(TimeSpan.FromSeconds(7));
        var second = await TestCall.Ring(_second, alert: false);
        await second.Take();
        await call.Answered();
        await silent.Take(expectAck: false);
        await _first.Expect(SipMethod.Ack);
        _first.Respond(await _first.Expect(SipMethod.Bye), 200);
        await call.HangUp();
        await second.HungUp();
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_followed_by_the_next()
    {
        using var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var port = ((IPEndPoint)closed.LocalEndpoint).Port;
        closed.Stop();
        _dns.Naptr(Host, 1, 1, "SIP+D2T", "_sip._tcp." + Host).Srv("_sip._tcp." + Host, 1, 0, port, "one.example")
            .Naptr(Host, 2, 1, "SIP+D2U", "_sip._udp." + Host).Srv("_sip._udp." + Host, 1, 0, _second.EndPoint.Port, "two.example");
        var call = await Registration.Call(_anna, Client);
        var second = await TestCall.Ring(_second, alert: false);
        await second.Take();
        await call.Answered();
        await call.HangUp();
        await second.HungUp();
    }

    [Fact]
    public async Task A_server_that_rings_is_not_left_for_another()
    {
        Servers();
        var call = await Registration.Call(_anna, Client);
        var ring = await TestCall.Ring(_first, alert: true);
        await _anna.Expect(180);
        _silo.Leap(TimeSpan.FromSeconds(20));
        await ring.Take();
        await call.Answered();
        _second.ExpectSilence();
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task What_the_DNS_said_is_asked_for_again_when_it_is_no_longer_fresh()
    {
        _dns.Srv("_sip._udp." + Host, 1, 0, _first.EndPoint.Port, "one.example", ttl: 30);
        await Rejected(_first);
        await Rejected(_first);
        Assert.Equal(1, _dns.Asked("_sip._udp." + Host, 33));
        _silo.Leap(TimeSpan.FromSeconds(31));
        await Rejected(_first);
        await Eventually.Holds(() => _dns.Asked("_sip._udp." + Host, 33) == 2);
    }

    [Fact]
    public async Task A_name_with_a_port_has_only_addresses()
    {
        await _silo.Publish(Document($"one.example:{_second.EndPoint.Port}"));
        await Rejected(_second);
        Assert.Equal(0, _dns.Asked("_sip._udp.one.example", 33));
    }

    [Fact]
    public async Task A_name_that_leads_nowhere_refuses_the_call()
    {
        await _silo.Publish(Document("nowhere.example"));
        var call = await Registration.Call(_anna, Client);
        var refusal = await _anna.ExpectAny();
        while (refusal.StatusCode < 200)
        {
            refusal = await _anna.ExpectAny();
        }

        Assert.InRange(refusal.StatusCode, 480, 504);
        call.AckRefusal(refusal);
    }

    private void Servers() => _dns
        .Srv("_sip._udp." + Host, 10, 0, _first.EndPoint.Port, "one.example")
        .Srv("_sip._udp." + Host, 20, 0, _second.EndPoint.Port, "two.example");

    private async Task Rejected(TestPhone server)
    {
        var call = await Registration.Call(_anna, Client);
        await (await TestCall.Ring(server, alert: false)).Refuse(486);
        call.AckRefusal(await _anna.Expect(486));
    }

    private static ProjectConfiguration Document(string host) => SampleConfiguration.Of("192.0.2.1", [], ["anna"]) with
    {
        Trunks = [new TrunkConfiguration("carrier", host, ["127.0.0.1:9"])],
    };
}
