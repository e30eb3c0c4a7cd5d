using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace CallCenter.Load.Results.History;

/// <summary>Reads the server's call list as CSV (RFC 4180), of which it takes the columns it needs by their names.</summary>
internal static class CallCsvReader
{
    /// <exception cref="FormatException">It is no such list.</exception>
    public static async IAsyncEnumerable<HistoryRecord> Read(TextReader csv, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var fields = new List<string>();
        if (!await ReadRow(csv, fields, cancellation).ConfigureAwait(false)) throw new FormatException("The call list is empty.");
        var columns = Columns.Of(fields);
        while (await ReadRow(csv, fields, cancellation).ConfigureAwait(false))
        {
            if (fields.Count != columns.Count) throw new FormatException($"A row of the call list has {fields.Count} columns.");
            yield return new HistoryRecord(
                fields[columns.Id], fields[columns.CallId], fields[columns.Outcome], Micros(fields[columns.Arrived]),
                Micros(fields[columns.Answered]), Micros(fields[columns.Ended]));
        }
    }

    private static async ValueTask<bool> ReadRow(TextReader csv, List<string> fields, CancellationToken cancellation)
    {
        fields.Clear();
        var line = await csv.ReadLineAsync(cancellation).ConfigureAwait(false);
        while (line is not null && !Split(line, fields))
        {
            // A quoted line break: the row goes on in the next line.
            fields.Clear();
            var more = await csv.ReadLineAsync(cancellation).ConfigureAwait(false);
            line = more is null ? throw new FormatException("The call list ends within a quoted field.") : $"{line}\n{more}";
        }

        return line is not null;
    }

    /// <summary>Whether the line ends outside quotes.</summary>
    private static bool Split(string line, List<string> fields)
    {
        var field = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var character = line[i];
            if (character == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"') field.Append(line[++i]);
            else if (character == '"') quoted = !quoted;
            else if (character == ',' && !quoted) Next(field, fields);
            else field.Append(character);
        }

        Next(field, fields);
        return !quoted;
    }

    private static void Next(StringBuilder field, List<string> fields)
    {
        fields.Add(field.ToString());
        field.Clear();
    }

    private static long Micros(string time) => time.Length == 0
        ? 0
        : (DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;

    private sealed record Columns(int Count, int Id, int CallId, int Outcome, int Arrived, int Answered, int Ended)
    {
        public static Columns Of(List<string> header) => new(
            header.Count, At(header, "id"), At(header, "sipCallId"), At(header, "outcome"), At(header, "arrivedAt"),
            At(header, "answeredAt"), At(header, "endedAt"));

        private static int At(List<string> header, string name) => header.IndexOf(name) is var index and >= 0
            ? index
            : throw new FormatException($"The server's call list has no column \"{name}\".");
    }
}
