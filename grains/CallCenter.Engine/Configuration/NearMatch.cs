namespace CallCenter.Engine.Configuration;

/// <summary>Finds what somebody probably meant.</summary>
public static class NearMatch
{
    /// <summary>The known word nearest to a mistyped one; null when none is near.</summary>
    public static string? Of(string typed, IEnumerable<string> known)
    {
        // Two slips in a short word (two letters exchanged are two), one in three letters of a long one.
        var (best, bestDistance) = ((string?)null, (typed.Length <= 3 ? 1 : Math.Max(2, typed.Length / 3)) + 1);
        foreach (var word in known)
        {
            if (Math.Abs(word.Length - typed.Length) >= bestDistance) continue;
            var distance = Distance(typed.ToLowerInvariant(), word.ToLowerInvariant());
            if (distance < bestDistance) (best, bestDistance) = (word, distance);
        }

        return best;
    }

    /// <summary>The remedy for an unknown key: the near match, else the known ones, else that there is none.</summary>
    public static FindingText Remedy(string typed, string kind, IReadOnlyCollection<string> known)
    {
        if (Of(typed, known) is { } near) return $"did you mean \"{near}\"?";
        if (known.Count == 0) return $"the document has no {kind}; add one with this key first";
        var shown = string.Join(", ", known.Order(StringComparer.Ordinal).Take(8).Select(word => $"\"{word}\""));
        return $"known: {shown}{(known.Count > 8 ? " …" : "")}";
    }

    // Levenshtein's distance with two rows; keys are short.
    private static int Distance(string one, string other)
    {
        var (above, row) = (new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++) above[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
            }

            (above, row) = (row, above);
        }

        return above[other.Length];
    }
}
