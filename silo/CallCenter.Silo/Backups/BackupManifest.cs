using System.Text.Json.Serialization;

namespace CallCenter.Silo.Backups;

/// <summary>What a backup holds; its last entry, so that one without it is not whole.</summary>
internal sealed record BackupManifest
{
    public const int ThisFormat = 1;

    public int Format { get; init; } = ThisFormat;

    public required DateTimeOffset MadeAt { get; init; }

    public required Guid Journal { get; init; }

    /// <summary>Every other entry, by its name.</summary>
    public required SortedDictionary<string, BackupEntry> Entries { get; init; }
}

/// <param name="Sha256">Of the content, in hexadecimal.</param>
internal sealed record BackupEntry(long Bytes, string Sha256);

/// <summary>The generated (reflection-free) JSON shape of <see cref="BackupManifest"/>.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BackupManifest))]
internal sealed partial class BackupManifestContext : JsonSerializerContext;
