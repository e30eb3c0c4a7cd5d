namespace CallCenter.Abstractions.Configuration;

/// <summary>The JSON schema of the configuration document.</summary>
public static class ConfigurationSchema
{
    /// <summary>UTF-8.</summary>
    public static ReadOnlyMemory<byte> Json { get; } = Read();

    private static byte[] Read()
    {
        using var stream = typeof(ConfigurationSchema).Assembly.GetManifestResourceStream("configuration.schema.json")
            ?? throw new InvalidOperationException("The schema is not embedded.");
        var schema = new byte[stream.Length];
        stream.ReadExactly(schema);
        return schema;
    }
}
