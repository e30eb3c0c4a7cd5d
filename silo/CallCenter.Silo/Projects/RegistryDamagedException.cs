using CallCenter.Abstractions;

namespace CallCenter.Silo.Projects;

/// <summary>The list of projects cannot be read.</summary>
internal sealed class RegistryDamagedException(string file, Exception inner) : RefusedStartException(
    $"{file} cannot be read ({inner.Message}) Correct it, or put the one of the last backup in its place.", inner);
