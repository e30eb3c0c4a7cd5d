using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CallCenter.Abstractions;
using Orleans.Connections.Security;

namespace CallCenter.Silo.Cluster;

/// <summary>
/// TLS of silo and gateway ports: both sides show a certificate, and each has to be of the cluster's own authority. Names are not compared:
/// silos are known by addresses that change, and whoever has such a certificate belongs to the cluster.
/// </summary>
internal sealed class ClusterCertificates
{
    private readonly X509Certificate2 _own;
    private readonly X509Certificate2Collection _authority = [];

    private ClusterCertificates(X509Certificate2 own) => _own = own;

    /// <summary>Throws <see cref="RefusedStartException"/> when a file cannot be used.</summary>
    public static ClusterCertificates Read(ClusterTls files)
    {
        try
        {
            using var read = X509Certificate2.CreateFromPemFile(files.CertificateFile, files.KeyFile);
            // A key that was read from PEM cannot be used by every platform's TLS before it was exported once.
            var certificates = new ClusterCertificates(X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pfx), null));
            certificates._authority.ImportFromPemFile(files.AuthorityFile);
            return certificates._authority.Count > 0 ? certificates
                : throw new ClusterCertificateException($"{files.AuthorityFile} holds no certificate.", null);
        }
        catch (Exception failure) when (failure is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new ClusterCertificateException(
                $"The cluster's certificate cannot be used: {failure.Message} "
                + "Give PEM files with --cluster-certificate, --cluster-key and --cluster-authority.", failure);
        }
    }

    public void Apply(TlsOptions options)
    {
        options.LocalCertificate = _own;
        options.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.RemoteCertificateValidation = (certificate, _, _) => IsOfAuthority(certificate);
        options.OnAuthenticateAsClient = static (_, client) => client.TargetHost = "callcenter";
        options.OnAuthenticateAsServer = static (_, server) => server.ClientCertificateRequired = true;
    }

    internal bool IsOfAuthority(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}

/// <summary>A certificate of the cluster cannot be used; the message says which.</summary>
internal sealed class ClusterCertificateException(string message, Exception? inner) : RefusedStartException(message, inner!);
