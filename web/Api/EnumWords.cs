using System.Text.Json;

namespace CallCenter.Web.Api;

/// <summary>Enum values as the camelCase words the API speaks.</summary>
public static class EnumWords
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string All<T>() where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(Of));

    /// <summary>Words only, in any case; numbers are not taken.</summary>
    public static bool TryParse<T>(string? word, out T value) where T : struct, Enum
    {
        value = default;
        return word is { Length: > 0 } && char.IsAsciiLetter(word[0]) && Enum.TryParse(word, ignoreCase: true, out value)
            && Enum.IsDefined(value);
    }
}
