using CallCenter.Web.Languages;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;

namespace CallCenter.Web.Shell;

/// <summary>What every page and layout knows of its request.</summary>
public abstract class PageBase : LayoutComponentBase
{
    [CascadingParameter]
    public Language Language { get; set; }

    [CascadingParameter]
    public required HttpContext HttpContext { get; set; }

    /// <summary>Who signed in; null on pages for everyone.</summary>
    protected Viewer? Viewer => Viewer.Of(HttpContext.User);

    /// <summary>Who signed in, on pages that carry a policy.</summary>
    protected Viewer Me => Viewer ?? throw new InvalidOperationException("This page carries no policy, so there may be nobody signed in.");

    protected string T(Text text) => text.In(Language);

    protected string T(Text text, params ReadOnlySpan<object?> values) => text.In(Language, values);

    protected string Title(Text text) => $"{T(text)} · {T(ShellTexts.Product)}";
}
