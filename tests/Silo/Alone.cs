namespace CallCenter.Silo.Tests;

/// <summary>Tests that measure the memory of the process: beside others they would measure theirs.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
