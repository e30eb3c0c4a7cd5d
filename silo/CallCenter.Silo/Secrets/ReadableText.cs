using System.Security.Cryptography;

namespace CallCenter.Silo.Secrets;

/// <summary>Random text that people can read aloud and type: no 0, 1, l, o; five bits a character.</summary>
internal static class ReadableText
{
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

    /// <summary>Groups of letters and digits, e.g. <c>k7m4q-x9rtd-…</c>.</summary>
    public static string Password(int groups, int length) =>
        string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Alphabet, length)));

    public static string Plain(int length) => RandomNumberGenerator.GetString(Alphabet, length);
}
