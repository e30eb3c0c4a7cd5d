using System.Buffers;
using System.Text.Json;
using CallCenter.Abstractions.Configuration;
using CallCenter.Grains.Employees;

namespace CallCenter.Grains.Snapshots;

/// <summary>Writes a project's whole state as JSON.</summary>
internal static class SnapshotWriter
{
    public const string State = "state";
    public const string Document = "document";
    public const string Statistics = "statistics";

    public static byte[] Write(ProjectState state)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(State);
            JsonSerializer.Serialize(writer, Of(state), SnapshotJsonContext.Default.ProjectSnapshot);
            writer.WritePropertyName(Document);
            writer.WriteRawValue(ConfigurationJson.Write(state.Document));
            writer.WritePropertyName(Statistics);
            state.Statistics.Write(writer);
            writer.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static ProjectSnapshot Of(ProjectState state) => new(
        state.Sequence, state.LastAt, state.LastCall, state.EndedCalls, state.Version,
        [.. state.EmployeesInOrder.Select(Of)],
        [.. state.DepartmentsInOrder.Select(department => new DepartmentSnapshot(department.Id, department.LastRung))],
        [.. state.Phones.Registered.OrderBy(phone => phone.Account, StringComparer.Ordinal)
            .Select(phone => new PhoneSnapshot(phone.Account, [.. phone.Bindings]))],
        [.. state.Crm.InOrder.Select(link => link.ToSnapshot())],
        [.. state.Calls.Values.OrderBy(call => call.Id.Value).Select(call => call.ToSnapshot())]);

    private static EmployeeSnapshot Of(EmployeeGrain employee) => new(
        employee.Id, employee.State, employee.IdleSince, employee.RestUntil, employee.RonaInRow, employee.PausedWrapUp,
        [.. employee.Dialled]);
}
