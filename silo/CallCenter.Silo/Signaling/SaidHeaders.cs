using System.Text;
using CallCenter.Abstractions.Calls;
using CallCenter.Sip.Messages;

namespace CallCenter.Silo.Signaling;

/// <summary>
/// Header lines of one side's last message that are passed on to the other, as text that the journal keeps: one a line, bounded
/// (<see cref="LegEnded.MostSaid"/>: what does not fit is left out), no control characters.
/// </summary>
internal static class SaidHeaders
{
    private const string ReasonName = "Reason: ";

    /// <summary>What explains a final response: RFC 3261 §20.43 (Warning), §20.40, §20.1–3, §20.33; RFC 3326.</summary>
    private static readonly SipHeaderSet OfRefusal = SipHeaderSet.Of(
        SipHeader.Warning, SipHeader.Unsupported, SipHeader.Accept, SipHeader.AcceptEncoding, SipHeader.AcceptLanguage, SipHeader.Reason,
        SipHeader.RetryAfter);

    /// <summary>Null where it says nothing more than its status.</summary>
    public static string? OfResponse(SipMessage response) => Of(response, OfRefusal);

    /// <summary>The Reason of a BYE or CANCEL; null where it gives none.</summary>
    public static string? OfRequest(SipMessage request) =>
        request.Has(SipHeader.Reason) ? Of(request, SipHeaderSet.Of(SipHeader.Reason)) : null;

    /// <summary>Adds the lines to a response.</summary>
    /// <param name="retryAfter">
    /// Whether Retry-After goes along: with a 503 it would keep a phone away from us, not only from where the 503 came from (RFC 3261
    /// §21.5.4).
    /// </param>
    public static SipMessageWriter Said(this SipMessageWriter writer, string? said, bool retryAfter)
    {
        foreach (var line in (said ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var name = line[..colon];
            if (retryAfter || name != "Retry-After")
            {
                writer.Header(name, line[(colon + 2)..]);
            }
        }

        return writer;
    }

    /// <summary>The value of the Reason header in it; null without one.</summary>
    public static string? Reason(string? said)
    {
        if (said is null)
        {
            return null;
        }

        var reasons = said.Split('\n').Where(static line => line.StartsWith(ReasonName, StringComparison.Ordinal)).ToArray();
        return reasons.Length == 0 ? null : string.Join(", ", reasons.Select(static line => line[ReasonName.Length..]));
    }

    private static string? Of(SipMessage message, SipHeaderSet headers)
    {
        string? said = null;
        for (var i = 0; i < message.HeaderCount; i++)
        {
            var line = message.LineAt(i);
            if (!headers.Contains(line.Header))
            {
                continue;
            }

            var text = $"{Encoding.ASCII.GetString(line.Header.Token())}: {Encoding.UTF8.GetString(line.Value)}";
            if ((said?.Length ?? 0) + text.Length < LegEnded.MostSaid && !text.Any(char.IsControl))
            {
                said = said is null ? text : $"{said}\n{text}";
            }
        }

        return said;
    }
}
