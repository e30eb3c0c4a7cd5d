using System.Text;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>Keys of new entries, made of what people call them: <c>Олена Коваль</c> gives <c>olena-koval</c>.</summary>
public static class ProposedKeys
{
    private const int Longest = 32;

    /// <summary>What much of the world dials for help; an extension of these digits would be reached instead.</summary>
    private static readonly string[] Emergency = ["112", "911", "999"];

    /// <summary>Each letter and how it is written in Latin ones.</summary>
    private static readonly Dictionary<char, string> Latin =
        ("аa бb вv гh ґg дd еe єie жzh зz иy іi їi йi кk лl мm "
        + "нn оo пp рr сs тt уu фf хkh цts чch шsh щshch юiu яia ыy эe ёio").Split(' ').ToDictionary(pair => pair[0], pair => pair[1..]);

    /// <param name="fallback">Where nothing of the name can be written in Latin letters.</param>
    /// <param name="taken">Keys that there are.</param>
    public static string Of(string name, string fallback, IEnumerable<string> taken)
    {
        var key = new StringBuilder();
        foreach (var letter in name.ToLowerInvariant())
        {
            if (letter is (>= 'a' and <= 'z') or (>= '0' and <= '9')) key.Append(letter);
            else if (Latin.TryGetValue(letter, out var latin)) key.Append(latin);
            else if (char.IsWhiteSpace(letter) && key is [.., not '-']) key.Append('-');
        }

        var known = taken.ToHashSet(StringComparer.Ordinal);
        var first = key.ToString(0, Math.Min(key.Length, Longest)).Trim('-');
        if (first.Length == 0) first = fallback;
        return Enumerable.Range(1, int.MaxValue).Select(n => n == 1 ? first : $"{first}-{n}").First(one => !known.Contains(one));
    }

    /// <summary>Every short number that means something already, those of emergencies included.</summary>
    public static IEnumerable<string?> Taken(ProjectConfiguration document) =>
    [
        .. document.Employees.Select(one => one.Extension), .. document.Departments.Select(one => one.Extension),
        .. document.EmergencyNumbers.Select(one => one.Dialled), .. Emergency,
    ];

    /// <summary>The lowest extension that nobody has, in the row that employees or departments have already.</summary>
    /// <param name="from">The first one where there is none yet.</param>
    /// <param name="likewise">Those of its kind.</param>
    /// <param name="taken">All there are.</param>
    public static string Extension(int from, IEnumerable<string?> likewise, IEnumerable<string?> taken)
    {
        var known = taken.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var start = likewise.Select(one => int.TryParse(one, out var number) ? number : 0).Where(number => number >= 100)
            .DefaultIfEmpty(from).Min();
        return Enumerable.Range(start, 900_000).Select(number => $"{number}").First(one => !known.Contains(one));
    }
}
