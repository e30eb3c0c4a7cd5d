using System.Globalization;
using System.Text;

namespace CallCenter.Abstractions.Secrets;

/// <summary>
/// Normalization Form C (UAX #15). Ours, because the program runs without the system's ICU, and without it <c>string.Normalize</c> leaves
/// everything but ASCII as it is.
/// </summary>
internal static class CanonicalComposition
{
    // Hangul syllables are computed (Unicode §3.12).
    private const int FirstSyllable = 0xAC00;
    private const int FirstLead = 0x1100;
    private const int FirstVowel = 0x1161;
    private const int FirstTrail = 0x11A7;
    private const int Leads = 19;
    private const int Vowels = 21;
    private const int Trails = 28;

    private static readonly Dictionary<int, (int First, int Second)> Apart = [];
    private static readonly Dictionary<(int First, int Second), int> Together = [];
    private static readonly Dictionary<int, int> Classes = [];

    static CanonicalComposition()
    {
        foreach (var (start, others) in Runs(CanonicalTable.Singletons))
        {
            var at = Code(start);
            foreach (var other in others) Apart.Add(at++, (Code(other), 0));
        }

        var notComposed = Words(CanonicalTable.NotComposed).Select(word => Code(word)).ToHashSet();
        foreach (var (second, pairs) in Runs(CanonicalTable.Pairs))
        {
            foreach (var pair in pairs)
            {
                var hyphen = pair.IndexOf('-', StringComparison.Ordinal);
                var (key, composed) = ((Code(pair[..hyphen]), Code(second)), Code(pair[(hyphen + 1)..]));
                Apart.Add(composed, key);
                if (!notComposed.Contains(composed)) Together.Add(key, composed);
            }
        }

        foreach (var (range, classes) in Runs(CanonicalTable.CombiningClasses))
        {
            var ends = range.Split('-');
            var combining = int.Parse(classes[0], CultureInfo.InvariantCulture);
            for (var at = Code(ends[0]); at <= Code(ends[^1]); at++) Classes.Add(at, combining);
        }
    }

    /// <summary>1. takes apart, 2. orders the marks, 3. puts together.</summary>
    public static string Of(string text)
    {
        var codes = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes()) TakeApart(rune.Value, codes);
        Order(codes);
        PutTogether(codes);
        var composed = new StringBuilder(codes.Count);
        foreach (var code in codes) composed.Append(new Rune(code).ToString());
        return composed.ToString();
    }

    private static void TakeApart(int code, List<int> to)
    {
        if (code - FirstSyllable is >= 0 and < Leads * Vowels * Trails and var syllable)
        {
            to.Add(FirstLead + (syllable / (Vowels * Trails)));
            to.Add(FirstVowel + (syllable % (Vowels * Trails) / Trails));
            if (syllable % Trails > 0) to.Add(FirstTrail + (syllable % Trails));
        }
        else if (Apart.TryGetValue(code, out var parts))
        {
            TakeApart(parts.First, to);
            if (parts.Second != 0) TakeApart(parts.Second, to);
        }
        else
        {
            to.Add(code);
        }
    }

    // Marks between two starters go by their class; those of one class keep their order, which is visible.
    private static void Order(List<int> codes)
    {
        for (var i = 1; i < codes.Count; i++)
        {
            var (code, combining) = (codes[i], ClassOf(codes[i]));
            var to = i;
            while (combining > 0 && to > 0 && ClassOf(codes[to - 1]) > combining) to--;
            codes.RemoveAt(i);
            codes.Insert(to, code);
        }
    }

    private static void PutTogether(List<int> codes)
    {
        var (starter, before) = (-1, 0);
        for (var i = 0; i < codes.Count; i++)
        {
            var combining = ClassOf(codes[i]);
            // A mark of the same or a higher class in between blocks; the starter just before blocks nothing.
            var isFree = starter >= 0 && (starter == i - 1 || before < combining);
            if (isFree && Composed(codes[starter], codes[i]) is { } composed)
            {
                codes[starter] = composed;
                codes.RemoveAt(i--);
                continue;
            }

            if (combining == 0) starter = i;
            before = combining;
        }
    }

    private static int? Composed(int first, int second)
    {
        if (first - FirstLead is >= 0 and < Leads and var lead && second - FirstVowel is >= 0 and < Vowels and var vowel)
            return FirstSyllable + (((lead * Vowels) + vowel) * Trails);
        if (first - FirstSyllable is >= 0 and < Leads * Vowels * Trails and var syllable && syllable % Trails == 0
            && second - FirstTrail is > 0 and < Trails and var trail) return first + trail;
        return Together.TryGetValue((first, second), out var composed) ? composed : null;
    }

    private static int ClassOf(int code) => Classes.GetValueOrDefault(code);

    private static IEnumerable<(string Key, string[] Values)> Runs(string table) =>
        Words(table).Select(word => word.Split(':')).Select(parts => (parts[0], parts[1].Split(',')));

    private static string[] Words(string table) => table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static int Code(string hex) => int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
