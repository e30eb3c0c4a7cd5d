namespace CallCenter.Silo;

/// <summary>SIP over TLS.</summary>
/// <param name="Port">0 takes a free one.</param>
/// <param name="CertificateFile">PEM: the certificate and those between it and its root.</param>
/// <param name="KeyFile">PEM: the key, not encrypted.</param>
public sealed record SipTlsOptions(int Port, string CertificateFile, string KeyFile);
