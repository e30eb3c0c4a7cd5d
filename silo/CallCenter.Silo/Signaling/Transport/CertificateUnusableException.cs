using CallCenter.Abstractions;

namespace CallCenter.Silo.Signaling.Transport;

/// <summary>The certificate or key of SIP over TLS cannot be used; the message names the files and what is wrong.</summary>
public sealed class CertificateUnusableException(string message, Exception? inner = null) : RefusedStartException(message, inner);
