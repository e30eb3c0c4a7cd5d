using System.Text;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Tests.Messages;

/// <summary>RFC 4475: unusual but valid messages, and invalid ones with the answer they deserve.</summary>
public sealed class TortureTests
{
    [Fact]
    public void Section_3_1_1_1_short_tortuous_INVITE()
    {
        var message = Wire.Parse("""
            INVITE sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0
            TO :
             sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n
            from   : "J Rosenberg \\\""       <sip:jdrosen@example.com>
              ;
              tag = 98asjd8
            MaX-fOrWaRdS: 0068
            Call-ID: wsinv.ndaksdj@192.0.2.1
            Content-Length   : 150
            cseq: 0009
              INVITE
            Via  : SIP  /   2.0
             /UDP
                192.0.2.2;branch=390skdjuw
            s :
            NewFangledHeader:   newfangled value
             continued newfangled value
            UnknownHeaderWithUnusualValue: ;;,,;;,;
            Content-Type: application/sdp
            Route:
             <sip:services.example.com;lr;unknownwith=value;unknown-no-value>
            v:  SIP  / 2.0  / TCP     spindle.example.com   ;
              branch  =   z9hG4bK9ikj8  ,
             SIP  /    2.0   / UDP  192.168.255.111   ; branch=
             z9hG4bK30239
            m:"Quoted string \"\"" <sip:jdrosen@example.com> ; newparam =
                  newvalue ;
              secondparam ; q = 0.33

            v=0
            o=mhandley 29739 7272939 IN IP4 192.0.2.3
            s=-
            c=IN IP4 192.0.2.4
            t=0 0
            m=audio 49217 RTP/AVP 0 12
            m=video 3227 RTP/AVP 31
            a=rtpmap:31 LPC

            """);

        Assert.Equal("1918181833n", message.ToTagText);
        Assert.Equal("98asjd8", message.FromTagText);
        Assert.Equal("J Rosenberg \\\"", message.From.DisplayName);
        Assert.Equal(68, message.MaxForwards);
        Assert.Equal(9u, message.CSeq);
        Assert.Equal("390skdjuw", Encoding.ASCII.GetString(message.TopVia.Branch));
        Assert.Equal(SipTransport.Udp, message.TopVia.Transport);
        Assert.Equal("0.33", message.Contact!.Parameter("q"));
        Assert.Equal("newvalue", message.Contact.Parameter("newparam"));
        Assert.Equal("Quoted string \"\"", message.Contact.DisplayName);
        Assert.True(message.NameAddrs(SipHeader.Route)[0].Uri!.IsLooseRouter);
        Assert.Equal(";;,,;;,;", message.Text("UnknownHeaderWithUnusualValue"));
        Assert.Equal(150, message.Body.Length);
        var vias = 0;
        foreach (var _ in message.Values(SipHeader.Via))
        {
            vias++;
        }

        Assert.Equal(3, vias);
    }

    [Fact]
    public void Section_3_1_1_2_wide_range_of_valid_characters()
    {
        const string User = "1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*";
        var text = """
            !interesting-Method0123456789_*+`.%indeed'~ sip:$USER:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com SIP/2.0
            Via: SIP/2.0/TCP host1.example.com;branch=z9hG4bK-.!%66*_+`'~
            To: "BEL:\B NUL:\N DEL:\D" <sip:$USER@example.com>
            From: token1~` token2'+_ token3*%!.- <sip:mundane@example.com>;fromParam''~+*_!.-%="работающий";tag=_token~1'+`*%!-.
            Call-ID: intmeth.word%ZK-!.*_+'@word`~)(><:\/"][?}{
            CSeq: 139122385 !interesting-Method0123456789_*+`.%indeed'~
            Max-Forwards: 255
            extensionHeader-!.%*+_`'~: 大停電
            Content-Length: 0


            """;
        var bytes = Wire.Bytes(text.Replace("$USER", User));
        bytes[bytes.AsSpan().IndexOf("\\B"u8) + 1] = 0x07;
        bytes[bytes.AsSpan().IndexOf("\\N"u8) + 1] = 0x00;
        bytes[bytes.AsSpan().IndexOf("\\D"u8) + 1] = 0x7f;

        var message = Wire.Parse(bytes);

        Assert.Equal(SipMethod.Unknown, message.Method);
        Assert.Equal("_token~1'+`*%!-.", message.FromTagText);
        Assert.Equal(User, message.RequestUri!.User);
        Assert.Equal("example.com", message.RequestUri.Host);
        Assert.Equal(501, RequestChecks.Check(message, "us"u8)!.StatusCode);
    }

    [Theory]
    [InlineData("INVITE sip:sips%3Auser%40example.com@example.net SIP/2.0", "sips:user@example.com")]
    [InlineData("INVITE sip:null-%00-null@example.com SIP/2.0", "null-\0-null")]
    [InlineData("INVITE sip:user;par=u%40example.net@example.com SIP/2.0", "user;par=u@example.net")]
    public void Sections_3_1_1_3_to_9_escapes_in_the_user_part(string startLine, string user) =>
        Assert.Equal(user, Wire.Parse(Request(startLine)).RequestUri!.User);

    [Fact]
    public void Section_3_1_1_5_percent_that_is_no_escape_stays()
    {
        var message = Wire.Parse(Request("RE%47IST%45R sip:registrar.example.com SIP/2.0", to: "\"%Z%45\" <sip:resource@example.com>"));

        Assert.Equal(SipMethod.Unknown, message.Method);
        Assert.Equal("%Z%45", message.To.DisplayName);
    }

    [Fact]
    public void Section_3_1_1_6_no_space_between_display_name_and_bracket() =>
        Assert.Equal("caller", Wire.Parse(Request(from: "caller<sip:caller@example.com>;tag=323")).From.DisplayName);

    [Fact]
    public void Section_3_1_1_7_long_values()
    {
        var name = string.Concat(Enumerable.Repeat("verylongname", 40));

        var message = Wire.Parse(Request(from: $"<sip:{name}@example.com>;{name}={name};tag=12", extra: $"Unknown-{name}: {name}"));

        Assert.Equal("12", message.FromTagText);
        Assert.Equal(name, message.Text("unknown-" + name));
    }

    [Fact]
    public void Section_3_1_1_8_bytes_after_the_body_are_dropped()
    {
        var two = Request("REGISTER sip:example.com SIP/2.0") + Request();

        var message = Wire.Parse(two);

        Assert.Equal(SipMethod.Register, message.Method);
        Assert.True(message.Body.IsEmpty);
    }

    [Fact]
    public void Section_3_1_1_10_unknown_transports_are_kept()
    {
        var message = Wire.Parse(Request(extra: "Via: SIP/2.0/UNKNOWN t5.example.com;branch=z9hG4bK2"));

        Assert.Equal(2, Count(message, SipHeader.Via));
    }

    [Theory]
    [InlineData("SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять - простое", 200)]
    [InlineData("SIP/2.0 100 ", 100)]
    public void Sections_3_1_1_12_and_13_unusual_reason_phrases(string startLine, int statusCode) =>
        Assert.Equal(statusCode, Wire.Parse(Request(startLine)).StatusCode);

    [Theory]
    [InlineData("3.1.2.2 body shorter than said", 400, "Content-Length: 9999")]
    [InlineData("3.1.2.3 negative length", 400, "Content-Length: -999")]
    [InlineData("3.3.9 two lengths", 400, "Content-Length: 0\nContent-Length: 5")]
    [InlineData("3.3.8 repeated single headers", 400, "To: <sip:other@example.com>")]
    [InlineData("3.3.8 repeated single headers", 400, "Call-ID: again")]
    [InlineData("no colon", 400, "Subject")]
    [InlineData("space in the name", 400, "Sub ject: a")]
    public void Wrong_headers_are_answered(string what, int statusCode, string extra) =>
        Assert.Equal(statusCode, Error(Request(extra: extra), what).StatusCode);

    [Theory]
    [InlineData("3.1.2.7 brackets", 400, "INVITE <sip:user@example.com> SIP/2.0")]
    [InlineData("3.1.2.8 space in the URI", 400, "INVITE sip:user@example.com; lr SIP/2.0")]
    [InlineData("3.1.2.9 several spaces", 400, "INVITE  sip:user@example.com  SIP/2.0")]
    [InlineData("3.1.2.10 space after", 400, "INVITE sip:user@example.com SIP/2.0 ")]
    [InlineData("3.1.2.16 version", 505, "INVITE sip:user@example.com SIP/7.0")]
    [InlineData("3.1.2.17 CSeq method", 400, "OPTIONS sip:user@example.com SIP/2.0")]
    [InlineData("3.1.2.18 unknown CSeq method", 400, "NEWMETHOD sip:user@example.com SIP/2.0")]
    public void Wrong_start_lines_are_answered(string what, int statusCode, string startLine) =>
        Assert.Equal(statusCode, Error(Request(startLine, cseq: "1 INVITE"), what).StatusCode);

    [Theory]
    [InlineData("3.1.2.4 too large a number", "36893488147419103232 INVITE")]
    [InlineData("no method", "1")]
    [InlineData("no number", "INVITE")]
    [InlineData("2 to the 31st", "2147483648 INVITE")]
    public void Wrong_CSeq_is_answered(string what, string cseq) => Assert.Equal(400, Error(Request(cseq: cseq), what).StatusCode);

    [Theory]
    [InlineData("3.1.2.6 unbalanced quotes", "\"Mr. J. User <sip:j.user@example.com>")]
    [InlineData("3.1.2.14 no scheme", "\"Watson, Thomas\" < t.watson@example.org >")]
    [InlineData("3.1.2.15 comma", "Bell, Alexander <sip:a.g.bell@example.com>;tag=43")]
    [InlineData("bracket never closed", "<sip:a@example.com")]
    [InlineData("text after the bracket", "<sip:a@example.com> x")]
    [InlineData("empty", "")]
    public void Wrong_To_is_answered(string what, string to) => Assert.Equal(400, Error(Request(to: to), what).StatusCode);

    [Theory]
    [InlineData("3.1.2.19", "SIP/2.0 4294967301 better not break the receiver")]
    [InlineData("3.1.2.5", "SIP/2.0 200 OK", "36893488147419103232 INVITE")]
    [InlineData("code out of range", "SIP/2.0 999 Huh")]
    [InlineData("not SIP", "GET / HTTP/1.1")]
    [InlineData("a carriage return inside", "INVITE sip:user@example.com SIP/2.0", "1 INVITE\rX: y")]
    [InlineData("ACK is never answered", "ACK sip:user@example.com SIP/7.0", "1 ACK")]
    public void What_must_not_be_answered_is_dropped(string what, string startLine, string cseq = "1 INVITE")
    {
        Assert.False(SipParser.TryParse(Wire.Bytes(Request(startLine, cseq: cseq)), out var message, out var error), what);
        Assert.False(error.CanAnswer, what);
        Assert.Null(message);
    }

    [Theory]
    [InlineData("Via", false)]
    [InlineData("CSeq", false)]
    [InlineData("From", true)]
    [InlineData("To", true)]
    [InlineData("Call-ID", true)]
    public void Section_3_3_1_missing_headers_are_answered_where_a_response_finds_its_way(string header, bool answered)
    {
        var lines = Request().Split('\n').Where(line => !line.StartsWith(header + ":", StringComparison.Ordinal));

        Assert.False(SipParser.TryParse(Wire.Bytes(string.Join('\n', lines)), out var message, out var error));
        Assert.Equal((answered ? 400 : 0, "Missing " + header), (error.StatusCode, error.Reason));
        if (answered)
        {
            var response = new SipMessageWriter().Response(message!, 400, new SipTag(1)).End().Written;
            Assert.DoesNotContain("\r\n" + header + ":", Encoding.ASCII.GetString(response));
        }
    }

    [Theory]
    [InlineData("3.1.2.11 headers in the Request-URI", 400, "INVITE sip:user@example.com?Route=%3Csip:sip.example.com%3E SIP/2.0", "")]
    [InlineData("3.3.2 unknown scheme", 416, "INVITE nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0", "")]
    [InlineData("3.3.3 known scheme, not for SIP", 416, "INVITE soap.beep://192.0.2.103:3002 SIP/2.0", "")]
    [InlineData("3.3.5 required extension", 420, "INVITE sip:user@example.com SIP/2.0", "Require: nothingSupportsThis, timer")]
    [InlineData("3.3.11 no hops left", 483, "INVITE sip:user@example.com SIP/2.0", "Max-Forwards: 0")]
    [InlineData("known method, not served", 405, "PUBLISH sip:user@example.com SIP/2.0", "")]
    [InlineData("loop", 482, "INVITE sip:user@example.com SIP/2.0",
        "Via: SIP/2.0/UDP x;branch=z9hG4bK1, SIP/2.0/UDP pbx.example.com:5060;branch=z9hG4bK3")]
    public void Understood_but_refused(string what, int statusCode, string startLine, string extra)
    {
        var method = startLine.Split(' ')[0];
        var message = Wire.Parse(Request(startLine, cseq: "1 " + method, extra: extra));

        var refusal = RequestChecks.Check(message, "pbx.example.com:5060"u8);

        Assert.NotNull(refusal);
        Assert.True(statusCode == refusal.StatusCode, what);
        if (statusCode == 420)
        {
            Assert.Equal("nothingSupportsThis", refusal.HeaderValue);
        }
    }

    [Fact]
    public void Section_3_1_2_13_unbracketed_Contact_with_URI_headers_is_no_Contact() =>
        Assert.Empty(Wire.Parse(Request(extra: "Contact: sip:user@example.com?Route=%3Csip:sip.example.com%3E")).Contacts);

    [Fact]
    public void Section_3_3_6_unknown_body_type()
    {
        var message = Wire.Parse(Request(extra: "Content-Type: application/unknownformat\nContent-Length: 3", body: "abc"));

        var refusal = RequestChecks.Body(message)!;

        Assert.Equal(
            (415, SipHeader.Accept, "application/sdp, multipart/mixed, multipart/alternative"),
            (refusal.StatusCode, refusal.Header, refusal.HeaderValue));
    }

    private static SipParseError Error(string text, string what)
    {
        Assert.False(SipParser.TryParse(Wire.Bytes(text), out var message, out var error), what);
        Assert.NotNull(message);
        var response = Encoding.UTF8.GetString(
            new SipMessageWriter().Response(message, error.StatusCode, new SipTag(1), error.Reason).End().Written);
        Assert.StartsWith($"SIP/2.0 {error.StatusCode} {error.Reason}\r\nVia: SIP/2.0/UDP t1.example.com;branch=z9hG4bK1\r\n", response);
        return error;
    }

    private static int Count(SipMessage message, SipHeader header)
    {
        var count = 0;
        foreach (var _ in message.Values(header))
        {
            count++;
        }

        return count;
    }

    private static string Request(
        string startLine = "INVITE sip:user@example.com SIP/2.0",
        string to = "<sip:user@example.com>",
        string from = "<sip:caller@example.com>;tag=1",
        string? cseq = null,
        string extra = "",
        string body = "")
    {
        var number = cseq ?? "1 " + (startLine.StartsWith("SIP/", StringComparison.Ordinal) ? "INVITE" : startLine.Split(' ')[0]);
        var lines = extra.Length == 0 ? "" : extra + "\n";
        var length = extra.Contains("Content-Length", StringComparison.Ordinal) ? "" : "Content-Length: 0\n";
        return $"{startLine}\nVia: SIP/2.0/UDP t1.example.com;branch=z9hG4bK1\nTo: {to}\nFrom: {from}\nCall-ID: c1\n"
            + $"CSeq: {number}\n{lines}{length}\n{body}";
    }
}
