using System.Globalization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.History.Postgres;
using CallCenter.History.Reading;
using CallCenter.History.Shipping;
using CallCenter.Journal;
using Dapper;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CallCenter.History;

/// <summary>
/// History as one part of the silo. <see cref="Start"/> returns at once, calls never wait for PostgreSQL. In the background:
/// 1. Start the private server, unless there is a connection string.
/// 2. Migrate. Both are tried again, with growing pauses, until they succeed.
/// 3. Ship every project of the journal, also those that appear later (<see cref="Shipper"/>); delete what is older than it is kept.
/// </summary>
public sealed class HistoryService : IAsyncDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private readonly HistoryOptions _options;
    private readonly IJournalReader _journal;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _madeAt;
    private readonly EmbeddedPostgres? _embedded;
    private readonly NpgsqlDataSource _database;
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Task> _tasks = [];
    private readonly Shipper _shipper;
    private volatile string? _problem = "PostgreSQL is starting";

    public HistoryService(HistoryOptions options, IJournalReader journal, ILoggerFactory loggers, TimeProvider? time = null)
    {
        (_options, _journal, _logger) = (options, journal, loggers.CreateLogger("CallCenter.History"));
        _time = time ?? TimeProvider.System;
        _madeAt = _time.GetUtcNow();
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            _embedded = new EmbeddedPostgres(options.DatabaseFolder, _logger);
        }
        _database = HistoryDatabase.DataSource(_embedded?.ConnectionString ?? options.ConnectionString!);
        Reader = new HistoryReader(_database, () => _problem);
        _shipper = new Shipper(journal, _database, options, _time, _logger);
    }

    /// <summary>Throws <see cref="HistoryUnavailableException"/> until the database is there.</summary>
    public IHistoryReader Reader { get; }

    /// <summary>How to reach the database, for tools and tests.</summary>
    public string ConnectionString => _database.ConnectionString;

    /// <summary>Begins the work in the background.</summary>
    public void Start() => _tasks.Add(Task.Run(() => Run(_stopping.Token)));

    /// <summary>Never waits.</summary>
    public HistoryHealth Health()
    {
        var shipped = _shipper.Projects;
        var backlog = _journal.Projects.Sum(project =>
            shipped.FirstOrDefault(one => one.Project == project)?.Backlog ?? _journal.LastSequence(project));
        var reason = _problem ?? _embedded?.Problem ?? shipped.FirstOrDefault(static project => project.Problem is not null)?.Problem;
        // Before the database was reached once nobody knows what it has: only the time without it counts then.
        var begun = shipped.Count > 0 && shipped.All(static project => project.HasBegun);
        var age = begun ? shipped.Max(static project => project.OldestAge) : backlog > 0 ? _time.GetUtcNow() - _madeAt : TimeSpan.Zero;
        var isBehind = age > _options.Alarms.BacklogAge || (begun && backlog > _options.Alarms.BacklogEvents);
        if (isBehind)
        {
            reason = string.Create(
                CultureInfo.InvariantCulture,
                $"{backlog:N0} events wait for PostgreSQL, the oldest for {Math.Floor(age.TotalMinutes)} min {age.Seconds} s")
                + (reason is null ? "" : $": {reason}");
        }
        return new HistoryHealth(reason is null, reason, backlog) { OldestAge = age, IsBehind = isBehind };
    }

    /// <summary>
    /// For every project the sequence that PostgreSQL has on its disk: up to there the journal may be trimmed. The synchronous commit
    /// flushes the asynchronous ones before it. Throws <see cref="HistoryUnavailableException"/>.
    /// </summary>
    public async Task<IReadOnlyDictionary<ProjectId, long>> DurableSequences(CancellationToken cancellation = default)
    {
        if (_problem is { } problem)
        {
            throw new HistoryUnavailableException(problem);
        }
        try
        {
            await using var connection = await _database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
            var rows = await connection.QueryAsync<(string Project, long Sequence)>(new CommandDefinition(
                """
                SET LOCAL synchronous_commit = on;
                UPDATE high_water SET shipped_at = shipped_at WHERE journal = @Id RETURNING project, sequence
                """,
                new { _journal.Id },
                cancellationToken: cancellation)).ConfigureAwait(false);
            await transaction.CommitAsync(cancellation).ConfigureAwait(false);
            return rows.ToDictionary(row => new ProjectId(row.Project), row => row.Sequence);
        }
        catch (NpgsqlException failure)
        {
            throw new HistoryUnavailableException(failure.Message, failure);
        }
    }

    /// <summary>Stops shipping where it is (the next start goes on there) and the private server. A second call does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
        {
            return;
        }
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_tasks).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _database.DisposeAsync().ConfigureAwait(false);
        if (_embedded is not null)
        {
            await _embedded.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task Run(CancellationToken cancellation)
    {
        await Prepare(cancellation).ConfigureAwait(false);
        await Task.WhenAll(
            new AuditRetention(_database, _options.KeepAudit, _time, _logger).Run(() => _journal.Projects, cancellation),
            _shipper.Run(cancellation)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task Prepare(CancellationToken cancellation)
    {
        var serverRuns = _embedded is null;
        for (var pause = FirstPause; ; pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, _options.LongestPause.Ticks)))
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                if (!serverRuns)
                {
                    await _embedded!.Start(cancellation).ConfigureAwait(false);
                    serverRuns = true;
                }
                var applied = await Migrator.Migrate(_database, cancellation).ConfigureAwait(false);
                _logger.HistoryReady(_embedded is null ? "the configured server" : "the private server", applied);
                _problem = null;
                return;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                if (_problem != failure.Message)
                {
                    _logger.HistoryAway(failure.Message);
                }
                _problem = failure.Message;
            }
            await Task.Delay(pause, cancellation).ConfigureAwait(false);
        }
    }
}
