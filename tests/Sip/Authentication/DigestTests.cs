using System.Text;
using CallCenter.Sip.Authentication;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Tests.Messages;

namespace CallCenter.Sip.Tests.Authentication;

public sealed class DigestTests
{
    private const string Realm = "pbx.example.com";

    private readonly FakeRandom _random = new();
    private readonly SipMessageWriter _writer = new();
    private readonly DigestServer _server;
    private readonly DigestClient _phone;
    private long _nowMs = 1_000_000;

    public DigestTests()
    {
        _server = Server(new DigestServerOptions { Realm = Realm, MaxNonces = 3 });
        _phone = new DigestClient(new DigestIdentity("101", "secret"), _random);
    }

    // RFC 7616 §3.9.1 and RFC 2617 §3.5.
    [Theory]
    [InlineData(DigestAlgorithm.Md5, "Mufasa", "http-auth@example.org", "Circle of Life", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
        "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", "8ca523f5e9506fed4657c9700eebdbec")]
    [InlineData(DigestAlgorithm.Sha256, "Mufasa", "http-auth@example.org", "Circle of Life", "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v",
        "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1")]
    [InlineData(DigestAlgorithm.Md5, "Mufasa", "testrealm@host.com", "Circle Of Life", "dcd98b7102dd2f0e8b11d0f600bfb0c093",
        "0a4f113b", "6629fae49393a05397450978507c4ef1")]
    public void Response_equals_the_example_of_the_RFC(
        DigestAlgorithm algorithm, string user, string realm, string password, string nonce, string clientNonce, string expected)
    {
        var input = new DigestInput("GET", "/dir/index.html", nonce, "00000001", clientNonce);

        Assert.Equal(expected, algorithm.Response(algorithm.Ha1(user, realm, password), in input));
    }

    [Fact]
    public void Challenge_offers_the_strongest_algorithm_first()
    {
        var response = Challenge();

        var lines = Enumerable.Range(0, response.HeaderCount).Where(i => response.LineAt(i).Header == SipHeader.WwwAuthenticate)
            .Select(i => Encoding.ASCII.GetString(response.LineAt(i).Value)).ToArray();
        Assert.Equal(2, lines.Length);
        Assert.Contains("algorithm=SHA-256", lines[0]);
        Assert.Contains("algorithm=MD5", lines[1]);
        Assert.All(lines, line => Assert.Contains("qop=\"auth\"", line));
    }

    [Fact]
    public void Right_password_is_accepted_with_the_stronger_algorithm()
    {
        _phone.TryTakeChallenge(Challenge(), wasAuthorized: false);

        var request = Register();

        Assert.Contains("algorithm=SHA-256", request.Text(SipHeader.Authorization));
        Assert.Equal(new DigestResult(DigestOutcome.Accepted, "101"), _server.Verify(request, _nowMs));
    }

    [Fact]
    public void One_nonce_serves_many_requests_by_counting()
    {
        _phone.TryTakeChallenge(Challenge(), wasAuthorized: false);

        for (var i = 0; i < 200; i++)
        {
            Assert.Equal(DigestOutcome.Accepted, _server.Verify(Register(), _nowMs).Outcome);
        }

        Assert.Equal(1, _server.RememberedNonces);
    }

    [Fact]
    public void Requests_that_overtake_each_other_are_accepted_and_a_replay_is_not()
    {
        _phone.TryTakeChallenge(Challenge(), wasAuthorized: false);
        var requests = Enumerable.Range(0, 100).Select(_ => Register()).ToArray();

        Assert.Equal(DigestOutcome.Accepted, _server.Verify(requests[1], _nowMs).Outcome);
        Assert.Equal(DigestOutcome.Accepted, _server.Verify(requests[0], _nowMs).Outcome);
        Assert.Equal(DigestOutcome.Stale, _server.Verify(requests[0], _nowMs).Outcome);
        Assert.Equal(DigestOutcome.Stale, _server.Verify(requests[1], _nowMs).Outcome);
        Assert.Equal(DigestOutcome.Accepted, _server.Verify(requests[99], _nowMs).Outcome);
        Assert.Equal(DigestOutcome.Accepted, _server.Verify(requests[36], _nowMs).Outcome);
        Assert.Equal(DigestOutcome.Stale, _server.Verify(requests[2], _nowMs).Outcome);
    }

    [Fact]
    public void Old_nonce_is_stale_and_the_phone_repeats_by_itself()
    {
        _phone.TryTakeChallenge(Challenge(), wasAuthorized: false);
        _nowMs += 300_001;

        Assert.Equal(DigestOutcome.Stale, _server.Verify(Register(), _nowMs).Outcome);
        Assert.True(_phone.TryTakeChallenge(Challenge(stale: true), wasAuthorized: true));
        Assert.Equal(DigestOutcome.Accepted, _server.Verify(Register(), _nowMs).Outcome);
    }

    [Theory]
    [InlineData("101", "wrong")]
    [InlineData("nobody", "secret")]
    public void Wrong_password_and_unknown_user_look_alike(string user, string password)
    {
        var stranger = new DigestClient(new DigestIdentity(user, password), _random);
        stranger.TryTakeChallenge(Challenge(), wasAuthorized: false);

        Assert.Equal(new DigestResult(DigestOutcome.Refused, user), _server.Verify(Register(stranger), _nowMs));
        Assert.False(stranger.TryTakeChallenge(Challenge(), wasAuthorized: true));
        Assert.Equal(0, _server.RememberedNonces);
    }

    [Fact]
    public void Unknown_user_cannot_pass_by_guessing_that_there_is_no_HA1()
    {
        var request = Wire.Parse(Encoding.UTF8.GetString(Register().Bytes).Replace(
            "CSeq: 1 REGISTER\r\n",
            "CSeq: 1 REGISTER\r\nAuthorization: Digest username=\"\", realm=\"pbx.example.com\", nonce=\"\", uri=\"sip:pbx.example.com\", "
            + "response=\"\", qop=auth, nc=00000001, cnonce=\"\"\r\n"));

        Assert.Equal(DigestOutcome.Refused, _server.Verify(request, _nowMs).Outcome);
    }

    [Fact]
    public void Nonce_of_another_server_is_refused()
    {
        var other = Server(new DigestServerOptions { Realm = Realm });
        _phone.TryTakeChallenge(Challenge(other), wasAuthorized: false);

        Assert.Equal(DigestOutcome.Refused, _server.Verify(Register(), _nowMs).Outcome);
    }

    [Fact]
    public void Request_without_credentials_for_our_realm_is_missing_them()
    {
        Assert.Equal(DigestOutcome.Missing, _server.Verify(Register(), _nowMs).Outcome);

        var other = Server(new DigestServerOptions { Realm = "elsewhere" });
        _phone.TryTakeChallenge(Challenge(other), wasAuthorized: false);
        Assert.Equal(DigestOutcome.Missing, _server.Verify(Register(), _nowMs).Outcome);
    }

    [Fact]
    public void Forgetting_a_nonce_at_the_bound_never_allows_a_replay()
    {
        var captured = new List<SipMessage>();
        for (var i = 0; i < 5; i++)
        {
            _nowMs++;
            var phone = new DigestClient(new DigestIdentity("101", "secret"), _random);
            phone.TryTakeChallenge(Challenge(), wasAuthorized: false);
            captured.Add(Register(phone));
            Assert.Equal(DigestOutcome.Accepted, _server.Verify(captured[i], _nowMs).Outcome);
        }

        Assert.Equal(3, _server.RememberedNonces);
        Assert.All(captured, request => Assert.Equal(DigestOutcome.Stale, _server.Verify(request, _nowMs).Outcome));
    }

    [Fact]
    public void Credentials_for_another_URI_are_refused()
    {
        _phone.TryTakeChallenge(Challenge(), wasAuthorized: false);

        Assert.Equal(DigestOutcome.Refused, _server.Verify(Register(_phone, "sip:elsewhere.example.org"), _nowMs).Outcome);
    }

    [Fact]
    public void Client_answers_a_proxy_in_the_proxy_header_and_echoes_opaque()
    {
        var challenge = Wire.Parse("""
            SIP/2.0 407 Proxy Authentication Required
            Via: SIP/2.0/UDP x;branch=z9hG4bK0000000000000001
            From: <sip:a@b>;tag=1
            To: <sip:a@b>;tag=2
            Call-ID: 1
            CSeq: 1 INVITE
            Proxy-Authenticate: Digest realm="trunk", nonce="n, 1", opaque="o", algorithm=SHA-512-256, qop="auth"
            Proxy-Authenticate: Basic realm="trunk"
            Proxy-Authenticate: digest Realm="trunk",Nonce="n, 2" , opaque = "o2", qop="auth-int, auth"


            """);

        Assert.True(_phone.TryTakeChallenge(challenge, wasAuthorized: false));

        var value = Register().Text(SipHeader.ProxyAuthorization)!;
        Assert.Contains("nonce=\"n, 2\"", value);
        Assert.Contains("opaque=\"o2\"", value);
        Assert.Contains("algorithm=MD5", value);
        Assert.Contains("nc=00000001", value);
    }

    private DigestServer Server(DigestServerOptions options) => new(
        options, (user, realm, algorithm) => user == "101" ? algorithm.Ha1(user, realm, "secret") : null, _random);

    private SipMessage Challenge(DigestServer? server = null, bool stale = false)
    {
        _writer.Response(Register(), 401, new SipTag(1));
        return Wire.Parse((server ?? _server).Challenge(_writer, _nowMs, stale).End().Written);
    }

    private SipMessage Register(DigestClient? phone = null, string uri = "sip:pbx.example.com")
    {
        var writer = new SipMessageWriter();
        writer.Request(SipMethod.Register, "sip:pbx.example.com")
            .Via(SipTransport.Udp, "192.0.2.1", new SipBranch(1))
            .Party(SipHeader.From, "<sip:101@pbx.example.com>", new SipTag(5))
            .Party(SipHeader.To, "<sip:101@pbx.example.com>")
            .Header(SipHeader.CallId, "c")
            .CSeq(1, SipMethod.Register);
        return Wire.Parse((phone ?? _phone).Authorize(writer, SipMethod.Register, uri).End().Written);
    }
}
