using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Web.Api.Keys;

/// <summary>What a key opens: an access level of its project, or for <c>operator</c> the projects themselves as well.</summary>
public readonly record struct KeyAccess(AccessLevel Level, bool IsOperator)
{
    private const string Operator = "operator";

    /// <summary>The words that may be chosen. A key is no employee, so there would be nothing of its own that it could see.</summary>
    public static IReadOnlyList<KeyAccess> Choices(bool byOperator) =>
    [
        new(AccessLevel.Analyst, false), new(AccessLevel.Supervisor, false), new(AccessLevel.Administrator, false),
        .. byOperator ? [new KeyAccess(AccessLevel.Administrator, true)] : Array.Empty<KeyAccess>(),
    ];

    public static KeyAccess Of(ApiKey key) => new(key.Access, key.IsOperator);

    /// <summary>Null for a word that may not be chosen.</summary>
    public static KeyAccess? Read(string? word, bool byOperator)
    {
        foreach (var choice in Choices(byOperator))
        {
            if (string.Equals(choice.Word, word, StringComparison.OrdinalIgnoreCase)) return choice;
        }

        return null;
    }

    public string Word => IsOperator ? Operator : EnumWords.Of(Level);
}
