using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CallCenter.Silo.Signaling.Transport;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>SIP over TLS.</summary>
public sealed class TlsTests : IDisposable
{
    private const byte Alert = 21;
    private const byte ProtocolVersion = 70;
    private readonly TemporaryFolder _folder = new();
    private readonly TestCertificate _certificate;

    public TlsTests() => _certificate = new TestCertificate(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_trunk_calls_over_TLS_and_is_answered_on_its_connection_with_our_TLS_address()
    {
        _certificate.Write();
        await using var silo = await Start();
        using var employee = new TestPhone(silo.Sip, "one");
        await silo.Publish(SampleConfiguration.Of("127.0.0.1", [employee.Uri]));
        await using var connection = await Connect(silo);

        await connection.Stream.WriteAsync(Invite(connection.Local, TestCall.Sdp(employee)));
        var ring = await TestCall.Ring(employee);
        await ring.Take();
        var answer = await StreamText.ReadUntil(connection.Stream, "a=sendrecv");
        Assert.Contains($"Contact: <sip:{silo.Runtime.SipTlsEndPoint};transport=tls>", answer);
        await connection.Stream.WriteAsync(Ack(connection.Local, answer.Split(";tag=")[2].Split("\r\n")[0]));
        ring.Request(CallCenter.Sip.Messages.SipMethod.Bye);
        var bye = await StreamText.ReadUntil(connection.Stream, "BYE\r\n");
        Assert.Contains($"Via: SIP/2.0/TLS {silo.Runtime.SipTlsEndPoint};", bye);
        Assert.True(connection.Stream.SslProtocol is SslProtocols.Tls12 or SslProtocols.Tls13);
        Assert.Contains(silo.Health.Parts, part => part is { Name: "sip-tls", Ready: true });
    }

    [Fact]
    public async Task TLS_before_1_2_is_refused()
    {
        _certificate.Write();
        await using var silo = await Start();
        using var client = new TcpClient();
        await client.ConnectAsync(silo.Runtime.SipTlsEndPoint!);

        // A ClientHello of TLS 1.1 (RFC 4346 §7.4.1.2) with two cipher suites that every server of its time knew.
        byte[] hello = [3, 2, .. new byte[32], 0, 0, 4, 0xc0, 0x13, 0, 0x2f, 1, 0];
        await client.GetStream().WriteAsync((byte[])[22, 3, 1, 0, (byte)(hello.Length + 4), 1, 0, 0, (byte)hello.Length, .. hello]);

        var answer = new byte[7];
        await client.GetStream().ReadExactlyAsync(answer);
        Assert.Equal((Alert, ProtocolVersion), (answer[0], answer[6]));
    }

    [Fact]
    public async Task A_new_certificate_is_taken_over_and_a_bad_one_is_not()
    {
        var first = _certificate.Write();
        await using var silo = await Start();
        await using var standing = await Connect(silo);
        Assert.Equal(first, standing.Thumbprint);

        var second = _certificate.Write();
        await Eventually.Holds(async () => await Thumbprint(silo) == second);

        await File.WriteAllTextAsync(_certificate.KeyFile, "no key");
        var log = new KeptLog();
        Assert.Throws<CertificateUnusableException>(() => new TlsCertificate(_certificate.CertificateFile, _certificate.KeyFile, log));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Thumbprint(silo)));
        Assert.Equal(second, await Thumbprint(silo));

        await standing.Stream.WriteAsync(StreamText.Options("TLS", standing.Local, 1));
        Assert.Contains("403", await StreamText.ReadUntil(standing.Stream, "\r\n\r\n"));
    }

    [Fact]
    public void What_is_wrong_with_new_files_is_said_once_and_the_old_ones_stay()
    {
        _certificate.Write();
        var log = new KeptLog();
        var certificate = new TlsCertificate(_certificate.CertificateFile, _certificate.KeyFile, log);
        var before = certificate.ForHandshake();

        File.Delete(_certificate.KeyFile);
        certificate.Look();
        certificate.Look();
        Assert.Same(before, certificate.ForHandshake());
        Assert.Contains(_certificate.KeyFile, Assert.Single(log.Lines));

        _certificate.Write();
        certificate.Look();
        Assert.NotSame(before, certificate.ForHandshake());
    }

    [Fact]
    public async Task Who_does_not_finish_the_handshake_is_closed()
    {
        _certificate.Write();
        await using var silo = await Start(TimeSpan.FromMilliseconds(200));
        using var client = new TcpClient();
        await client.ConnectAsync(silo.Runtime.SipTlsEndPoint!);
        await client.GetStream().WriteAsync((byte[])[22, 3, 1]);
        await StreamText.Closes(client.GetStream());
    }

    private Task<SiloUnderTest> Start(TimeSpan? within = null) => SiloUnderTest.Start(options: options => options with
    {
        SipTls = new SipTlsOptions(0, _certificate.CertificateFile, _certificate.KeyFile),
        SipMessageWithin = within ?? options.SipMessageWithin,
    });

    private async Task<string> Thumbprint(SiloUnderTest silo)
    {
        await using var connection = await Connect(silo);
        return connection.Thumbprint;
    }

    private async Task<TlsConnection> Connect(SiloUnderTest silo)
    {
        var client = new TcpClient();
        await client.ConnectAsync(silo.Runtime.SipTlsEndPoint!);
        var stream = new SslStream(client.GetStream());
        await stream.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "127.0.0.1",
            RemoteCertificateValidationCallback = (_, certificate, _, _) => _certificate.Wrote(certificate!),
        });
        return new TlsConnection(client, stream);
    }

    private static byte[] Invite(string sentBy, byte[] sdp) => [.. Encoding.ASCII.GetBytes(
        $"INVITE sip:{SampleConfiguration.Number}@127.0.0.1;transport=tls SIP/2.0\r\n{Head(sentBy, "INVITE", null)}"
        + $"Content-Type: application/sdp\r\nContent-Length: {sdp.Length}\r\n\r\n"), .. sdp];

    private static byte[] Ack(string sentBy, string tag) => Encoding.ASCII.GetBytes(
        $"ACK sip:127.0.0.1 SIP/2.0\r\n{Head(sentBy, "ACK", tag)}Content-Length: 0\r\n\r\n");

    private static string Head(string sentBy, string method, string? toTag) =>
        $"Via: SIP/2.0/TLS {sentBy};branch=z9hG4bK{method}\r\nMax-Forwards: 70\r\nFrom: <sip:+380501112233@127.0.0.1>;tag=1\r\n"
        + $"To: <sip:{SampleConfiguration.Number}@127.0.0.1>{(toTag is null ? "" : $";tag={toTag}")}\r\nCall-ID: tls-call\r\n"
        + $"CSeq: 1 {method}\r\nContact: <sip:client@{sentBy};transport=tls>\r\n";

    private sealed record TlsConnection(TcpClient Client, SslStream Stream) : IAsyncDisposable
    {
        public string Local => Client.Client.LocalEndPoint!.ToString()!;

        public string Thumbprint => ((X509Certificate2)Stream.RemoteCertificate!).Thumbprint;

        public async ValueTask DisposeAsync()
        {
            await Stream.DisposeAsync();
            Client.Dispose();
        }
    }
}
