using CallCenter.Sip.Messages;
using CallCenter.Sip.Transactions;

namespace CallCenter.Sip.Tests.Transactions;

public sealed class TransactionLayerTests
{
    [Fact]
    public void Response_without_transaction_is_reported_as_stray()
    {
        var bench = new Bench();
        bench.SendRequest(SipMethod.Options);
        bench.Log();

        bench.PeerAnswers(200, branch: "99");
        bench.PeerAnswers(200, method: SipMethod.Invite);

        Assert.Equal("user stray 200 | user stray 200", bench.Log());
    }

    [Fact]
    public void CANCEL_without_INVITE_gets_481()
    {
        var bench = new Bench();

        bench.PeerSends("CANCEL");

        Assert.Equal("send 481", bench.Log());
    }

    [Fact]
    public void A_client_of_RFC_2543_has_a_transaction_without_magic_cookie()
    {
        var bench = new Bench(options: new TransactionOptions { TryingAfterMs = -1 });

        bench.PeerSends("INVITE", "1234");
        bench.Answer(486);
        bench.Log();
        bench.PeerSends("INVITE", "1234");
        Assert.Equal("send 486", bench.Log());

        bench.PeerSends("ACK", "1234");
        bench.PeerSends("INVITE", "1234");
        Assert.Equal("", bench.Log());
        Assert.Equal(1, bench.Layer.Count);
    }

    [Fact]
    public void Full_table_refuses_new_requests_but_still_serves_the_known_ones()
    {
        var bench = new Bench(options: new TransactionOptions { MaxTransactions = 1, TryingAfterMs = -1 });
        bench.PeerSends("INVITE");
        bench.Answer(180);
        bench.Log();

        bench.PeerSends("INVITE", "z9hG4bKsecond");
        Assert.Equal("send 503", bench.Log());
        Assert.Equal("5", bench.Sent[^1].Text(SipHeader.RetryAfter));

        bench.SendRequest(SipMethod.Invite);
        Assert.Null(bench.Client);

        bench.PeerSends("INVITE");
        Assert.Equal("send 180", bench.Log());
        Assert.Equal(1, bench.Layer.Count);

        bench.PeerSends("CANCEL", "z9hG4bKunknown");
        Assert.Equal("send 481", bench.Log());
        Assert.Equal(1, bench.Layer.Count);

        bench.PeerSends("CANCEL");
        Assert.Equal("send 200 | user CANCEL", bench.Log());
    }

    [Fact]
    public void Calls_can_be_ended_from_both_sides_when_the_table_is_full()
    {
        var bench = new Bench(options: new TransactionOptions { MaxTransactions = 1, TryingAfterMs = -1 });
        bench.PeerSends("INVITE");
        bench.Log();

        bench.PeerSends("BYE", "z9hG4bKstranger", toTag: "invented");
        Assert.Equal("send 503", bench.Log());
        bench.PeerSends("BYE", "z9hG4bKbye", toTag: "known");
        Assert.Equal("user BYE", bench.Log());
        bench.SendRequest(SipMethod.Bye);
        Assert.Equal("send BYE", bench.Log());
    }

    [Fact]
    public void Every_transaction_leaves_the_tables_in_the_end()
    {
        var bench = new Bench();
        bench.SendRequest(SipMethod.Invite);
        bench.PeerAnswers(180);
        ((InviteClientTransaction)bench.Client!).Cancel(bench.NowMs);
        bench.PeerAnswers(487);
        bench.PeerSends("INVITE");
        bench.Answer(200);
        bench.PeerSends("OPTIONS", "z9hG4bKoptions");

        bench.Pass(64_000);

        Assert.Equal(0, bench.Layer.Count);
        Assert.Equal(long.MaxValue, bench.Layer.NextDueMs);
    }

    [Fact]
    public void Broken_connection_fails_the_clients_on_it_once()
    {
        var bench = new Bench(SipTransport.Tcp);
        bench.SendRequest(SipMethod.Invite);
        bench.Log();

        bench.Layer.TransportFailed(bench.Flow with { Channel = 2 }, bench.NowMs);
        Assert.Equal("", bench.Log());

        bench.Layer.TransportFailed(bench.Flow, bench.NowMs);
        bench.Layer.TransportFailed(bench.Flow, bench.NowMs);
        Assert.Equal("user INVITE TransportError", bench.Log());
    }

    [Fact]
    public void A_connection_closed_in_good_order_fails_what_was_not_heard_of_and_leaves_the_rest_waiting()
    {
        var bench = new Bench(SipTransport.Tcp);
        bench.SendRequest(SipMethod.Invite);
        bench.PeerAnswers(180);
        bench.SendRequest(SipMethod.Bye, "2");
        bench.Log();

        bench.Layer.TransportFailed(bench.Flow, bench.NowMs, heardToo: false);

        Assert.Equal("user BYE TransportError", bench.Log());
        Assert.Equal(1, bench.Layer.Count);
    }

    [Fact]
    public void A_response_whose_connection_is_gone_goes_to_the_port_that_the_Via_names()
    {
        var bench = new Bench(SipTransport.Tcp);
        bench.PeerSends("INVITE");

        bench.Layer.TransportFailed(bench.Flow, bench.NowMs);
        bench.Answer(486);

        Assert.Equal((5090, 0L), (bench.Server!.Flow.Remote.Port, bench.Server.Flow.Channel));
        bench.Layer.TransportFailed(bench.Server.Flow, bench.NowMs);
        Assert.Equal("user INVITE | send 486", bench.Log());
    }

    [Theory]
    [InlineData("", 5090)]
    [InlineData(";rport", 5070)]
    public void UDP_response_goes_to_the_source_port_only_when_rport_asks(string via, int port)
    {
        var bench = new Bench();

        bench.PeerSends("OPTIONS", via: via);

        Assert.Equal(new SipEndPoint(System.Net.IPAddress.Loopback, port), bench.Server!.Flow.Remote);
    }

    [Fact]
    public void Re_INVITE_is_acknowledged_by_its_own_CSeq()
    {
        var bench = new Bench();
        bench.PeerSends("INVITE", "z9hG4bKa", cseq: 1);
        bench.Answer(200);
        var tag = bench.Server!.LocalTag.ToString();
        bench.PeerSends("ACK", "z9hG4bKb", tag, 1);
        bench.PeerSends("INVITE", "z9hG4bKc", tag, 2);
        bench.Answer(200);
        bench.Log();

        bench.PeerSends("ACK", "z9hG4bKb2", tag, 1);
        Assert.Equal("", bench.Log());
        bench.PeerSends("ACK", "z9hG4bKd", tag, 2);
        Assert.Equal("user ACK", bench.Log());
        bench.Pass(10_000);
        Assert.Equal("", bench.Log());
    }

    [Fact]
    public void Timers_fire_in_order_of_their_time_among_many()
    {
        var bench = new Bench();
        for (var i = 0; i < 500; i++)
        {
            bench.SendRequest(SipMethod.Options, $"{i + 1}");
            bench.Pass(i % 7);
        }

        var last = long.MinValue;
        while (bench.Layer.NextDueMs != long.MaxValue)
        {
            Assert.True(bench.Layer.NextDueMs >= last);
            last = bench.Layer.NextDueMs;
            bench.Layer.Tick(last);
        }

        Assert.Equal(0, bench.Layer.Count);
    }
}
