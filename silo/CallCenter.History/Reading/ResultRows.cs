using Npgsql;

namespace CallCenter.History.Reading;

/// <summary>Walks through the results of several statements.</summary>
internal static class ResultRows
{
    /// <summary>Reads the rows of one result and goes on to the next.</summary>
    public static async Task<List<T>> ReadList<T>(
        this NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        var list = new List<T>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            list.Add(read(reader));
        }
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        return list;
    }
}
