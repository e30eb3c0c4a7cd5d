using System.Diagnostics;
using Npgsql;

namespace CallCenter.Tests.Shared;

/// <summary>The private PostgreSQL of a running call center, for tests that do something to it.</summary>
public sealed class PrivatePostgres(string folder)
{
    /// <summary>Its first process; fails while there is none.</summary>
    public int Postmaster => int.Parse(File.ReadLines(Path.Combine(folder, "cluster", "postmaster.pid")).First());

    /// <summary>Sends a signal to its first process: QUIT, INT, KILL.</summary>
    public void Signal(string signal) => Send(signal, [Postmaster]);

    /// <summary>Every process of it stops where it is; connections stay open and nobody answers.</summary>
    public void Hang() => Send("STOP", [Postmaster, .. Children(Postmaster)]);

    public void GoOn() => Send("CONT", [Postmaster, .. Children(Postmaster)]);

    public async Task Execute(string sql, string database = "callcenter") => await Scalar<object?>(sql, database);

    public async Task<T> Scalar<T>(string sql, string database = "callcenter")
    {
        await using var connection = new NpgsqlConnection($"Host={folder};Username=callcenter;Database={database};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static IEnumerable<int> Children(int parent) => Directory.GetDirectories("/proc")
        .Select(Path.GetFileName).Where(name => int.TryParse(name, out _)).Select(int.Parse!)
        .Where(pid => ParentOf(pid) == parent);

    // "pid (name) state parent …"
    private static int? ParentOf(int pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        catch (IOException)
        {
            return null; // gone meanwhile
        }
    }

    private static void Send(string signal, IEnumerable<int> pids)
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", .. pids.Select(pid => pid.ToString())]);
        kill.WaitForExit();
    }
}
