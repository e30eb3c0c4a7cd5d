using System.Security.Cryptography;

namespace CallCenter.Load.Demo;

/// <summary>Passwords nobody can guess. Not from the simulation's seed: the sample project answers on a real port.</summary>
internal static class RandomPasswords
{
    // Without letters and digits that people mix up when they type them off a screen.
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Long, since a phone keeps it (about 119 bits).</summary>
    public static string ForPhones() => RandomNumberGenerator.GetString(Readable, 24);

    /// <summary>Short enough to type (about 69 bits).</summary>
    public static string ForPeople() => RandomNumberGenerator.GetString(Readable, 14);
}
