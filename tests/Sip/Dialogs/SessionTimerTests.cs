using CallCenter.Sip.Dialogs;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Tests.Messages;

namespace CallCenter.Sip.Tests.Dialogs;

/// <summary>RFC 4028.</summary>
public sealed class SessionTimerTests
{
    private static readonly SessionTimerPolicy Policy = new(1800, 90);

    // §9, table 2: who refreshes.
    [Theory]
    [InlineData("", 1800, true)]
    [InlineData("Supported: timer\n", 1800, false)]
    [InlineData("Supported: timer\nSession-Expires: 600\n", 600, false)]
    [InlineData("Supported: timer\nSession-Expires: 600;refresher=uac\n", 600, false)]
    [InlineData("Supported: timer\nSession-Expires: 600;refresher=uas\n", 600, true)]
    [InlineData("x: 600\n", 600, true)]
    [InlineData("k: timer\nx: 7200\n", 1800, false)]
    [InlineData("Supported: timer\nSession-Expires: 120\nMin-SE: 300\n", 300, false)]
    public void UAS_decides_interval_and_refresher(string headers, int seconds, bool weRefresh)
    {
        var timer = SessionTimer.Answer(Invite(headers), Policy);

        Assert.Equal(new SessionTimer((uint)seconds, weRefresh), timer);
    }

    [Theory]
    [InlineData("Supported: timer\nSession-Expires: 60\n", true)]
    [InlineData("Supported: timer\nSession-Expires: 90\n", false)]
    [InlineData("Session-Expires: 60\n", false)]
    [InlineData("Supported: timer\n", false)]
    public void Too_short_an_interval_is_refused_to_those_who_understand(string headers, bool refused)
    {
        var refusal = SessionTimer.Check(Invite(headers), Policy);

        Assert.Equal(refused, refusal is { StatusCode: 422, Header: SipHeader.MinSe, HeaderValue: "90" });
    }

    [Fact]
    public void Refresh_comes_at_half_time_and_the_end_before_the_interval()
    {
        Assert.Equal(1_000 + 900_000, new SessionTimer(1800, true).RefreshAtMs(1_000));
        Assert.Equal(1_000 + 1_768_000, new SessionTimer(1800, true).EndAtMs(1_000));
        Assert.Equal(60_000, new SessionTimer(90, true).EndAtMs(0));
    }

    [Fact]
    public void Both_sides_read_the_same_agreement()
    {
        var request = Invite("Supported: timer\nSession-Expires: 600\n");
        foreach (var weRefresh in new[] { true, false })
        {
            var uas = new SessionTimer(600, weRefresh);

            var response = Wire.Parse(uas.WriteAnswer(new SipMessageWriter().Response(request, 200, new SipTag(1))).End().Written);

            Assert.Equal(new SessionTimer(600, !weRefresh), SessionTimer.FromResponse(response));
            Assert.Equal(!weRefresh, response.Lists(SipHeader.Require, "timer"u8));
        }
    }

    [Fact]
    public void After_422_the_request_is_repeated_with_the_peers_minimum()
    {
        var response = Wire.Parse(
            new SipMessageWriter().Response(Invite(""), 422, new SipTag(1)).Header(SipHeader.MinSe, 3600).End().Written);

        var policy = SessionTimer.AfterRefusal(response, Policy);

        Assert.Equal(new SessionTimerPolicy(3600, 3600), policy);
        Assert.Null(SessionTimer.AfterRefusal(response, policy!));
    }

    [Fact]
    public void Refreshing_offer_names_the_agreed_refresher_from_the_senders_view()
    {
        var writer = new SipMessageWriter().Request(SipMethod.Update, "sip:a@b");

        SessionTimer.WriteOffer(writer, Policy, new SessionTimer(600, WeRefresh: true));

        Assert.Contains("Session-Expires: 600;refresher=uac\r\nMin-SE: 90\r\n", System.Text.Encoding.ASCII.GetString(writer.Written));
    }

    private static SipMessage Invite(string headers) => Wire.Parse(
        "INVITE sip:b@b SIP/2.0\nVia: SIP/2.0/UDP a;branch=z9hG4bK1\nFrom: <sip:a@a>;tag=1\nTo: <sip:b@b>\nCall-ID: c\nCSeq: 1 INVITE\n"
        + headers + "\n");
}
