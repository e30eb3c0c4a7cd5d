using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Languages;
using CallCenter.Web.Shell;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace CallCenter.Web.Live;

/// <summary>
/// For whom a fragment is rendered. Everyone of the same language and rights gets the same HTML, so nothing personal is in it.
/// </summary>
public sealed record FragmentContext(Language Language, AccessLevel Access, DateTimeZone Zone);

/// <summary>
/// A component that renders one fragment: exactly one element with <c>data-key</c>. It shows nothing that changes by time alone (the
/// browser ticks <c>time[data-since]</c>) and knows no request.
/// </summary>
public abstract class FragmentBase<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Key { get; set; }

    [Parameter, EditorRequired]
    public required TModel Model { get; set; }

    [Parameter, EditorRequired]
    public required FragmentContext Context { get; set; }

    [Inject]
    protected StaticFilePaths Files { get; set; } = null!;

    protected Language Language => Context.Language;

    protected string T(Text text) => text.In(Language);

    protected string T(Text text, params ReadOnlySpan<object?> values) => text.In(Language, values);

    protected string N(long number) => Formats.Number(Language, number);
}
