namespace CallCenter.Web.Start;

/// <summary>What the command line says about SIP over TLS.</summary>
/// <param name="CertificateFile">Absolute path.</param>
/// <param name="KeyFile">Absolute path.</param>
public sealed record TlsStart(int Port, string CertificateFile, string KeyFile);
