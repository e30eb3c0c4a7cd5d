using CallCenter.Abstractions;

namespace CallCenter.Journal.Codecs;

/// <summary>
/// Bytes that are no event of this version: damaged, cut, or written by a newer version. The message says what was met and where.
/// </summary>
public sealed class UnreadableEventException(string message, Exception? inner = null) : RefusedStartException(message, inner);
