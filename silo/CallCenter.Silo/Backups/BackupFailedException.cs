using CallCenter.Abstractions;

namespace CallCenter.Silo.Backups;

/// <summary>A backup or its restoring is not possible; the message says why. Nothing was changed.</summary>
public sealed class BackupFailedException(string message, Exception? inner = null) : RefusedStartException(message, inner);
