using CallCenter.Web.Languages;
using CallCenter.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CallCenter.Web.Work;

/// <summary>What the parts within an island know.</summary>
public abstract class PartBase : ComponentBase
{
    [CascadingParameter]
    public Language Language { get; set; }

    [Inject]
    protected StaticFilePaths Files { get; set; } = null!;

    protected string T(Text text) => text.In(Language);

    protected string T(Text text, params ReadOnlySpan<object?> values) => text.In(Language, values);

    /// <summary>An icon of our set for MudBlazor's parts.</summary>
    protected string Drawn(string name) => Files.Drawn(name);
}
