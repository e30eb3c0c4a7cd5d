using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.HtmlRendering;

namespace CallCenter.Web.Live;

/// <summary>
/// Renders fragments and keeps their HTML until their model changes, so that a change in one row costs one row for each language and
/// set of rights, however many people look at it and whatever they filter. Used by one feed, one call at a time.
/// </summary>
public sealed class FragmentRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    // What is rendered for the same context in the same region, by the fragments' keys.
    private readonly Dictionary<(FragmentContext Context, string Region), Dictionary<string, Rendered>> _kept = [];
    private readonly StringBuilder _text = new();
    private int _pass;

    /// <summary>How many fragments were rendered, not taken from what was kept.</summary>
    public long RenderedCount { get; private set; }

    /// <summary>The HTML of all fragments of a picture by key.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> Render(string region, FragmentContext context, RegionPicture picture)
    {
        if (!_kept.TryGetValue((context, region), out var kept)) _kept[(context, region)] = kept = [];
        Dictionary<string, string> html = new(picture.Sections.Sum(section => section.Fragments.Count));
        List<Fragment> changed = [];
        foreach (var section in picture.Sections)
        {
            foreach (var fragment in section.Fragments)
            {
                if (kept.TryGetValue(fragment.Key, out var rendered) && Same(rendered.Of, fragment))
                {
                    rendered.Pass = _pass;
                    html[fragment.Key] = rendered.Html;
                }
                else
                {
                    changed.Add(fragment);
                }
            }
        }

        if (changed.Count > 0)
        {
            await RenderChanged(kept, context, changed, html);
        }

        return html;
    }

    /// <summary>Forgets what was not used since the last call: rows that are gone.</summary>
    public void ForgetUnused()
    {
        foreach (var (topic, kept) in _kept)
        {
            foreach (var (key, rendered) in kept)
            {
                if (rendered.Pass != _pass) kept.Remove(key);
            }

            if (kept.Count == 0) _kept.Remove(topic);
        }

        _pass++;
    }

    private static bool Same(Fragment one, Fragment other) => ReferenceEquals(one, other) || one.Equals(other);

    // A renderer keeps every component it rendered until it is disposed: each pass has its own.
    private async Task RenderChanged(
        Dictionary<string, Rendered> kept, FragmentContext context, List<Fragment> changed, Dictionary<string, string> html)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        await renderer.Dispatcher.InvokeAsync(async () =>
        {
            foreach (var fragment in changed)
            {
                var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
                {
                    [nameof(FragmentBase<>.Key)] = fragment.Key,
                    [nameof(FragmentBase<>.Model)] = fragment.Model,
                    [nameof(FragmentBase<>.Context)] = context,
                });
                var text = Text(await renderer.RenderComponentAsync(fragment.Component, parameters));
                html[fragment.Key] = text;
                kept[fragment.Key] = new Rendered(fragment, text) { Pass = _pass };
            }
        });
        RenderedCount += changed.Count;
    }

    // One buffer for all: a new one for each fragment, and its text copied to be trimmed, allocated several times the text.
    private string Text(HtmlRootComponent component)
    {
        using var writer = new StringWriter(_text.Clear(), CultureInfo.InvariantCulture);
        component.WriteHtmlTo(writer);
        int start = 0, end = _text.Length;
        while (start < end && char.IsWhiteSpace(_text[start])) start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1])) end--;
        return _text.ToString(start, end - start);
    }

    private sealed class Rendered(Fragment of, string html)
    {
        public Fragment Of { get; } = of;
        public string Html { get; } = html;
        public int Pass { get; set; }
    }
}
