using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Snapshots;

/// <summary>Copies a project's state but for its clients, its document and its statistics.</summary>
internal static class SnapshotWriter
{
    public static ProjectSnapshot Of(ProjectState state) => new(
        state.Sequence, state.LastAt, state.LastCall, state.EndedCalls, state.Version,
        [.. state.EmployeesInOrder.Select(Of)],
        [.. state.DepartmentsInOrder.Select(department => new DepartmentSnapshot(department.Id, department.LastRung))],
        [.. state.Phones.Registered.OrderBy(phone => phone.Account, StringComparer.Ordinal)
            .Select(phone => new PhoneSnapshot(phone.Account, [.. phone.Bindings]))],
        Clients: [],
        [.. state.Calls.Values.OrderBy(call => call.Id.Value).Select(call => call.ToSnapshot())], state.Outgoing.ToSnapshot(),
        state.BoardSequence == state.Sequence ? null : state.BoardSequence, ListOf(state.Messages.Waiting),
        ListOf(state.Messages.Unfinished));

    private static WaitingMessage[]? ListOf(IReadOnlyList<WaitingMessage> messages) => messages.Count == 0 ? null : [.. messages];

    private static EmployeeSnapshot Of(Employee employee) => new(
        employee.Id, employee.State, employee.IdleSince, employee.RestUntil, employee.RonaInRow, employee.PausedWrapUp,
        [.. employee.Dialled]);
}
