using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>A real softphone over TLS, and a certificate that cannot be used.</summary>
public sealed class SecureWireTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TestCertificate _certificate;
    private readonly int _port = Ports.Free();

    public SecureWireTests() => _certificate = new TestCertificate(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Softphone_registers_over_TLS_and_takes_and_makes_calls()
    {
        _certificate.Write();
        using var server = new CallCenterServer { Options = Options() };
        await server.Start();
        var trunk = Ports.Pair();
        await server.Publish(With(trunk, Registering("maria", "104")) with { SipAccounts = [Account("maria")] });
        using var maria = new Baresip("maria", "secret-maria", _port, transport: "tls", trusts: _certificate.CertificateFile);
        await Eventually.Holds(async () => (await server.Board()).Employees[0].Reachable, text: "the phone is registered");

        using (var client = Sipp.Client("caller", trunk.First, server.SipPort, Number, "380674000001", milliseconds: 600))
        {
            await client.Succeeds();
        }

        using var carrier = await Sipp.Phone("employee-answers", trunk.First);
        await maria.Dial("0674000002");
        await Eventually.Holds(async () => (await server.Board()).Calls.Any(call => call.Stage == CallStage.Talking));
        await maria.HangUp();
        await carrier.Succeeds();
        await Eventually.Holds(async () => (await server.Calls("+380674000002")).Calls.Count == 1);
        Assert.Equal(CallOutcome.Answered, (await server.Calls("+380674000002")).Calls[0].Outcome);
        Assert.Equal("maria", (await server.Calls("+380674000001")).Calls[0].Employee);
    }

    [Fact]
    public async Task Softphone_over_TLS_is_offered_encrypted_audio_and_hears_a_client_in_clear()
    {
        _certificate.Write();
        using var server = new CallCenterServer { Options = [.. Options(), "--media-ports", "13000-13999"] };
        await server.Start();
        var trunk = Ports.Free();
        await server.Publish(With((trunk, Ports.Free()), Registering("maria", "104")) with
        {
            SipAccounts = [Account("maria")],
            Recording = new RecordingConfiguration(SharePercent: 100),
            MediaEncryption = MediaEncryption.Offered,
        });
        using var maria = new Baresip(
            "maria", "secret-maria", _port, transport: "tls", trusts: _certificate.CertificateFile, tone: 1_000, encrypts: true);
        using var client = new Baresip("380674000003", "", server.SipPort, tone: 440, listens: trunk);
        await Eventually.Holds(async () => (await server.Board()).Employees[0].Reachable, text: "the phone is registered");
        await client.Dial($"sip:{Number}@127.0.0.1:{server.SipPort}");
        await Eventually.Holds(async () => (await server.Board()).Calls.Any(call => call.Stage == CallStage.Talking));
        await server.Recorded(seconds: 3);
        await client.HangUp();

        Assert.DoesNotContain(" RTP/AVP ", maria.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(" RTP/SAVP ", client.Output, StringComparison.Ordinal);
        await Eventually.Holds(() => new HeardAudio(maria.Heard).Share(440) > 0.9, text: "the employee heard the client");
        await Eventually.Holds(() => new HeardAudio(client.Heard).Share(1_000) > 0.9, text: "the client heard the employee");
    }

    private string[] Options() =>
        ["--sip-tls", $"{_port}", "--sip-certificate", _certificate.CertificateFile, "--sip-key", _certificate.KeyFile];
}
