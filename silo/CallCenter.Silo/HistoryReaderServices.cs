using CallCenter.Abstractions.Ports;
using CallCenter.History;
using CallCenter.History.Reading;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CallCenter.Silo;

/// <summary>Adds history to a process that only reads it.</summary>
public static class HistoryReaderServices
{
    /// <param name="connectionString">The database that the silos ship to; they make its tables.</param>
    public static IServiceCollection AddHistoryReader(this IServiceCollection services, string connectionString) => services
        .AddSingleton(_ => HistoryDatabase.DataSource(connectionString))
        .AddSingleton<IHistoryReader>(static provider =>
            new HistoryReader(provider.GetRequiredService<NpgsqlDataSource>(), static () => null));
}
