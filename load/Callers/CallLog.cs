using System.Globalization;
using System.Text.Json;

namespace CallCenter.Load.Callers;

/// <summary>Notes every ended call as one JSON line, to be compared with what the server recorded.</summary>
public sealed class CallLog : IDisposable
{
    private readonly StreamWriter _file;

    /// <summary>Begins a new file.</summary>
    /// <exception cref="IOException">It cannot be written; or <see cref="UnauthorizedAccessException"/>.</exception>
    public CallLog(string path) => _file = new StreamWriter(path, append: false);

    public void Write(PlacedCall call)
    {
        var line = new
        {
            sipCallId = call.SipCallId,
            from = call.From,
            to = call.To,
            outcome = call.Outcome.ToString(),
            status = call.Status,
            placedAt = At(call.PlacedAt),
            connectedAt = call.ConnectedAt is { } connected ? At(connected) : null,
            endedAt = At(call.EndedAt),
        };
        _file.WriteLine(JsonSerializer.Serialize(line));
    }

    public void Dispose() => _file.Dispose();

    private static string At(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
