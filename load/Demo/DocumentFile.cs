using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Load.Demo;

/// <summary>A configuration document on disk, readable by its owner only: it holds passwords.</summary>
public static class DocumentFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // Names stay legible in an editor; the file is never put into a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>Writes a new file; throws <see cref="IOException"/> when it exists or cannot be written.</summary>
    public static void WriteNew(string path, ProjectConfiguration document)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(path, options);
        JsonSerializer.Serialize(stream, document, Options);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a document; throws <see cref="IOException"/>, <see cref="UnauthorizedAccessException"/> or <see cref="JsonException"/>.</summary>
    public static ProjectConfiguration Read(string path)
    {
        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize<ProjectConfiguration>(stream, Options) ?? throw new JsonException("The document is empty.");
    }
}
