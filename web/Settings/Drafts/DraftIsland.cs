using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Cluster;
using CallCenter.Web.SignIn;
using CallCenter.Web.Work;
using Microsoft.AspNetCore.Components;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>An island that edits the draft.</summary>
public abstract class DraftIsland : IslandBase, IDisposable
{
    private DraftDesk? _desk;

    /// <summary>Who has the page open, as its request said: what he publishes is his.</summary>
    [Parameter, EditorRequired]
    public required AuditActor By { get; set; }

    protected override Right Needs => Rights.Administer;

    [Inject]
    protected IGrainFactory Grains { get; set; } = null!;

    [Inject]
    protected Keep Typed { get; set; } = null!;

    protected DraftDesk Desk => _desk ?? throw new InvalidOperationException("The draft is not there yet.");

    protected ProjectConfiguration Document => Desk.Draft.Document;

    protected override async Task OnInitializedAsync()
    {
        _desk = new DraftDesk(Me.Project, Grains.Draft(Me.Project), By, Me.DisplayName);
        await _desk.Load();
        _desk.Changed += () => InvokeAsync(() =>
        {
            Renew();
            StateHasChanged();
        });
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Restore();
            await Desk.Follow();
        }
    }

    /// <summary>The draft is another one now.</summary>
    protected virtual void Renew()
    {
    }

    /// <summary>Brings back what was being typed before the page began anew.</summary>
    protected virtual Task Restore() => Task.CompletedTask;

    /// <summary>Looks now, and with every beat of the page, at what is not of the draft.</summary>
    /// <param name="look">Whether what it found is new.</param>
    protected Task Watch(Func<Task<bool>> look)
    {
        Desk.Beaten += () => InvokeAsync(Look);
        return Look();

        async Task Look()
        {
            try
            {
                if (await look()) StateHasChanged();
            }
            catch (Exception failure) when (SilosAway.Caused(failure))
            {
                // It is asked again in two seconds.
            }
        }
    }

    /// <summary>How many calls are in progress.</summary>
    protected async Task<int> CallsNow() => (await Grains.Project(Me.Project).Board()).Calls.Count;

    /// <summary>Opens what an error belongs to; what is on another page stays there.</summary>
    protected virtual void Show(DraftPlace place)
    {
    }

    public void Dispose()
    {
        _desk?.Dispose();
        GC.SuppressFinalize(this);
    }
}
