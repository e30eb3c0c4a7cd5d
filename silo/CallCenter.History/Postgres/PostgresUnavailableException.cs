namespace CallCenter.History.Postgres;

/// <summary>The private PostgreSQL server cannot run here; the message says what to do.</summary>
public sealed class PostgresUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
