using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CallCenter.Sip;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>A phone behind one TCP or TLS connection of its own, as text; whoever wants more of it listens at its Contact.</summary>
internal sealed class StreamPhone : IDisposable
{
    private readonly TcpClient _client = new();
    private readonly SipStreamFramer _framer = new();
    private readonly string _user;
    private readonly string _instance;
    private readonly string _callId = $"reg-{Guid.NewGuid():n}";
    private readonly string _transport;
    private Stream _stream = Stream.Null;
    private int _cseq;

    private StreamPhone(string user, string? instance, bool isTls)
    {
        _user = user;
        _transport = isTls ? "tls" : "tcp";
        _instance = instance is null ? "" : $";+sip.instance=\"<{instance}>\"";
    }

    public string Local => _client.Client.LocalEndPoint!.ToString()!;

    /// <summary>Connects and registers.</summary>
    /// <param name="listensAt">Where its Contact says it is; null for the connection itself.</param>
    /// <param name="trusts">Over TLS: whether this is the certificate of the silo; null: over TCP.</param>
    public static async Task<StreamPhone> Register(
        IPEndPoint silo, string user, string? instance = null, EndPoint? listensAt = null, Func<X509Certificate, bool>? trusts = null)
    {
        var phone = new StreamPhone(user, instance, isTls: trusts is not null);
        await phone.Connect(silo, trusts);
        var contact = $"<sip:{user}@{listensAt?.ToString() ?? phone.Local};transport={phone._transport}>";
        await phone.SendRegister(contact, "");
        var challenge = await phone.Next();
        Assert.Equal(401, challenge.StatusCode);
        await phone.SendRegister(contact, Registration.Credentials(
            challenge, user, SiloUnderTest.Password, SipMethod.Register, "sip:127.0.0.1") + "\r\n");
        Assert.Equal(200, (await phone.Next()).StatusCode);
        return phone;
    }

    /// <summary>The next message but OPTIONS, which asks whether it lives and is answered.</summary>
    public async Task<SipMessage> Next()
    {
        var message = await NextAny();
        while (message.IsRequest && message.Method == SipMethod.Options)
        {
            await Respond(message, 200);
            message = await NextAny();
        }

        return message;
    }

    private async Task<SipMessage> NextAny()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        var buffer = new byte[8192];
        while (true)
        {
            if (_framer.Next(out var bytes) == StreamFrame.Message && SipParser.TryParse(bytes, out var message, out _))
            {
                return message!;
            }

            var length = await _stream.ReadAsync(buffer, limit.Token);
            Assert.NotEqual(0, length);
            _framer.Append(buffer.AsSpan(0, length));
        }
    }

    /// <summary>The next message, which has to be this request.</summary>
    public async Task<SipMessage> Expect(SipMethod method)
    {
        var message = await Next();
        Assert.Equal(method, message.Method);
        Assert.True(message.IsRequest);
        return message;
    }

    public async Task Respond(SipMessage request, int status, byte[]? sdp = null)
    {
        var writer = new SipMessageWriter().Response(request, status, new SipTag(77));
        writer.Header(SipHeader.Contact, $"<sip:{_user}@{Local};transport={_transport}>").Sdp(sdp ?? []);
        await _stream.WriteAsync(writer.Written.ToArray());
    }

    public void Dispose()
    {
        _stream.Dispose();
        _client.Dispose();
    }

    private async Task Connect(IPEndPoint silo, Func<X509Certificate, bool>? trusts)
    {
        await _client.ConnectAsync(silo);
        _stream = _client.GetStream();
        if (trusts is not null)
        {
            var secure = new SslStream(_stream);
            _stream = secure;
            await secure.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = "127.0.0.1",
                RemoteCertificateValidationCallback = (_, certificate, _, _) => trusts(certificate!),
            });
        }
    }

    private async Task SendRegister(string contact, string credentials) => await _stream.WriteAsync(Encoding.ASCII.GetBytes(
        $"REGISTER sip:127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/{_transport.ToUpperInvariant()} {Local};branch=z9hG4bK{Guid.NewGuid():n};rport\r\n"
        + "Max-Forwards: 70\r\n"
        + $"From: <sip:{_user}@127.0.0.1>;tag=1\r\nTo: <sip:{_user}@127.0.0.1>\r\nCall-ID: {_callId}\r\nCSeq: {++_cseq} REGISTER\r\n"
        + $"Contact: {contact}{_instance}\r\nExpires: 3600\r\n{credentials}Content-Length: 0\r\n\r\n"));
}
