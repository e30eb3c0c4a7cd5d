namespace CallCenter.Abstractions.Configuration;

/// <summary>The document in force. Version 0 is an empty one.</summary>
public sealed record PublishedConfiguration(int Version, ProjectConfiguration Document);
