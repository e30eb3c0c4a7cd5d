namespace CallCenter.Load.Scenarios;

/// <summary>A scenario that cannot be used; the message names file, property and what would be right.</summary>
internal sealed class ScenarioProblemException(string message) : Exception(message);
