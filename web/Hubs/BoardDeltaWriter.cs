using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CallCenter.Web.Hubs;

/// <summary>Writes deltas as JSON, one at a time.</summary>
public sealed class BoardDeltaWriter
{
    // As ApiJson: Cyrillic names and numbers with a plus stay as they are.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _buffer = new(16 * 1024);

    public WrittenMessage Write(BoardDelta delta)
    {
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer, Options)) Write(json, delta);
        return new WrittenMessage(_buffer.WrittenSpan.ToArray());
    }

    private static void Write(Utf8JsonWriter json, BoardDelta delta)
    {
        json.WriteStartObject();
        json.WriteNumber("from"u8, delta.From);
        json.WriteNumber("to"u8, delta.To);
        BoardLineJson.Time(json, "takenAt"u8, delta.TakenAt);
        BoardLineJson.Time(json, "oldestChangeAt"u8, delta.OldestChangeAt);
        json.WriteNumber("configurationVersion"u8, delta.ConfigurationVersion);
        json.WriteStartArray("departments"u8);
        foreach (var line in delta.Departments) BoardLineJson.Write(json, line);
        json.WriteEndArray();
        json.WriteStartArray("employees"u8);
        foreach (var line in delta.Employees) BoardLineJson.Write(json, line);
        json.WriteEndArray();
        json.WriteStartArray("calls"u8);
        foreach (var line in delta.Calls) BoardLineJson.Write(json, line);
        json.WriteEndArray();
        json.WriteStartArray("removedDepartments"u8);
        foreach (var id in delta.RemovedDepartments) json.WriteStringValue(id.Value);
        json.WriteEndArray();
        json.WriteStartArray("removedEmployees"u8);
        foreach (var id in delta.RemovedEmployees) json.WriteStringValue(id.Value);
        json.WriteEndArray();
        json.WriteStartArray("removedCalls"u8);
        foreach (var id in delta.RemovedCalls) json.WriteNumberValue(id.Value);
        json.WriteEndArray();
        WriteToday(json, delta);
        json.WriteEndObject();
    }

    private static void WriteToday(Utf8JsonWriter json, BoardDelta delta)
    {
        if (delta.Today is not { } today)
        {
            json.WriteNull("today"u8);
            return;
        }

        json.WriteStartObject("today"u8);
        json.WriteNumber("incoming"u8, today.Incoming);
        json.WriteNumber("outgoing"u8, today.Outgoing);
        json.WriteNumber("answered"u8, today.Answered);
        json.WriteNumber("missed"u8, today.Missed);
        json.WriteNumber("live"u8, today.Live);
        json.WriteEndObject();
    }
}
