using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace CallCenter.Tests.Shared;

/// <summary>A mail server on loopback that keeps what it is given.</summary>
public sealed class MailServer : IAsyncDisposable
{
    public const string Username = "calls@example.com";
    public const string Password = "the mailbox of calls";

    /// <summary>Nobody has a mailbox of this name.</summary>
    public const string Nobody = "nobody@example.com";

    private readonly CancellationTokenSource _stop = new();
    private readonly Mailbox _mailbox = new();
    private readonly Task _runs;
    private int _connections;

    /// <param name="port">Zero: any.</param>
    /// <param name="certificate">Offers STARTTLS with it; null: everything is in clear.</param>
    public MailServer(int port = 0, X509Certificate2? certificate = null)
    {
        Port = port == 0 ? FreePort() : port;
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(endpoint =>
            {
                endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port)).AuthenticationRequired()
                    .AllowUnsecureAuthentication(certificate is null);
                if (certificate is not null) endpoint.Certificate(certificate);
            })
            .Build();
        var services = new SmtpServer.ComponentModel.ServiceProvider();
        services.Add((IMessageStore)_mailbox);
        services.Add((IMailboxFilter)_mailbox);
        services.Add((IUserAuthenticator)_mailbox);
        var server = new SmtpServer.SmtpServer(options, services);
        server.SessionCreated += (_, _) => Interlocked.Increment(ref _connections);
        _runs = server.StartAsync(_stop.Token);
    }

    public int Port { get; }

    /// <summary>What came, in its order.</summary>
    public IReadOnlyCollection<MimeMessage> Letters => _mailbox.Letters;

    /// <summary>How often somebody connected.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Waits for the next letter to somebody and takes it out.</summary>
    public async Task<MimeMessage> Next(string to)
    {
        MimeMessage? found = null;
        await Eventually.Holds(() => (found = _mailbox.Take(to)) is not null, TimeSpan.FromSeconds(20), $"a letter to {to}");
        return found!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_runs.IsCompleted) return;
        await _stop.CancelAsync();
        await _runs.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class Mailbox : MessageStore, IMailboxFilter, IUserAuthenticator
    {
        private readonly ConcurrentDictionary<MimeMessage, string> _letters = new();

        public IReadOnlyCollection<MimeMessage> Letters => [.. _letters.Keys];

        public MimeMessage? Take(string to)
        {
            var found = _letters.Where(letter => letter.Value == to).Select(letter => letter.Key).MinBy(letter => letter.Date);
            if (found is not null) _letters.TryRemove(found, out _);
            return found;
        }

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            using var stream = new MemoryStream(buffer.ToArray());
            var letter = await MimeMessage.LoadAsync(stream, cancellationToken);
            _letters[letter] = letter.To.Mailboxes.Single().Address;
            return SmtpResponse.Ok;
        }

        public Task<bool> CanAcceptFromAsync(
            ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<bool> CanDeliverToAsync(
            ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult($"{to.User}@{to.Host}" != Nobody);

        public Task<bool> AuthenticateAsync(
            ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
            Task.FromResult((user, password) == (Username, Password));
    }
}
