using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallCenter.Load.Results.Reports;

/// <summary>A run's result as a JSON file, the whole of it.</summary>
internal static class RunFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <exception cref="IOException">It cannot be written; or <see cref="UnauthorizedAccessException"/>.</exception>
    public static void Write(string path, RunResult result) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(result, Options));

    /// <exception cref="IOException">It cannot be read; or <see cref="UnauthorizedAccessException"/>.</exception>
    /// <exception cref="JsonException">It is no result of a run, or of another version of this program.</exception>
    public static RunResult Read(string path)
    {
        using var file = File.OpenRead(path);
        var result = JsonSerializer.Deserialize<RunResult>(file, Options);
        if (result?.About is null || result.Latencies is null) throw new JsonException("It is not the result of a run.");
        return result.Format == RunResult.CurrentFormat
            ? result
            : throw new JsonException($"Its format is {result.Format}; this program reads {RunResult.CurrentFormat}.");
    }
}
