using CallCenter.History.Postgres;
using Npgsql;

namespace CallCenter.History;

/// <summary>The one way connections to the history database are made.</summary>
public static class HistoryDatabase
{
    /// <summary>All tables live in this schema, so that a database may be shared with others.</summary>
    public const string Schema = "history";

    /// <summary>What Orleans keeps: the cluster's members, durable grains, reminders. Made by the migrations as well.</summary>
    public const string OrleansSchema = "orleans";

    /// <summary>The same database as Orleans' providers are to use it.</summary>
    public static string ForOrleans(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        SearchPath = OrleansSchema,
        ApplicationName = "CallCenter cluster",
        Timeout = 2,
        CommandTimeout = 5,
        MaxPoolSize = 4,
    }.ConnectionString;

    /// <summary>A pool whose connections give up within two seconds when the server is away. Dispose it.</summary>
    /// <param name="commandSeconds">How long a statement may take; 0 for as long as it needs.</param>
    public static NpgsqlDataSource DataSource(string connectionString, int commandSeconds = 10)
    {
        try
        {
            return NpgsqlDataSource.Create(Settings(connectionString, commandSeconds));
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or FormatException or NotSupportedException)
        {
            throw new PostgresUnavailableException(
                $"The connection string of the history (ConnectionStrings__History) cannot be used: {unreadable.Message.Split('\n')[0]} "
                + "It is written as Host=db.example.com;Username=callcenter;Password=...;Database=callcenter.",
                unreadable);
        }
    }

    private static NpgsqlConnectionStringBuilder Settings(string connectionString, int commandSeconds) => new(connectionString)
    {
        SearchPath = $"{Schema},public",
        ApplicationName = "CallCenter",
        Timeout = 2,
        CommandTimeout = commandSeconds,
        MaxPoolSize = 16,
        NoResetOnClose = true, // no statement of ours changes a connection's settings
    };
}
