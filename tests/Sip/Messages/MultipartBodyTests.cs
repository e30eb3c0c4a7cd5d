using System.Text;
using CallCenter.Sip.Messages;

namespace CallCenter.Sip.Tests.Messages;

/// <summary>Bodies of several parts (RFC 5621, RFC 2046 §5.1).</summary>
public sealed class MultipartBodyTests
{
    private const string Sdp = "Content-Type: application/sdp\n\nv=0\nthe offer\n";
    private const string Isup =
        "Content-Type: application/isup; version=itu-t92+\nContent-Disposition: signal;\n handling=optional\n\n\u0001\n";
    private const string Unknown = "Content-Type: application/x\n\nx\n";
    private const string Early = "Content-Type: application/sdp\nContent-Disposition: early-session;handling=optional\n\nv=0\nearly\n";
    private const string Encoded = "Content-Type: application/sdp\nContent-Transfer-Encoding: base64\n\ndj0w\n";

    [Theory]
    [InlineData("multipart/mixed", Sdp, "v=0\nthe offer")]
    [InlineData("multipart/mixed", Isup + "--b\n" + Sdp, "v=0\nthe offer")]
    [InlineData("multipart/mixed", Early + "--b\n" + Sdp, "v=0\nthe offer")]
    [InlineData("MULTIPART/Mixed", Isup, "")]
    [InlineData("multipart/mixed", Unknown + "--b\n" + Sdp, null)]
    [InlineData("multipart/mixed", Encoded, null)]
    [InlineData("multipart/other", Sdp + "--b\n" + Isup, "v=0\nthe offer")]
    [InlineData("multipart/alternative", Unknown + "--b\n" + Sdp, "v=0\nthe offer")]
    [InlineData("multipart/alternative", Unknown, null)]
    [InlineData("multipart/related", Sdp + "--b\n" + Unknown, "v=0\nthe offer")]
    [InlineData("application/sdp", Unknown, "--b\nContent-Type: application/x\n\nx\n--b--\n")]
    [InlineData("application/x", Sdp, null)]
    [InlineData("application/x\nContent-Disposition: render;handling=optional", Sdp, "")]
    [InlineData("application/sdp\nContent-Encoding: gzip", Sdp, null)]
    public void The_session_description_is_found_and_what_must_be_understood_and_is_not_gets_415(string type, string parts, string? sdp)
    {
        var message = Invite(type, "b", $"--b\n{parts}--b--\n");

        Assert.Equal(sdp is null ? 415 : null, RequestChecks.Body(message)?.StatusCode);
        Assert.Equal(sdp?.Replace("\n", "\r\n") ?? "", sdp is null ? "" : Encoding.ASCII.GetString(message.Sdp));
    }

    [Theory]
    [InlineData(
        "ab", "preamble\n--abc\n--ab \nContent-Type: application/sdp\n\nv=0\n--abc\nmore\n--ab--\nepilogue\n",
        "v=0\r\n--abc\r\nmore")]
    [InlineData("ab", "--ab\nContent-Type: application/sdp\n\nv=0\n", "v=0\r\n")]
    [InlineData("\"a b\"", "--a b\nCONTENT-TYPE:application/sdp;x=y\n\nv=0\n--a b--", "v=0")]
    [InlineData(
        "ab", "--ab\nContent-Type: multipart/alternative;boundary=c\n\n--c\nContent-Type: application/sdp\n\nv=0\n--c--\n--ab--",
        "v=0")]
    [InlineData("ab", "no boundary at all", "")]
    public void A_body_is_cut_at_its_boundary(string boundary, string body, string sdp) =>
        Assert.Equal(sdp, Encoding.ASCII.GetString(Invite("multipart/mixed", boundary, body).Sdp));

    [Fact]
    public void Parts_without_end_and_parts_inside_of_parts_without_end_are_refused()
    {
        var nested = Enumerable.Range(0, 50).Aggregate("v=0\n", (inner, i) =>
            $"--b{i}\nContent-Type: {(i == 0 ? "application/sdp" : $"multipart/mixed;boundary=b{i - 1}")}\n\n{inner}--b{i}--\n");

        Assert.Equal(415, RequestChecks.Body(Invite("multipart/mixed", "b49", nested))?.StatusCode);
        Assert.Equal(415, RequestChecks.Body(
            Invite("multipart/mixed", "b", string.Concat(Enumerable.Repeat("--b\n" + Isup, 40)) + "--b--"))?.StatusCode);
    }

    [Fact]
    public void The_refusal_of_an_encoded_body_names_the_encoding() =>
        Assert.Equal(
            (SipHeader.AcceptEncoding, "identity"),
            RequestChecks.Body(Invite("application/sdp\nContent-Encoding: gzip", "b", "x")) is { } refusal
                ? (refusal.Header, refusal.HeaderValue) : default);

    private static SipMessage Invite(string type, string boundary, string body)
    {
        var parameters = type.StartsWith("multipart", StringComparison.OrdinalIgnoreCase) ? $";boundary={boundary}" : "";
        return Wire.Parse($"""
            INVITE sip:bob@biloxi.example.com SIP/2.0
            Via: SIP/2.0/UDP pc33.atlanta.example.com;branch=z9hG4bK776
            Max-Forwards: 70
            To: Bob <sip:bob@biloxi.example.com>
            From: Alice <sip:alice@atlanta.example.com>;tag=1928301774
            Call-ID: a84b4c76e66710
            CSeq: 314159 INVITE
            Contact: <sip:alice@pc33.atlanta.example.com>
            Content-Type: {type}{parameters}
            Content-Length: {body.Replace("\n", "\r\n").Length}

            """ + "\n" + body);
    }
}
