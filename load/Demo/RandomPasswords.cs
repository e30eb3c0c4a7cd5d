using System.Security.Cryptography;
using CallCenter.Abstractions.Secrets;

namespace CallCenter.Load.Demo;

/// <summary>Passwords nobody can guess. Not from the simulation's seed: the sample project answers on a real port.</summary>
internal static class RandomPasswords
{
    /// <summary>Long, since a phone keeps it (120 bits).</summary>
    public static string ForPhones() => ReadableText.Plain(RandomNumberGenerator.GetBytes(24));

    /// <summary>Short enough to type (70 bits).</summary>
    public static string ForPeople() => ReadableText.Plain(RandomNumberGenerator.GetBytes(14));
}
