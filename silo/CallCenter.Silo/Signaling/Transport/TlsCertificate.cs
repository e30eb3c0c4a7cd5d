using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>
/// Certificate chain and key from PEM files. They are looked at before a handshake, at most once a second: new files are taken over
/// without a restart, connections that stand keep theirs; new files that cannot be used leave the old ones in place and are a line in
/// the log. TLS 1.2 and later, no renegotiation.
/// </summary>
internal sealed class TlsCertificate
{
    private const long LookEveryMs = 1_000;
    private const string Remedy = "Name PEM files that are valid and belong together with --sip-certificate FILE and --sip-key FILE.";
    private readonly string _certificateFile;
    private readonly string _keyFile;
    private readonly ILogger _log;
    private readonly Lock _looking = new();
    private (DateTime, long, DateTime, long) _stamp;
    private long _lookedAt;
    private volatile SslServerAuthenticationOptions _current;

    /// <summary>Reads both files; throws <see cref="CertificateUnusableException"/>.</summary>
    public TlsCertificate(string certificateFile, string keyFile, ILogger log)
    {
        _certificateFile = certificateFile;
        _keyFile = keyFile;
        _log = log;
        _stamp = Stamp();
        _lookedAt = Environment.TickCount64;
        _current = Read();
    }

    /// <summary>What a handshake that begins now is made with.</summary>
    public SslServerAuthenticationOptions ForHandshake()
    {
        if (Environment.TickCount64 - Volatile.Read(ref _lookedAt) >= LookEveryMs)
        {
            Look();
        }

        return _current;
    }

    /// <summary>Takes over files that changed.</summary>
    internal void Look()
    {
        lock (_looking)
        {
            Volatile.Write(ref _lookedAt, Environment.TickCount64);
            var stamp = Stamp();
            if (stamp == _stamp)
            {
                return;
            }

            _stamp = stamp;
            try
            {
                _current = Read();
                SignalingLog.CertificateTaken(_log, _certificateFile);
            }
            catch (CertificateUnusableException failure)
            {
                SignalingLog.CertificateKept(_log, failure.Message);
            }
        }
    }

    private SslServerAuthenticationOptions Read()
    {
        try
        {
            var certificate = X509Certificate2.CreateFromPemFile(_certificateFile, _keyFile);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(_certificateFile);
            if (certificate.NotAfter.ToUniversalTime() < DateTime.UtcNow)
            {
                throw new CertificateUnusableException($"The certificate {_certificateFile} expired on {certificate.NotAfter:u}. {Remedy}");
            }

            return new SslServerAuthenticationOptions
            {
                ServerCertificateContext = SslStreamCertificateContext.Create(certificate, chain, offline: true),
                EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
                AllowRenegotiation = false,
            };
        }
        catch (Exception failure) when (failure
            is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CertificateUnusableException(
                $"The certificate {_certificateFile} with the key {_keyFile} cannot be used for SIP over TLS: {failure.Message} {Remedy}",
                failure);
        }
    }

    private (DateTime, long, DateTime, long) Stamp()
    {
        var (certificate, key) = (new FileInfo(_certificateFile), new FileInfo(_keyFile));
        return (
            certificate.LastWriteTimeUtc, certificate.Exists ? certificate.Length : 0, key.LastWriteTimeUtc, key.Exists ? key.Length : 0);
    }
}
