using System.Security.Cryptography;

namespace CallCenter.Web.Settings;

/// <summary>Makes passwords that can be read out: no characters that look alike, 20 of 31, which is 99 bits.</summary>
public static class PasswordMaker
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Groups = 4;
    private const int GroupLength = 5;

    public static string Make() =>
        string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, GroupLength)));
}
