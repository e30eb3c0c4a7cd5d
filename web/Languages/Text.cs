using System.Globalization;

namespace CallCenter.Web.Languages;

/// <summary>
/// One text in all languages side by side. Each area keeps its texts as static fields of a class whose name ends in <c>Texts</c>;
/// the compiler asks for all three, a test looks that none is empty and that <c>{0}</c> places agree.
/// </summary>
public sealed record Text(string English, string Ukrainian, string Russian)
{
    public string In(Language language) => language switch
    {
        Language.Ukrainian => Ukrainian,
        Language.Russian => Russian,
        _ => English,
    };

    /// <summary>With <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    public string In(Language language, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, In(language), values);
}
