using CallCenter.Web.Languages;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CallCenter.Web.Work;

/// <summary>
/// What every island knows: who looks and in which language, in its first drawing (a request) and afterwards (a circuit) alike. There is no
/// <see cref="HttpContext"/> here: a circuit outlives its request.
/// </summary>
public abstract class IslandBase : ComponentBase
{
    private Viewer? _viewer;

    [Parameter, EditorRequired]
    public Language Language { get; set; }

    [Inject]
    private IslandLanguage Spoken { get; set; } = null!;

    [Inject]
    private AuthenticationStateProvider SignedIn { get; set; } = null!;

    /// <summary>
    /// Whom it is for. Its page has the same policy; this is for a circuit, whose person is looked at again when its islands begin.
    /// </summary>
    protected abstract Right Needs { get; }

    protected Viewer Me => _viewer ?? throw new InvalidOperationException("Nobody is signed in, or it is asked too early.");

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        if (parameters.TryGetValue<Language>(nameof(Language), out var language))
        {
            Spoken.Value = language;
        }

        _viewer ??= Viewer.Of((await SignedIn.GetAuthenticationStateAsync()).User);
        if (_viewer is not { } viewer || !viewer.May(Needs))
        {
            throw new UnauthorizedAccessException($"{GetType().Name} needs the right {Needs.Policy}.");
        }

        await base.SetParametersAsync(parameters);
    }

    protected string T(Text text) => text.In(Language);

    protected string T(Text text, params ReadOnlySpan<object?> values) => text.In(Language, values);
}
