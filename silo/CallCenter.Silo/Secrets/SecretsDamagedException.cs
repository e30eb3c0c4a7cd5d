using CallCenter.Abstractions;

namespace CallCenter.Silo.Secrets;

/// <summary>The kept secrets cannot be read: the key file is missing or another one, or the file was changed.</summary>
public sealed class SecretsDamagedException(string message, Exception? inner = null) : RefusedStartException(message, inner);
