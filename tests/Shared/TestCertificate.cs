using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CallCenter.Tests.Shared;

/// <summary>A self-signed certificate for loopback as PEM files.</summary>
public sealed class TestCertificate(string folder)
{
    private readonly HashSet<string> _written = [];

    public string CertificateFile { get; } = Path.Combine(folder, "sip.crt");

    public string KeyFile { get; } = Path.Combine(folder, "sip.key");

    /// <summary>Writes a new pair and returns its thumbprint.</summary>
    public string Write()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=sip.test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(KeyFile, key.ExportPkcs8PrivateKeyPem());
        _written.Add(certificate.GetCertHashString());
        return certificate.Thumbprint;
    }

    /// <summary>The certificate is one of those written here.</summary>
    public bool Wrote(X509Certificate certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        return _written.Contains(certificate.GetCertHashString());
    }
}
