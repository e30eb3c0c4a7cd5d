using CallCenter.Journal;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CallCenter.History.Shipping;

/// <summary>
/// Copies the journal to PostgreSQL, every project in order and exactly once; all together, because a transaction costs the same for one
/// project as for a hundred.
/// 1. Read the high-water marks of projects that are new, or were not looked at for a while.
/// 2. Wait for events, linger for company, read a batch of every project that has some.
/// 3. Make the journal durable up to there, so that the database never knows more than the disk.
/// 4. One transaction: COPY the rows of every table, move the high-water marks from where they were, commit.
/// 5. After any failure pause, longer each time, and begin at 1: whether a commit whose answer was lost took place, the marks tell. Where a
///    table is missing, the database is an older one by now (a standby that took over, a backup): it is migrated first.
/// 6. A batch that PostgreSQL rejects for what is in it is tried again project by project. That of the project which it is about is
///    halved until the one turn is found that PostgreSQL does not take. That turn is named in health and log, and tried again, until it is
///    accepted or an operator gave it up (<see cref="RejectedTurnException"/>); the other projects go on.
/// </summary>
internal sealed class Shipper(
    IJournalReader journal, NpgsqlDataSource database, HistoryOptions options, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(250);
    private volatile ProjectShipping[] _projects = [];
    private bool _lacksTables;

    /// <summary>The projects that are known so far.</summary>
    public IReadOnlyList<ProjectShipping> Projects => _projects;

    /// <summary>Runs until cancelled.</summary>
    public async Task Run(CancellationToken cancellation)
    {
        var pause = FirstPause;
        using var rows = new HistoryRows();
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                await MigrateAgain(cancellation).ConfigureAwait(false);
                while (true)
                {
                    var seen = journal.TotalEvents;
                    FindProjects();
                    await ReadMarks(cancellation).ConfigureAwait(false);
                    if (await HasEvents(seen, cancellation).ConfigureAwait(false))
                    {
                        await Linger(cancellation).ConfigureAwait(false);
                        await Ship(rows, cancellation).ConfigureAwait(false);
                    }
                    pause = FirstPause;
                }
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                foreach (var project in _projects)
                {
                    project.Report(failure);
                    project.LookAgain();
                }
                _lacksTables |= failure is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable };
                await Task.Delay(pause, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, options.LongestPause.Ticks));
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private void FindProjects()
    {
        var known = _projects;
        foreach (var project in journal.Projects.Where(project => Array.TrueForAll(known, one => one.Project != project)))
        {
            _projects = [.. _projects, new ProjectShipping(project, journal, options, time, logger)];
        }
    }

    private async Task MigrateAgain(CancellationToken cancellation)
    {
        if (!_lacksTables)
        {
            return;
        }
        var applied = await Migrator.Migrate(database, cancellation).ConfigureAwait(false);
        if (applied > 0)
        {
            logger.MigratedAgain(applied);
        }
        _lacksTables = false;
    }

    private async Task ReadMarks(CancellationToken cancellation)
    {
        var due = _projects.Where(static project => project.NeedsMark && project.RestsMs == 0).ToList();
        if (due.Count == 0)
        {
            return;
        }
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        foreach (var project in due)
        {
            try
            {
                await project.ReadMark(connection, cancellation).ConfigureAwait(false);
            }
            catch (WrongJournalException wrong)
            {
                project.Rest(wrong);
            }
        }
    }

    /// <param name="seen">How many events the journal had when the projects were looked for.</param>
    private async Task<bool> HasEvents(long seen, CancellationToken cancellation)
    {
        var projects = _projects;
        foreach (var project in projects)
        {
            project.NoteWaiting();
        }
        if (projects.Any(static project => project.IsReady))
        {
            return true;
        }
        var rests = projects.Select(static project => project.RestsMs).Where(static rest => rest > 0).DefaultIfEmpty(long.MaxValue).Min();
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        quiet.CancelAfter(TimeSpan.FromMilliseconds(Math.Min(options.LookAgain.TotalMilliseconds, rests)));
        try
        {
            await journal.WaitBeyond(seen, quiet.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            foreach (var project in projects)
            {
                project.LookAgain();
            }
        }
        return false;
    }

    private Task Linger(CancellationToken cancellation) =>
        _projects.Sum(static project => project.IsReady ? project.Backlog : 0) < options.BatchEvents
        && !_projects.Any(static project => project is { IsReady: true, IsSearched: true })
            ? Task.Delay(options.Linger, cancellation) : Task.CompletedTask;

    private async Task Ship(HistoryRows rows, CancellationToken cancellation)
    {
        var batches = new List<Batch>();
        var room = options.BatchEvents;
        foreach (var project in _projects.Where(static project => project is { IsReady: true, IsSearched: false }))
        {
            if (room > 0 && project.Next(room) is { Count: > 0 } turns)
            {
                batches.Add(new Batch(project, turns));
                room -= turns.Sum(static turn => turn.Count);
            }
        }
        // Whoever had no room this time is first the next time.
        _projects = [.. _projects.Except(batches.Select(static batch => batch.Project)), .. batches.Select(static batch => batch.Project)];
        if (batches.Count > 0 && !await TryTogether(rows, batches, cancellation).ConfigureAwait(false))
        {
            foreach (var batch in batches)
            {
                await ShipAlone(rows, batch, cancellation).ConfigureAwait(false);
            }
        }
        foreach (var project in _projects.Where(static project => project is { IsReady: true, IsSearched: true }))
        {
            await ShipAlone(rows, new Batch(project, project.Next(options.BatchEvents)), cancellation).ConfigureAwait(false);
        }
    }

    private async Task<bool> TryTogether(HistoryRows rows, List<Batch> batches, CancellationToken cancellation)
    {
        journal.MakeDurable();
        try
        {
            rows.Fill(batches.Select(static batch => batch.Turns));
            await Write(rows, batches, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (Exception rejection) when (rejection is WrongJournalException || RejectedTurnException.IsAboutContent(rejection))
        {
            return false;
        }
    }

    private async Task ShipAlone(HistoryRows rows, Batch batch, CancellationToken cancellation)
    {
        if (batch.Turns.Count == 0)
        {
            return;
        }
        var turns = batch.Turns;
        journal.MakeDurable();
        try
        {
            rows.Fill([turns]);
            await Write(rows, [batch], cancellation).ConfigureAwait(false);
        }
        catch (WrongJournalException wrong)
        {
            batch.Project.Rest(wrong);
        }
        catch (Exception rejection) when (turns.Count > 1 && RejectedTurnException.IsAboutContent(rejection))
        {
            batch.Project.Halve(turns);
        }
        catch (Exception rejection) when (RejectedTurnException.IsAboutContent(rejection))
        {
            if (!await JournalGaps.Cover(database, turns[0], cancellation).ConfigureAwait(false))
            {
                batch.Project.Rest(new RejectedTurnException(turns[0], rejection));
                return;
            }
            rows.FillEventsOnly(turns);
            await Write(rows, [batch], cancellation).ConfigureAwait(false);
            logger.TurnGivenUp(batch.Project.Project.Value, turns[0].FirstSequence, turns[0].LastSequence, rejection.Message);
        }
    }

    private async Task Write(HistoryRows rows, IReadOnlyList<Batch> batches, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        foreach (var table in rows.Filled)
        {
            await using var copy = await connection.BeginRawBinaryCopyAsync(table.Command, cancellation).ConfigureAwait(false);
            await copy.WriteAsync(table.Finish(), cancellation).ConfigureAwait(false);
        }
        foreach (var (project, turns) in batches)
        {
            await project.MoveMark(connection, turns, cancellation).ConfigureAwait(false);
        }
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        foreach (var (project, turns) in batches)
        {
            project.Committed(turns);
        }
    }

    /// <summary>Turns of one project that follow each other.</summary>
    private sealed record Batch(ProjectShipping Project, IReadOnlyList<JournalTurn> Turns);
}
