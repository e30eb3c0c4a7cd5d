using System.Collections.Frozen;

namespace CallCenter.Engine.Numbering;

/// <summary>The countries whose numbers are understood in their local form. Numbers of any other are understood with + or 00.</summary>
public static class Countries
{
    // ISO code, calling code, trunk prefixes (- for none, | between several), international prefix, national digits.
    private const string Table = """
        AE 971 0 00 8-9
        AL 355 0 00 8-9
        AM 374 0 00 8
        AR 54 0 00 10-11
        AT 43 0 00 6-13
        AU 61 0 0011 9
        AZ 994 0 00 9
        BA 387 0 00 8-9
        BE 32 0 00 8-9
        BG 359 0 00 7-9
        BR 55 0 00 10-11
        BY 375 80|8|0 810 9
        CA 1 1 011 10
        CH 41 0 00 9
        CN 86 0 00 10-11
        CY 357 - 00 8
        CZ 420 - 00 9
        DE 49 0 00 6-13
        DK 45 - 00 8
        EE 372 - 00 7-8
        EG 20 0 00 8-10
        ES 34 - 00 9
        FI 358 0 00 5-12
        FR 33 0 00 9
        GB 44 0 00 9-10
        GE 995 0 00 9
        GR 30 - 00 10
        HK 852 - 001 8
        HR 385 0 00 8-9
        HU 36 06 00 8-9
        IE 353 0 00 7-10
        IL 972 0 00 8-9
        IN 91 0 00 10
        IS 354 - 00 7-9
        IT 39 - 00 6-12
        JP 81 0 010 9-10
        KG 996 0 00 9
        KR 82 0 00 8-10
        KZ 7 8 810 10
        LI 423 - 00 7-9
        LT 370 8|0 00 8
        LU 352 - 00 5-11
        LV 371 - 00 8
        MC 377 - 00 8-9
        MD 373 0 00 8
        ME 382 0 00 8-9
        MK 389 0 00 8
        MT 356 - 00 8
        MX 52 - 00 10
        NL 31 0 00 9
        NO 47 - 00 8
        NZ 64 0 00 8-10
        PL 48 - 00 9
        PT 351 - 00 9
        RO 40 0 00 9
        RS 381 0 00 8-10
        RU 7 8 810 10
        SA 966 0 00 9
        SE 46 0 00 6-10
        SG 65 - 001 8
        SI 386 0 00 8
        SK 421 0 00 9
        TH 66 0 001 8-9
        TJ 992 - 00 9
        TM 993 8 810 8
        TR 90 0 00 10
        UA 380 0 00 9
        US 1 1 011 10
        UZ 998 - 00 9
        VN 84 0 00 9-10
        XK 383 0 00 8-9
        ZA 27 0 00 9
        """;

    private static readonly FrozenDictionary<string, Country> ByIso =
        Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Read).ToFrozenDictionary(country => country.Iso, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, Country> ByCallingCode =
        ByIso.Values.GroupBy(country => country.CallingCode).ToFrozenDictionary(same => same.Key, same => same.First());

    private static readonly FrozenDictionary<string, Country>.AlternateLookup<ReadOnlySpan<char>> ByCallingCodeSpan =
        ByCallingCode.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The known ISO codes, in order.</summary>
    public static IReadOnlyList<string> IsoCodes { get; } = [.. ByIso.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Null for a country that is not in the table.</summary>
    public static Country? Find(string iso) => ByIso.GetValueOrDefault(iso);

    /// <summary>The country (one of them, where several share the calling code) of an international number without plus.</summary>
    internal static Country? OfInternational(ReadOnlySpan<char> digits)
    {
        return digits.Length > 1 ? OfCallingCode(digits[..^1]) : null;
    }

    /// <summary>The same of the first digits of one, calling code at least.</summary>
    internal static Country? OfCallingCode(ReadOnlySpan<char> digits)
    {
        for (var length = Math.Min(3, digits.Length); length >= 1; length--)
        {
            if (ByCallingCodeSpan.TryGetValue(digits[..length], out var country)) return country;
        }

        return null;
    }

    private static Country Read(string line)
    {
        var cells = line.Split(' ');
        var range = cells[4].Split('-');
        var trunkPrefixes = cells[2] == "-" ? [] : cells[2].Split('|');
        return new Country(cells[0], cells[1], trunkPrefixes, cells[3], int.Parse(range[0]), int.Parse(range[^1]));
    }
}
