using CallCenter.Abstractions;

namespace CallCenter.History.Postgres;

/// <summary>The private PostgreSQL server cannot run here; the message says what to do.</summary>
public sealed class PostgresUnavailableException(string message, Exception? inner = null) : RefusedStartException(message, inner);
