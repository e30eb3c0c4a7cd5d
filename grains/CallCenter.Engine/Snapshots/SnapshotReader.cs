using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Publishing;
using CallCenter.Engine.Statistics;

namespace CallCenter.Engine.Snapshots;

/// <summary>Reads what <see cref="ProjectImage"/> wrote. Throws <see cref="JsonException"/> for anything else.</summary>
internal static class SnapshotReader
{
    public static void ReadInto(ProjectState state, ReadOnlyMemory<byte> bytes)
    {
        var parts = JsonSerializer.Deserialize(bytes.Span, SnapshotJsonContext.Default.SnapshotParts);
        var snapshot = parts?.State ?? throw new JsonException("There is no state.");
        var document = parts.Document?.Deserialize<ProjectConfiguration>(ConfigurationJson.Compact)
            ?? throw new JsonException("There is no document.");
        var statistics = parts.Statistics?.Deserialize(StatisticsJsonContext.Default.StatisticsState)
            ?? throw new JsonException("There are no statistics.");

        (state.Sequence, state.BoardSequence) = (snapshot.Sequence, snapshot.BoardSequence ?? snapshot.Sequence);
        (state.LastAt, state.LastCall) = (snapshot.LastAt, snapshot.LastCall);
        (state.EndedCalls, state.Version) = (snapshot.EndedCalls, snapshot.Version);
        state.Statistics = ProjectStatistics.From(statistics);
        if (statistics.LastAt > 0) state.Deadlines.Set(state.Midnight.Deadline, state.Statistics.Day.End);
        state.Outgoing.Restore(snapshot.Outgoing);
        state.Messages.Restore(snapshot.Messages, snapshot.UnfinishedMessages);
        Reconcile.Rebuild(state, document, snapshot.LastAt);
        foreach (var phone in snapshot.Phones) state.Phones.Set(phone.Account, phone.Bindings);
        foreach (var client in snapshot.Clients) state.Clients.Restore(client, document.Limits.MaxClients);
        foreach (var call in snapshot.Calls) Restore(state, call);
        foreach (var department in snapshot.Departments) state.Departments[department.Id].SetLastRung(department.LastRung);
        foreach (var employee in snapshot.Employees) Restore(state, employee);
        foreach (var call in state.Calls.Values) RestoreSupervisors(state, call);
        state.Touched.Clear();
    }

    private static void Restore(ProjectState state, CallSnapshot snapshot)
    {
        var call = Call.From(snapshot, state.Departments);
        state.Add(call);
        if (call.Queue is { } queue)
        {
            queue.Enter(call);
            queue.Reopen(call);
        }
        state.Trunks.Use(call.Arrived.Line.Trunk, 1);
        state.Outgoing.Restore(call);
        foreach (var leg in call.Legs) state.Trunks.Use(leg.IsLive ? leg.Trunk : null, 1);
        state.Deadlines.Set(call.Deadline, call.Due);
    }

    private static void RestoreSupervisors(ProjectState state, Call call)
    {
        foreach (var supervision in call.Supervisions ?? [])
        {
            if (!supervision.Leg.IsLive) continue;
            state.Trunks.Use(supervision.Leg.Trunk, 1);
            if (supervision.Leg.Employee is not { } id || !state.Employees.TryGetValue(id, out var supervisor)) continue;
            supervisor.Supervises = call.Id;
            Departments.Headcount.Refresh(supervisor, state.Touched);
        }
    }

    private static void Restore(ProjectState state, EmployeeSnapshot snapshot)
    {
        var employee = state.Employees[snapshot.Id];
        employee.State = snapshot.State;
        (employee.IdleSince, employee.RestUntil, employee.RonaInRow) = (snapshot.IdleSince, snapshot.RestUntil, snapshot.RonaInRow);
        employee.PausedWrapUp = snapshot.PausedWrapUp;
        employee.Dialled.AddRange(snapshot.Dialled);
        Departments.Headcount.Refresh(employee, state.Touched);
        // As each of his events sets it. A rest may be over by the snapshot's time and yet not served: a waiting call hangs on it.
        state.Deadlines.Set(employee.Deadline, employee.Due(employee.State.Since));
    }
}
