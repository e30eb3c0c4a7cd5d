using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Silo.Tests.Signaling;
using CallCenter.Sip.Messages;
using CallCenter.Sip.Sdp;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Media;

/// <summary>Which phones we offer encrypted audio ourselves: those over TLS, where the project says so.</summary>
public sealed class EncryptedOfferTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestCertificate _certificate;
    private SiloUnderTest _silo = null!;
    private TestPhone _client = null!;

    public EncryptedOfferTests() => _certificate = new TestCertificate(_folder.Path);

    public async ValueTask InitializeAsync()
    {
        _certificate.Write();
        _silo = await SiloUnderTest.Start(options: options => options with
        {
            SipTls = new SipTlsOptions(0, _certificate.CertificateFile, _certificate.KeyFile),
        });
        _client = new TestPhone(_silo.Sip, "+380501112233");
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _silo.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(MediaEncryption.Offered, MediaMode.Anchored, "RTP/SAVP")]
    [InlineData(MediaEncryption.Off, MediaMode.Anchored, "RTP/AVP")]
    [InlineData(MediaEncryption.Offered, MediaMode.Direct, "RTP/AVP")]
    public async Task A_phone_over_TLS_is_offered_encrypted_audio_where_the_project_says_so(
        MediaEncryption encryption, MediaMode media, string protocol)
    {
        await Publish(encryption, media);
        using var phone = await Register();
        TestCall.Make(_client, SampleConfiguration.Number);
        var line = Line(await phone.Expect(SipMethod.Invite));
        Assert.Equal((protocol, protocol == "RTP/SAVP" ? 1 : 0), (line.Protocol, line.Crypto.Count));
    }

    [Fact]
    public async Task One_that_is_registered_over_UDP_as_well_is_offered_audio_in_clear()
    {
        await Publish(MediaEncryption.Offered);
        using var phone = await Register();
        using var other = new TestPhone(_silo.Sip, "anna");
        await Registration.Register(other, SiloUnderTest.Password);
        TestCall.Make(_client, SampleConfiguration.Number);
        Assert.Equal("RTP/AVP", Line(await phone.Expect(SipMethod.Invite)).Protocol);
        Assert.Equal("RTP/AVP", Line(await other.Expect(SipMethod.Invite)).Protocol);
    }

    [Theory]
    [InlineData("RTP/SAVP", true)]
    [InlineData("RTP/AVP", false)]
    public async Task Its_answer_has_to_be_encrypted_as_well(string protocol, bool isTaken)
    {
        await Publish(MediaEncryption.Offered);
        using var phone = await Register();
        TestCall.Make(_client, SampleConfiguration.Number);
        var invite = await phone.Expect(SipMethod.Invite);
        var crypto = protocol == "RTP/SAVP" ? $"a=crypto:{(Line(invite).Crypto[0] with { Key = new byte[30] }).ToSdp()}\r\n" : "";
        await phone.Respond(invite, 200, Encoding.ASCII.GetBytes(
            Encoding.ASCII.GetString(SdpWriter.Audio("127.0.0.1", 9)).Replace("RTP/AVP", protocol, StringComparison.Ordinal) + crypto));
        await phone.Expect(SipMethod.Ack);
        await Eventually.Holds(() => isTaken ? _silo.Events<ConversationBegan>().Count == 1
            : _silo.Events<LegEnded>() is [{ End: LegEnd.OfferRefused }, ..]);
    }

    private Task Publish(MediaEncryption encryption, MediaMode media = MediaMode.Anchored)
    {
        var document = SampleConfiguration.Of(_client.SentBy, [], ["anna"]);
        return _silo.Publish(document with
        {
            SipAccounts = [new SipAccountConfiguration("anna")],
            Numbers = [document.Numbers[0] with { Media = media }],
            MediaEncryption = encryption,
        });
    }

    private Task<StreamPhone> Register() => StreamPhone.Register(_silo.Runtime.SipTlsEndPoint!, "anna", trusts: _certificate.Wrote);

    private static MediaLine Line(SipMessage message)
    {
        Assert.True(SessionDescription.TryParse(message.Body, out var description));
        return Assert.Single(description.Media);
    }
}
