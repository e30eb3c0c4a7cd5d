using CallCenter.Abstractions.Views;

namespace CallCenter.Grains.Views;

/// <summary>The saved views of one person as they are kept.</summary>
[GenerateSerializer]
public sealed class KeptViews
{
    [Id(0)]
    public List<KeptView> Views { get; set; } = [];
}

/// <summary>One of them.</summary>
[GenerateSerializer]
public sealed class KeptView
{
    [Id(0)]
    public string Page { get; set; } = "";

    [Id(1)]
    public string Name { get; set; } = "";

    [Id(2)]
    public string Query { get; set; } = "";

    public static KeptView Of(SavedView view) => new() { Page = view.Page, Name = view.Name, Query = view.Query };

    public SavedView ToView() => new(Page, Name, Query);

    public bool Is(string page, string name) => Page == page && string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
