using CallCenter.History.Postgres;
using Npgsql;

namespace CallCenter.History;

/// <summary>The one way connections to the history database are made.</summary>
public static class HistoryDatabase
{
    /// <summary>All tables live in this schema, so that a database may be shared with others.</summary>
    public const string Schema = "history";

    /// <summary>A pool whose connections give up within two seconds when the server is away. Dispose it.</summary>
    public static NpgsqlDataSource DataSource(string connectionString)
    {
        try
        {
            return NpgsqlDataSource.Create(Settings(connectionString));
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or NotSupportedException)
        {
            throw new PostgresUnavailableException(
                $"The connection string of the history (ConnectionStrings__History) cannot be used: {unreadable.Message.Split('\n')[0]} "
                + "It is written as Host=db.example.com;Username=callcenter;Password=...;Database=callcenter.",
                unreadable);
        }
    }

    private static NpgsqlConnectionStringBuilder Settings(string connectionString) => new(connectionString)
    {
        SearchPath = $"{Schema},public",
        ApplicationName = "CallCenter",
        Timeout = 2,
        CommandTimeout = 10,
        MaxPoolSize = 16,
        NoResetOnClose = true, // no statement of ours changes a connection's settings
    };
}
