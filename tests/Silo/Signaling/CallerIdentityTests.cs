using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>Who calls and whom, as carriers write it: sip and tel URIs, asserted identities, privacy.</summary>
public sealed class CallerIdentityTests : IAsyncLifetime
{
    private const string Sip = "<sip:+380501112233@carrier.example>";
    private const string Nobody = "\"Anonymous\" <sip:anonymous@anonymous.invalid>";
    private const string Called = "sip:" + SampleConfiguration.Number + "@127.0.0.1";

    private SiloUnderTest _silo = null!;
    private TestPhone _carrier = null!;
    private TestPhone _phone = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _carrier = new TestPhone(_silo.Sip, "carrier");
        _phone = new TestPhone(_silo.Sip, "anna");
        await _silo.Publish(SampleConfiguration.Of(_carrier.SentBy, [_phone.Uri]));
    }

    public async ValueTask DisposeAsync()
    {
        _carrier.Dispose();
        _phone.Dispose();
        await _silo.DisposeAsync();
    }

    [Theory]
    [InlineData(Sip, "", "+380501112233")]
    [InlineData("<tel:+380-50-111(22)33>", "", "+380501112233")]
    [InlineData("tel:+380501112233", "", "+380501112233")]
    [InlineData("<tel:050-111-22-33;phone-context=+380>", "", "+380501112233")]
    [InlineData("<sip:0501112233;phone-context=+380@carrier.example;user=phone>", "", "+380501112233")]
    [InlineData("<tel:+380501112233;ext=77>", "", "+380501112233")]
    [InlineData(Nobody, "P-Asserted-Identity: <tel:+380501112233>", "+380501112233")]
    [InlineData(Sip, "P-Asserted-Identity: \"Client\" <sip:client@carrier.example>, <tel:+380671112233>", "+380671112233")]
    [InlineData(Sip, "P-Asserted-Identity: <tel:+380671112233>\nP-Asserted-Identity: <sip:client@carrier.example>", "+380671112233")]
    [InlineData(Sip, "P-Asserted-Identity: <sip:client@carrier.example>, <sip:+380671112233@carrier.example>", "+380671112233")]
    [InlineData(Sip, "P-Asserted-Identity: <sip:carrier.example>", "+380501112233")]
    [InlineData(Nobody, "P-Asserted-Identity: <tel:+380501112233>\nPrivacy: none", "+380501112233")]
    [InlineData(Nobody, "P-Asserted-Identity: <tel:+380501112233>\nPrivacy: id", "")]
    [InlineData(Sip, "Privacy: critical;id", "")]
    [InlineData(Sip, "Privacy: user, critical", "")]
    [InlineData(Sip, "Privacy: HEADER", "")]
    [InlineData(Nobody, "", "")]
    [InlineData("<sip:+380501112233@anonymous.invalid>", "", "")]
    [InlineData("<sip:unavailable@unknown.invalid>", "", "")]
    [InlineData("<sip:anonymous@carrier.example>", "", "")]
    [InlineData("<sip:restricted@carrier.example>", "P-Asserted-Identity: <sip:anonymous@carrier.example>", "")]
    [InlineData("<sip:carrier.example>", "", "")]
    [InlineData("<tel:>", "", "")]
    public async Task The_client_is_the_number_that_is_asserted_or_nobody(string from, string headers, string client)
    {
        Invite(from, Called, $"<{Called}>", headers);
        var ring = await TestCall.Ring(_phone);

        Assert.Equal(client, (await Arrived()).ClientNumber);
        var shown = ring.Invite!.From.Uri!;
        Assert.Equal(client.Length > 0 ? client : "anonymous", shown.User);
        Assert.Equal(client.Length > 0 ? "127.0.0.1" : "anonymous.invalid", shown.Host);
    }

    [Theory]
    [InlineData("tel:+380442000000")]
    [InlineData("tel:+380-44-200-00-00")]
    [InlineData("tel:044-200-00-00;phone-context=+380")]
    [InlineData("sip:044-200-0000;phone-context=+380@127.0.0.1;user=phone")]
    public async Task A_number_is_called_under_any_of_its_URIs(string requestUri)
    {
        Invite(Sip, requestUri, $"<{requestUri}>");
        var ring = await TestCall.Ring(_phone);
        Assert.Equal("main", (await Arrived()).DialledNumber);

        await _carrier.Expect(180);
        await ring.Take();
        await _carrier.Expect(200);
    }

    [Theory]
    [InlineData("tel:")]
    [InlineData("tel:sales")]
    [InlineData("tel:+380442000000;x=\"y\"")]
    public async Task A_tel_URI_that_is_none_is_refused(string requestUri)
    {
        Invite(Sip, requestUri, $"<{Called}>");
        await _carrier.Expect(400);
    }

    [Fact]
    public async Task The_called_number_is_in_To_where_the_trunk_says_so()
    {
        var document = SampleConfiguration.Of(_carrier.SentBy, [_phone.Uri]);
        var trunk = document.Trunks[0] with { CalledNumberIn = CalledNumberPlace.To };
        Invite(Sip, "sip:account7@127.0.0.1", $"<{Called}>");
        await _carrier.Expect(404);

        await _silo.Publish(document with { Trunks = [trunk] });
        Invite(Sip, "sip:account7@127.0.0.1", $"<{Called}>");
        await TestCall.Ring(_phone);
        Invite(Sip, "sip:account7@127.0.0.1", "<tel:+380-44-200-00-00>");
        await Eventually.Holds(() => _silo.Events<CallArrived>().Count == 3);
        Assert.Equal([null, "main", "main"], _silo.Events<CallArrived>().Select(arrived => arrived.DialledNumber));
    }

    [Fact]
    public async Task A_withheld_call_goes_on_after_a_restart_and_stays_withheld()
    {
        var port = _silo.Sip.Port;
        Invite(Sip, Called, $"<{Called}>", "Privacy: id");
        var ring = await TestCall.Ring(_phone, alert: false);
        await _carrier.Expect(180);
        _phone.HearsRepetitions = true;
        _silo.Crash();
        var folder = _silo.Folder;
        var restarted = await SiloUnderTest.Start(folder: folder, port: port);
        try
        {
            Assert.Equal(ring.Invite!.ToString(), (await TestCall.Ring(_phone, alert: false)).Invite!.ToString());
            Assert.True(Assert.Single(restarted.Events<CallArrived>()).IsWithheld);
            Assert.Equal("", Assert.Single((await restarted.Board()).Calls).ClientNumber);
        }
        finally
        {
            await restarted.DisposeAsync();
        }
    }

    private async Task<CallArrived> Arrived()
    {
        await Eventually.Holds(() => _silo.Events<CallArrived>().Count == 1);
        return _silo.Events<CallArrived>()[0];
    }

    private void Invite(string from, string requestUri, string to, string headers = "")
    {
        var sdp = Encoding.ASCII.GetString(TestCall.Sdp(_carrier));
        var lines = string.Concat(headers.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line + "\r\n"));
        _carrier.SendRaw(Encoding.UTF8.GetBytes(
            $"INVITE {requestUri} SIP/2.0\r\nVia: SIP/2.0/UDP {_carrier.SentBy};branch={_carrier.NewVia().Branch};rport\r\n"
            + $"Max-Forwards: 70\r\nFrom: {from};tag={_carrier.NewTag()}\r\nTo: {to}\r\nCall-ID: {_carrier.NewCallId()}\r\n"
            + $"CSeq: 1 INVITE\r\nContact: {_carrier.Contact}\r\n{lines}"
            + $"Content-Type: application/sdp\r\nContent-Length: {sdp.Length}\r\n\r\n{sdp}"));
    }
}
