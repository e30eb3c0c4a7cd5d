using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Mail;
using CallCenter.Abstractions.Texts;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace CallCenter.Silo.Mail;

/// <summary>A connection to a mail server, opened by the first letter. What goes wrong is an answer here and no exception.</summary>
internal sealed class MailConnection : IDisposable
{
    /// <summary>How long each answer of the server is waited for.</summary>
    private const int LongestAnswerMs = 15_000;

    private const int LongestWords = 300;

    private readonly MailConfiguration _server;
    private readonly string? _password;
    private readonly string _fromName;
    private readonly TimeProvider _time;
    private readonly SmtpClient _client;
    private MailFailure? _shut;
    private string? _distrust;

    public MailConnection(MailConfiguration server, string? password, string fromName, TimeProvider time)
    {
        (_server, _password, _fromName, _time) = (server, password, fromName, time);
        _client = new SmtpClient
        {
            Timeout = LongestAnswerMs,
            // Lists of revoked certificates are fetched from elsewhere, which a server in a closed network cannot.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = (_, _, chain, errors) =>
            {
                _distrust = Distrust(errors, chain);
                return errors == SslPolicyErrors.None;
            },
        };
    }

    /// <summary>Null when the server is ready for a letter. One that let nobody in is not asked again.</summary>
    public async ValueTask<MailFailure?> Open(CancellationToken cancellation) => _shut ??= await Guarded(async () =>
    {
        if (_client.IsConnected) return;
        await _client.ConnectAsync(_server.Host!, _server.Port, Encryption, cancellation);
        if (_server.Username is { } username) await _client.AuthenticateAsync(username, _password ?? "", cancellation);
    });

    /// <summary>Null when the server took it.</summary>
    public async ValueTask<MailFailure?> Send(Letter letter, CancellationToken cancellation) =>
        await Open(cancellation) ?? await Guarded(async () =>
        {
            using var message = Message(letter);
            await _client.SendAsync(message, cancellation);
        });

    /// <summary>Takes leave; what was sent is sent whatever becomes of it.</summary>
    public ValueTask<MailFailure?> Quit(CancellationToken cancellation) => Guarded(() => _client.DisconnectAsync(true, cancellation));

    public void Dispose() => _client.Dispose();

    private SecureSocketOptions Encryption => _server.Security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    private MimeMessage Message(Letter letter)
    {
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = _time.GetUtcNow(),
            Body = new MultipartAlternative(
                new TextPart("plain") { Text = letter.Text }, new TextPart("html") { Text = letter.Html }),
        };
        message.From.Add(new MailboxAddress(_fromName, _server.From!));
        message.To.Add(new MailboxAddress(letter.ToName, letter.To));
        // So that nobody's absence notice answers it (RFC 3834 §5).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    // Why the certificate is not trusted, in the words of the system.
    private static string? Distrust(SslPolicyErrors errors, X509Chain? chain) => errors switch
    {
        SslPolicyErrors.None => null,
        SslPolicyErrors.RemoteCertificateNameMismatch => "certificate of another name",
        _ => string.Join(", ", (chain?.ChainStatus ?? []).Select(static status => status.StatusInformation).Distinct()),
    };

    // What a server says is a stranger's text as well.
    private static MailFailure Failed(MailFailureKind kind, string? said)
    {
        var clean = StrangerText.Clean(said ?? "");
        return new MailFailure(kind, clean.Length == 0 ? null : clean[..Math.Min(clean.Length, LongestWords)]);
    }

    private async ValueTask<MailFailure?> Guarded(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (SslHandshakeException failure)
        {
            return Failed(MailFailureKind.NotEncrypted, _distrust ?? failure.InnerException?.Message);
        }
        catch (NotSupportedException failure)
        {
            // It offers no STARTTLS, or no way to sign in that we know.
            return Failed(MailFailureKind.NotEncrypted, failure.Message);
        }
        catch (AuthenticationException failure)
        {
            return Failed(MailFailureKind.SignIn, failure.Message);
        }
        catch (SmtpCommandException failure)
        {
            return Failed((int)failure.StatusCode >= 500 ? MailFailureKind.Refused : MailFailureKind.TryLater, failure.Message);
        }
        catch (ParseException failure)
        {
            return Failed(MailFailureKind.Refused, failure.Message);
        }
        catch (Exception failure) when (
            failure is SocketException or IOException or TimeoutException or ProtocolException or OperationCanceledException)
        {
            return Failed(MailFailureKind.Unreachable, failure.Message);
        }
    }
}
