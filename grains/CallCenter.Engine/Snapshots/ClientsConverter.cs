using System.Text.Json;
using System.Text.Json.Serialization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Clients;

namespace CallCenter.Engine.Snapshots;

/// <summary>
/// Reads and writes clients by hand, in the shape that the generated code gives everything else. They are most of a snapshot, and a start
/// that has to compile generic code for them first reads 100,000 in a third of a second.
/// </summary>
internal sealed class ClientsConverter : JsonConverter<ClientSnapshot[]>
{
    public override ClientSnapshot[] Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var clients = new List<ClientSnapshot>();
        // One string per employee, as before: each client's own would take half as much again as the client.
        var employees = new Dictionary<string, EmployeeId>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            clients.Add(ReadClient(ref reader, employees));
        }
        return [.. clients];
    }

    public override void Write(Utf8JsonWriter writer, ClientSnapshot[] value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var client in value)
        {
            writer.WriteStartObject();
            writer.WriteString("number"u8, client.Number);
            if (client.Name is not null) writer.WriteString("name"u8, client.Name);
            if (client.Responsible is { } responsible) WriteEmployee(writer, "responsible"u8, responsible);
            if (client.LastTalked is { } lastTalked) WriteEmployee(writer, "lastTalked"u8, lastTalked);
            if (client.LastTalkedAt is { } at) writer.WriteNumber("lastTalkedAt"u8, at);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static ClientSnapshot ReadClient(ref Utf8JsonReader reader, Dictionary<string, EmployeeId> employees)
    {
        string? number = null, name = null;
        EmployeeId? responsible = null, lastTalked = null;
        long? lastTalkedAt = null;
        Expect(reader, JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("number"u8)) number = ReadText(ref reader);
            else if (reader.ValueTextEquals("name"u8)) name = ReadText(ref reader);
            else if (reader.ValueTextEquals("responsible"u8)) responsible = ReadEmployee(ref reader, employees);
            else if (reader.ValueTextEquals("lastTalked"u8)) lastTalked = ReadEmployee(ref reader, employees);
            else if (reader.ValueTextEquals("lastTalkedAt"u8)) lastTalkedAt = ReadTime(ref reader);
            else throw new JsonException($"A client has no \"{reader.GetString()}\".");
        }
        if (number is null) throw new JsonException("A client has no number.");
        return new ClientSnapshot(number, name, responsible, lastTalked, lastTalkedAt);
    }

    /// <summary>An object with the one property <c>value</c>.</summary>
    private static EmployeeId ReadEmployee(ref Utf8JsonReader reader, Dictionary<string, EmployeeId> employees)
    {
        reader.Read();
        Expect(reader, JsonTokenType.StartObject);
        reader.Read();
        string key = reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("value"u8)
            ? ReadText(ref reader)
            : throw new JsonException("An employee's key has no value.");
        reader.Read();
        Expect(reader, JsonTokenType.EndObject);
        if (!employees.TryGetValue(key, out var employee)) employees.Add(key, employee = new EmployeeId(key));
        return employee;
    }

    private static string ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        Expect(reader, JsonTokenType.String);
        return reader.GetString()!;
    }

    private static long ReadTime(ref Utf8JsonReader reader)
    {
        reader.Read();
        Expect(reader, JsonTokenType.Number);
        return reader.GetInt64();
    }

    private static void WriteEmployee(Utf8JsonWriter writer, ReadOnlySpan<byte> name, EmployeeId employee)
    {
        writer.WriteStartObject(name);
        writer.WriteString("value"u8, employee.Value);
        writer.WriteEndObject();
    }

    private static void Expect(in Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type) throw new JsonException($"{type} is expected here, not {reader.TokenType}.");
    }
}
