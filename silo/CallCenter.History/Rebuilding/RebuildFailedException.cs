using CallCenter.Abstractions;

namespace CallCenter.History.Rebuilding;

/// <summary>History or state cannot be rebuilt; the message says why, and what helps. Nothing was changed.</summary>
public sealed class RebuildFailedException(string message, Exception? inner = null) : RefusedStartException(message, inner);
