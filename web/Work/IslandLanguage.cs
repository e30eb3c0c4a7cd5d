using CallCenter.Web.Languages;

namespace CallCenter.Web.Work;

/// <summary>The language of a circuit, for parts that nobody can hand it to. Scoped: set by the island before it draws.</summary>
public sealed class IslandLanguage
{
    public Language Value { get; set; }
}
