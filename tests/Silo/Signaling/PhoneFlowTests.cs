using System.Net;
using System.Net.Sockets;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;
using CallCenter.Silo.Tests.Restarts;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>Where a phone is: the way it registered over, its Contact, and what is left when a connection ends.</summary>
public sealed class PhoneFlowTests
{
    private const string Instance = "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6";

    [Fact]
    public async Task A_phone_whose_connection_ended_is_not_rung_and_not_charged_with_a_miss()
    {
        await using var mortal = await MortalSilo.Start();
        var phone = await StreamPhone.Register(mortal.Silo.Sip, "anna");
        Assert.True(await IsReachable(mortal));
        phone.Dispose();
        await Eventually.Holds(async () => !await IsReachable(mortal));
        await Declined(mortal);
        Assert.DoesNotContain(mortal.Silo.Events<RingMissed>(), missed => missed.Employee.Value == "employee2");
    }

    [Fact]
    public async Task A_phone_that_loses_its_connection_while_it_rings_gives_way_to_the_next_at_once()
    {
        await using var mortal = await MortalSilo.Start(strategy: Abstractions.Configuration.Strategy.InOrder);
        var phone = await StreamPhone.Register(mortal.Silo.Sip, "anna");
        var call = await Declined(mortal);
        var invite = await phone.Expect(SipMethod.Invite);
        await phone.Respond(invite, 180);
        await mortal.Happened<LegRang>();
        phone.Dispose();
        await mortal.Happened<RingMissed>(2);
        Assert.Equal(RingMiss.Unreachable, mortal.Silo.Events<RingMissed>()[1].Miss);
        Assert.Equal((LegEnd.Unreachable, 503), (mortal.Silo.Events<LegEnded>()[1].End, mortal.Silo.Events<LegEnded>()[1].SipStatus));
        await call.GiveUp();
    }

    [Fact]
    public async Task A_phone_that_listens_where_its_Contact_says_is_rung_over_a_new_connection()
    {
        await using var mortal = await MortalSilo.Start();
        using var listener = Listener();
        var phone = await StreamPhone.Register(mortal.Silo.Sip, "anna", listensAt: listener.LocalEndpoint);
        phone.Dispose();
        await Eventually.Holds(() => mortal.Silo.Runtime.Connections == 0);
        Assert.True(await IsReachable(mortal));
        await Declined(mortal);
        using var rung = await listener.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(5));
        Assert.StartsWith("INVITE", await StreamText.ReadUntil(rung.GetStream(), "\r\n\r\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_listens_at_the_Contact_any_more_the_ring_fails_at_once_and_the_phone_counts_as_gone()
    {
        await using var mortal = await MortalSilo.Start();
        var listener = Listener();
        var phone = await StreamPhone.Register(mortal.Silo.Sip, "anna", listensAt: listener.LocalEndpoint);
        phone.Dispose();
        listener.Dispose();
        await Eventually.Holds(() => mortal.Silo.Runtime.Connections == 0);
        await Declined(mortal);
        await mortal.Happened<RingMissed>(2);
        Assert.Equal(RingMiss.Unreachable, mortal.Silo.Events<RingMissed>()[1].Miss);
        await Eventually.Holds(async () => !await IsReachable(mortal));
    }

    [Fact]
    public async Task After_a_restart_a_phone_behind_a_connection_is_gone_until_it_registers_again()
    {
        await using var mortal = await MortalSilo.Start();
        using var before = await StreamPhone.Register(mortal.Silo.Sip, "anna", Instance);
        await mortal.Restart();
        Assert.False(await IsReachable(mortal));
        using var after = await StreamPhone.Register(mortal.Silo.Sip, "anna", Instance);
        Assert.True(await IsReachable(mortal));
        await Declined(mortal);
        await after.Expect(SipMethod.Invite);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_phone_that_sends_from_another_port_than_it_listens_on_is_rung_and_hung_up_where_it_listens(bool restart)
    {
        await using var mortal = await MortalSilo.Start();
        using var sender = new TestPhone(mortal.Silo.Sip, "anna");
        await new RawRegistration("anna", mortal.Anna.SentBy, mortal.Anna.Contact, "asymmetric").Register(sender, hears: mortal.Anna);
        if (restart)
        {
            await mortal.Restart();
        }

        var call = await Declined(mortal);
        var ring = await TestCall.Ring(mortal.Anna);
        await ring.Take();
        await call.Answered();
        await call.HangUp();
        await ring.HungUp();
    }

    [Fact]
    public async Task A_phone_behind_a_router_is_rung_where_its_request_came_from()
    {
        await using var mortal = await MortalSilo.Start();
        await new RawRegistration("anna", "192.168.1.10:5060;rport", "<sip:anna@192.168.1.10:5060>", "behind").Register(mortal.Anna);
        await Declined(mortal);
        await TestCall.Ring(mortal.Anna);
    }

    [Fact]
    public async Task Two_phones_with_the_same_private_Contact_behind_two_routers_both_ring()
    {
        await using var mortal = await MortalSilo.Start();
        using var second = new TestPhone(mortal.Silo.Sip, "anna");
        await new RawRegistration("anna", "192.168.1.10:5060;rport", "<sip:anna@192.168.1.10:5060>", "one").Register(mortal.Anna);
        await new RawRegistration("anna", "192.168.1.10:5060;rport", "<sip:anna@192.168.1.10:5060>", "two").Register(second);
        var call = await Declined(mortal);
        var (one, two) = (await TestCall.Ring(mortal.Anna), await TestCall.Ring(second));
        await mortal.Restart();
        await two.Take();
        await one.Cancelled();
        await call.Answered();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_phone_that_registers_from_another_port_during_a_call_is_hung_up_there(bool restart)
    {
        await using var mortal = await MortalSilo.Start();
        using var moved = new TestPhone(mortal.Silo.Sip, "anna");
        await Behind("10.1.1.1").Register(mortal.Anna);
        var call = await Declined(mortal);
        var ring = await TestCall.Ring(mortal.Anna);
        await ring.Take();
        await call.Answered();
        await call.Settled();
        if (restart)
        {
            mortal.Silo.Leap(TimeSpan.FromSeconds(40));
            await mortal.Restart();
        }

        await Behind("10.2.2.2").Register(moved);
        await call.HangUp();
        await moved.Expect(SipMethod.Bye);
        mortal.Anna.ExpectSilence();
    }

    [Fact]
    public async Task A_caller_who_registers_from_another_port_while_he_waits_is_answered_and_hung_up_there()
    {
        await using var mortal = await MortalSilo.Start();
        using var moved = new TestPhone(mortal.Silo.Sip, "anna");
        await Behind("10.1.1.1").Register(mortal.Anna);
        var call = await Registration.Call(mortal.Anna, "101");
        var ring = await TestCall.Ring(mortal.One);
        await mortal.Anna.Expect(180);
        await Behind("10.2.2.2").Register(moved);
        await ring.Take();
        Assert.Equal(SipMethod.Invite, (await moved.Expect(200)).Method);
        Assert.NotNull(call);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_phone_that_connects_anew_during_a_call_is_hung_up_over_the_new_connection(bool restart)
    {
        await using var mortal = await MortalSilo.Start();
        var before = await StreamPhone.Register(mortal.Silo.Sip, "anna", Instance);
        var call = await Declined(mortal);
        var invite = await before.Expect(SipMethod.Invite);
        await before.Respond(invite, 200, TestCall.Sdp(mortal.One));
        await before.Expect(SipMethod.Ack);
        await call.Answered();
        await call.Settled();
        before.Dispose();
        if (restart)
        {
            await mortal.Restart(awaySeconds: 40);
        }

        using var after = await StreamPhone.Register(mortal.Silo.Sip, "anna", Instance);
        await call.HangUp();
        await after.Expect(SipMethod.Bye);
    }

    private static RawRegistration Behind(string router) => new(
        "anna", $"{router}:5060;rport", $"<sip:anna@{router}:5060>;+sip.instance=\"<{Instance}>\"", $"from-{router}");

    private static TcpListener Listener()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    /// <summary>A client calls; the first employee declines, so that it is the second's turn.</summary>
    private static async Task<TestCall> Declined(MortalSilo mortal)
    {
        var call = TestCall.Make(mortal.Client, SampleConfiguration.Number);
        await (await TestCall.Ring(mortal.One, alert: false)).Refuse(486);
        await mortal.Client.Expect(180);
        await Eventually.Holds(() => mortal.Silo.Events<RingMissed>().Count > 0);
        return call;
    }

    private static async Task<bool> IsReachable(MortalSilo mortal) => (await mortal.Silo.Board()).Employees[1].Reachable;
}
