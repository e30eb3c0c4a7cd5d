using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CallCenter.Web.Live;

/// <summary>The element that holds a section's fragments, within a <see cref="RegionElement"/>.</summary>
public sealed class SectionElement : ComponentBase
{
    [CascadingParameter]
    public required TopicContent Content { get; set; }

    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>The element: <c>div</c>, <c>ul</c>, <c>tbody</c> …</summary>
    [Parameter]
    public string Tag { get; set; } = "div";

    [Parameter]
    public string? Class { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.OpenElement(0, Tag);
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "data-live-section", Name);
        builder.AddMarkupContent(3, Content.Sections.GetValueOrDefault(Name));
        builder.CloseElement();
    }
}
