using System.Net.Http.Json;
using System.Text.Json;

namespace CallCenter.Load.Server;

/// <summary>What <c>/health/ready</c> says; of it what a run needs.</summary>
/// <param name="JournalBacklog">Events that are not in the history yet.</param>
/// <param name="Memory">Null where an older server does not say.</param>
internal sealed record ServerHealth(
    bool Ready, IReadOnlyList<ServerPart> Parts, long CallsLive, long JournalBacklog, ServerMemory? Memory)
{
    private static readonly Uri Address = new("/health/ready", UriKind.Relative);

    /// <exception cref="HttpRequestException">The server does not answer.</exception>
    /// <exception cref="JsonException">It answers something else.</exception>
    public static async Task<ServerHealth> Read(HttpClient http, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(Address, cancellation).ConfigureAwait(false);
        return await answer.Content.ReadFromJsonAsync<ServerHealth>(cancellation).ConfigureAwait(false)
            ?? throw new JsonException("The server's state is empty.");
    }
}

/// <summary>How often full collections stopped the server, and for how long at most.</summary>
internal sealed record ServerMemory(long FullCollections, double LongestPauseMs);

/// <summary>One part of the server and whether it works.</summary>
internal sealed record ServerPart(string Name, bool Ready);
