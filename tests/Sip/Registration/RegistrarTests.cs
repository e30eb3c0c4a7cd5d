using CallCenter.Sip.Messages;
using CallCenter.Sip.Registration;
using CallCenter.Sip.Tests.Messages;
using CallCenter.Tests.Shared.Torture;

namespace CallCenter.Sip.Tests.Registration;

/// <summary>RFC 3261 §10.3.</summary>
public sealed class RegistrarTests
{
    private static readonly RegistrarLimits Limits = new() { MinExpires = 60, MaxExpires = 3600, DefaultExpires = 600, MaxBindings = 3 };

    private IReadOnlyList<Binding> _bindings = [];
    private long _nowMs = 1_000_000;
    private int _cseq;

    [Fact]
    public void New_Contact_is_bound_with_the_way_back_and_its_path()
    {
        var result = Register(
            "Contact: <sip:101@10.0.0.5:5062>;expires=120;q=0.5\nPath: <sip:edge1;lr>, <sip:edge2;lr>\nUser-Agent: Phone 1");

        var binding = Assert.Single(result.Bindings);
        Assert.True(result.Changed);
        Assert.Equal("sip:101@10.0.0.5:5062", binding.Contact.Text);
        Assert.Equal(_nowMs + 120_000, binding.ExpiresAtMs);
        Assert.Equal("198.51.100.7:40000", binding.Flow.Remote.ToString());
        Assert.Equal(["<sip:edge1;lr>", "<sip:edge2;lr>"], binding.Path);
        Assert.Equal(500, binding.Priority);
        Assert.Equal("Phone 1", binding.UserAgent);
    }

    [Theory]
    [InlineData("regbadct", 400, 0)]
    [InlineData("unksm2", 400, 0)]
    [InlineData("escnull", 200, 2)]
    [InlineData("cparam01", 200, 1)]
    [InlineData("cparam02", 200, 1)]
    [InlineData("regescrt", 200, 1)]
    public void Unusual_contacts_of_RFC_4475(string name, int status, int bindings)
    {
        var register = Wire.Parse(TortureMessages.Bytes(name));
        var result = Registrar.Apply([], register, Limits, 0);
        Assert.Equal((status, bindings), (result.Refusal?.StatusCode ?? 200, result.Bindings.Count));
    }

    [Theory]
    [InlineData("Contact: <sip:a@h>", 600)]
    [InlineData("Contact: <sip:a@h>\nExpires: 300", 300)]
    [InlineData("Contact: <sip:a@h>;expires=90\nExpires: 300", 90)]
    [InlineData("Contact: <sip:a@h>\nExpires: 99999", 3600)]
    [InlineData("Contact: <sip:a@h>;expires=280297596632815", 3600)]
    [InlineData("Contact: <sip:a@h>;expires=soon", 600)]
    public void Lifetime_is_the_wish_within_the_limits(string headers, int seconds) =>
        Assert.Equal(_nowMs + (seconds * 1000L), Assert.Single(Register(headers).Bindings).ExpiresAtMs);

    [Fact]
    public void Too_short_a_lifetime_is_refused_with_the_minimum()
    {
        var result = Register("Contact: <sip:a@h>;expires=59");

        Assert.Equal((423, SipHeader.MinExpires, "60"), (result.Refusal!.StatusCode, result.Refusal.Header, result.Refusal.HeaderValue));
        Assert.Empty(result.Bindings);
    }

    [Fact]
    public void Several_phones_of_one_account_live_side_by_side_and_refresh_alone()
    {
        Register("Contact: <sip:101@10.0.0.5>", callId: "one");
        Register("Contact: <sip:101@10.0.0.6>", callId: "two");
        _nowMs += 500_000;

        var result = Register("Contact: <sip:101@10.0.0.5>", callId: "one");

        Assert.Equal(["sip:101@10.0.0.6", "sip:101@10.0.0.5"], result.Bindings.Select(binding => binding.Contact.Text));
        Assert.Equal([100_000, 600_000], result.Bindings.Select(binding => binding.ExpiresAtMs - _nowMs));
    }

    [Fact]
    public void Equal_URIs_in_other_writing_are_one_binding()
    {
        Register("Contact: <sip:101@Host.example.com;x=1>");

        Assert.Single(Register("Contact: <sip:%31%30%31@host.EXAMPLE.com>").Bindings);
    }

    [Fact]
    public void Zero_removes_that_Contact_only()
    {
        Register("Contact: <sip:a@h1>, <sip:a@h2>");

        Assert.Equal("sip:a@h2", Assert.Single(Register("Contact: <sip:a@h1>;expires=0").Bindings).Contact.Text);
    }

    [Fact]
    public void Star_removes_everything()
    {
        Register("Contact: <sip:a@h1>, <sip:a@h2>");

        Assert.Empty(Register("Contact: *\nExpires: 0").Bindings);
    }

    [Theory]
    [InlineData("Contact: *")]
    [InlineData("Contact: *\nExpires: 60")]
    [InlineData("Contact: *, <sip:a@h>\nExpires: 0")]
    [InlineData("Contact: <sip:a@h>, *\nExpires: 0")]
    [InlineData("Contact: <tel:+380441234567>")]
    [InlineData("Contact: sip:a@h?Route=%3Csip:x%3E")]
    public void Wrong_Contact_is_refused_and_changes_nothing(string headers)
    {
        Register("Contact: <sip:a@h1>");

        var result = Register(headers);

        Assert.Equal(400, result.Refusal!.StatusCode);
        Assert.Single(result.Bindings);
    }

    [Theory]
    [InlineData("Contact: <sip:a@h1>")]
    [InlineData("Contact: <sip:new@h9>, <sip:a@h1>;expires=0")]
    [InlineData("Contact: *\nExpires: 0")]
    public void Delayed_REGISTER_of_the_same_phone_is_refused_as_a_whole(string headers)
    {
        Register("Contact: <sip:a@h1>");
        _cseq -= 1;

        var result = Register(headers);

        Assert.Equal(500, result.Refusal!.StatusCode);
        Assert.False(result.Changed);
        Assert.Equal("sip:a@h1", Assert.Single(result.Bindings).Contact.Text);
    }

    [Fact]
    public void Restarted_phone_with_a_new_Call_ID_may_begin_with_CSeq_1()
    {
        Register("Contact: <sip:a@h1>", callId: "before");
        _cseq = 0;

        Assert.Null(Register("Contact: <sip:a@h1>", callId: "after").Refusal);
    }

    [Fact]
    public void Query_changes_nothing_and_leaves_out_the_expired()
    {
        Register("Contact: <sip:a@h1>;expires=60, <sip:a@h2>;expires=120");
        _nowMs += 60_000;

        var result = Register("");

        Assert.True(result.Changed);
        Assert.Equal("sip:a@h2", Assert.Single(result.Bindings).Contact.Text);
        Assert.False(Register("").Changed);
    }

    [Fact]
    public void At_the_bound_the_binding_that_expires_first_gives_way()
    {
        Register("Contact: <sip:a@h1>;expires=300, <sip:a@h2>;expires=100, <sip:a@h3>;expires=200");

        var result = Register("Contact: <sip:a@h4>");

        Assert.Equal(["sip:a@h1", "sip:a@h3", "sip:a@h4"], result.Bindings.Select(binding => binding.Contact.Text));
    }

    [Fact]
    public void Since_when_is_kept_by_refreshes_and_begins_again_after_a_gap()
    {
        var begin = _nowMs;
        Register("Contact: <sip:a@h>;expires=100");
        _nowMs += 50_000;
        Register("Contact: <sip:a@h>;expires=100");
        Assert.Equal(begin, _bindings.Single().RegisteredAtMs);

        _bindings = [_bindings.Single() with { IsLost = true }];
        _nowMs += 10_000;
        Register("Contact: <sip:a@h>;expires=100");
        Assert.Equal(_nowMs, _bindings.Single().RegisteredAtMs);

        _nowMs += 101_000;
        Register("Contact: <sip:a@h>;expires=100");
        Assert.Equal(_nowMs, _bindings.Single().RegisteredAtMs);
    }

    [Fact]
    public void Response_lists_every_binding_with_its_remaining_seconds()
    {
        Register("Contact: <sip:a@h1>;expires=100");
        _nowMs += 40_000;
        var request = Request("Contact: <sip:a@h2>;q=0.25\nPath: <sip:edge;lr>");

        var response = Wire.Parse(Registrar.Apply(_bindings, request, Limits, _nowMs)
            .Write(new SipMessageWriter(), request, new SipTag(1), _nowMs).Written);

        Assert.Equal(200, response.StatusCode);
        Assert.Equal(["<sip:a@h1>;expires=60", "<sip:a@h2>;expires=600;q=0.25"], response.Contacts.Select(contact => contact.ToString()));
        Assert.Equal("<sip:edge;lr>", response.Text(SipHeader.Path));
    }

    private RegistrarResult Register(string headers, string callId = "phone")
    {
        var result = Registrar.Apply(_bindings, Request(headers, callId), Limits, _nowMs);
        _bindings = result.Bindings;
        return result;
    }

    private SipMessage Request(string headers, string callId = "phone")
    {
        var request = Wire.Parse(
            "REGISTER sip:pbx SIP/2.0\nVia: SIP/2.0/UDP 10.0.0.5;branch=z9hG4bK1;rport\nFrom: <sip:101@pbx>;tag=1\nTo: <sip:101@pbx>\n"
            + $"Call-ID: {callId}\nCSeq: {++_cseq} REGISTER\n{headers}{(headers.Length > 0 ? "\n" : "")}\n");
        request.Flow = new SipFlow(SipTransport.Udp, new SipEndPoint(System.Net.IPAddress.Parse("198.51.100.7"), 40_000));
        return request;
    }
}
