using System.Text.Json;
using System.Text.Json.Serialization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine;

namespace CallCenter.Simulation.Tests;

/// <summary>Events, commands and effects as a person reads them: one line each, keys as they are, no session descriptions.</summary>
internal static class Told
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(), new AsText<CallId>(), new AsText<LegId>(), new AsText<EmployeeId>(), new AsText<DepartmentId>(),
            new AsText<SipLegFacts>(_ => "facts"), new AsText<ProjectConfiguration>(Short),
        },
    };

    /// <summary>The events and effects of a turn, each on a line.</summary>
    public static string Of(Turn turn) => string.Join('\n', turn.Events.Select(Of).Concat(turn.Effects.Select(Of)));

    public static string Of(object record) => $"{record.GetType().Name} {JsonSerializer.Serialize(record, record.GetType(), Readable)}";

    private static string Short(ProjectConfiguration document) =>
        $"{document.Employees.Count} employees; "
        + string.Join(", ", document.Departments.Select(department => $"{department.Id} {department.Strategy} {department.FlowOut}"));

    private sealed class AsText<T>(Func<T, string>? text = null) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(text is null ? value?.ToString() : text(value));
    }
}
