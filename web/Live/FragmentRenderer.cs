using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CallCenter.Web.Live;

/// <summary>
/// Renders fragments and keeps their HTML until their model changes, so that a change in one row costs one row for each language and
/// set of rights, however many people look at it and whatever they filter. Used by one feed, one call at a time.
/// </summary>
public sealed class FragmentRenderer(IServiceProvider services, ILoggerFactory loggers)
{
    private readonly Dictionary<(FragmentContext Context, string Region, string Key), Rendered> _kept = [];
    private int _pass;

    /// <summary>How many fragments were rendered, not taken from what was kept.</summary>
    public long RenderedCount { get; private set; }

    /// <summary>The HTML of all fragments of a picture by key.</summary>
    public async ValueTask<IReadOnlyDictionary<string, string>> Render(string region, FragmentContext context, LivePicture picture)
    {
        Dictionary<string, string> html = [];
        List<Fragment> changed = [];
        foreach (var fragment in picture.Sections.SelectMany(section => section.Fragments))
        {
            if (_kept.TryGetValue((context, region, fragment.Key), out var kept) && kept.Of.Equals(fragment))
            {
                kept.Pass = _pass;
                html[fragment.Key] = kept.Html;
            }
            else
            {
                changed.Add(fragment);
            }
        }

        if (changed.Count > 0)
        {
            await RenderChanged(region, context, changed, html);
        }

        return html;
    }

    /// <summary>Forgets what was not used since the last call: rows that are gone.</summary>
    public void ForgetUnused()
    {
        foreach (var key in _kept.Where(entry => entry.Value.Pass != _pass).Select(entry => entry.Key).ToList())
        {
            _kept.Remove(key);
        }

        _pass++;
    }

    // A renderer keeps every component it rendered until it is disposed: each pass has its own.
    private async Task RenderChanged(string region, FragmentContext context, List<Fragment> changed, Dictionary<string, string> html)
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
                var text = (await renderer.RenderComponentAsync(fragment.Component, parameters)).ToHtmlString().Trim();
                html[fragment.Key] = text;
                _kept[(context, region, fragment.Key)] = new Rendered(fragment, text) { Pass = _pass };
            }
        });
        RenderedCount += changed.Count;
    }

    private sealed class Rendered(Fragment of, string html)
    {
        public Fragment Of { get; } = of;
        public string Html { get; } = html;
        public int Pass { get; set; }
    }
}
