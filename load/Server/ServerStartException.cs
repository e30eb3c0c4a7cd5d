namespace CallCenter.Load.Server;

/// <summary>A server of the generator's own did not start; the message says why, with what the server said.</summary>
internal sealed class ServerStartException(string message) : Exception(message);
