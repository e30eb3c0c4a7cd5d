using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Grains.Calls;
using CallCenter.Grains.Publishing;
using CallCenter.Grains.Statistics;

namespace CallCenter.Grains.Snapshots;

/// <summary>Reads what <see cref="ProjectImage"/> wrote. Throws <see cref="JsonException"/> for anything else.</summary>
internal static class SnapshotReader
{
    public static void ReadInto(ProjectState state, ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        var snapshot = json.RootElement.GetProperty(ProjectImage.StateName).Deserialize(SnapshotJsonContext.Default.ProjectSnapshot)
            ?? throw new JsonException("The state is null.");
        var document = json.RootElement.GetProperty(ProjectImage.DocumentName).Deserialize<ProjectConfiguration>(ConfigurationJson.Compact)
            ?? throw new JsonException("The document is null.");
        var statistics = json.RootElement.GetProperty(ProjectImage.StatisticsName)
            .Deserialize(StatisticsJsonContext.Default.StatisticsState) ?? throw new JsonException("The statistics are null.");

        (state.Sequence, state.BoardSequence) = (snapshot.Sequence, snapshot.BoardSequence ?? snapshot.Sequence);
        (state.LastAt, state.LastCall) = (snapshot.LastAt, snapshot.LastCall);
        (state.EndedCalls, state.Version) = (snapshot.EndedCalls, snapshot.Version);
        state.Statistics = ProjectStatistics.From(statistics);
        state.Outgoing.Restore(snapshot.Outgoing);
        Reconcile.Rebuild(state, document, snapshot.LastAt);
        foreach (var phone in snapshot.Phones) state.Phones.Set(phone.Account, phone.Bindings);
        foreach (var client in snapshot.Clients) state.Crm.Restore(client, document.Limits.MaxClients);
        foreach (var call in snapshot.Calls) Restore(state, call);
        foreach (var department in snapshot.Departments) state.Departments[department.Id].SetLastRung(department.LastRung);
        foreach (var employee in snapshot.Employees) Restore(state, employee);
        state.Touched.Clear();
    }

    private static void Restore(ProjectState state, CallSnapshot snapshot)
    {
        var call = CallGrain.From(snapshot, state.Departments);
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

    private static void Restore(ProjectState state, EmployeeSnapshot snapshot)
    {
        var employee = state.Employees[snapshot.Id];
        employee.State = snapshot.State;
        (employee.IdleSince, employee.RestUntil, employee.RonaInRow) = (snapshot.IdleSince, snapshot.RestUntil, snapshot.RonaInRow);
        employee.PausedWrapUp = snapshot.PausedWrapUp;
        employee.Dialled.AddRange(snapshot.Dialled);
        Departments.Headcount.Refresh(employee, state.Touched);
        state.Deadlines.Set(employee.Deadline, employee.Due(state.LastAt));
    }
}
