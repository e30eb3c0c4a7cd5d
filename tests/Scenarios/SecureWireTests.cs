using CallCenter.Abstractions.Calls;
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

    private string[] Options() =>
        ["--sip-tls", $"{_port}", "--sip-certificate", _certificate.CertificateFile, "--sip-key", _certificate.KeyFile];
}
