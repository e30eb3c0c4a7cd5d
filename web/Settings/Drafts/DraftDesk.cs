using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Configuration.Drafts;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Cluster;

namespace CallCenter.Web.Settings.Drafts;

/// <summary>
/// The draft as one page has it open: it says every two seconds that it is there and takes in what others changed. Lives in the page's
/// circuit and on its thread.
/// </summary>
public sealed class DraftDesk(ProjectId project, IDraftGrain grain, AuditActor by, string name) : IDisposable
{
    private static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(2);

    private readonly string _window = Guid.NewGuid().ToString("N");
    private PeriodicTimer? _beats;

    public ConfigurationDraft Draft { get; private set; } = new(0, 0, new ProjectConfiguration(), new ProjectConfiguration(), []);

    public ProjectId Project => project;

    /// <summary>Whose the page is.</summary>
    public AuditActor By => by;

    /// <summary>Who else has a page of it open.</summary>
    public IReadOnlyList<DraftEditor> Others { get; private set; } = [];

    /// <summary>What is being edited here, for the others.</summary>
    public DraftPlace? At { get; set; }

    /// <summary>The draft or the others changed.</summary>
    public event Action? Changed;

    /// <summary>Two seconds went by, and the server is there: what is not of the draft may be looked at again.</summary>
    public event Action? Beaten;

    public async Task Load()
    {
        Draft = await grain.Read();
        Changed?.Invoke();
    }

    /// <summary>Puts edits into the draft, all or none.</summary>
    /// <returns>What somebody else changed meanwhile; then nothing was done.</returns>
    public async Task<IReadOnlyList<DraftConflict>> Save(params DraftEdit[] edits)
    {
        var answer = await grain.Edit(edits, name);
        await Load();
        return answer.Conflicts;
    }

    public async Task<IReadOnlyList<DraftChange>> Changes() => await grain.Changes();

    public async Task<IReadOnlyList<DraftChange>> Compare(ProjectConfiguration document) => await grain.Compare(document);

    /// <summary>Puts another document in its place.</summary>
    public async Task Load(ProjectConfiguration document)
    {
        await grain.Load(document, name);
        await Load();
    }

    /// <summary>Null when somebody changed it since it was looked at.</summary>
    public async Task<ImportResult?> Publish()
    {
        var result = await grain.Publish(Draft.Revision, by);
        await Load();
        return result;
    }

    public async Task Discard()
    {
        await grain.Discard(Draft.Revision);
        await Load();
    }

    /// <summary>Until the page goes. To be called on its thread.</summary>
    public async Task Follow()
    {
        _beats = new PeriodicTimer(BeatEvery);
        do
        {
            await Beat();
        }
        while (await _beats.WaitForNextTickAsync());
    }

    /// <summary>The errors and warnings of an entry, by the path within it.</summary>
    /// <param name="index">Its place in the list of the document.</param>
    public IReadOnlyList<ConfigurationError> FindingsOf(string part, int index)
    {
        var path = $"$.{part}[{index}]";
        return
        [
            .. Draft.Findings.Where(finding => FindingPlace.IsWithin(finding.Path, path))
                .Select(finding => finding with { Path = finding.Path[path.Length..].TrimStart('.') }),
        ];
    }

    public void Dispose() => _beats?.Dispose();

    private async Task Beat()
    {
        try
        {
            Beaten?.Invoke();
            var pulse = await grain.Attend(new DraftEditor(name, _window, At));
            // His own other windows, and the page that he just left, are nobody else.
            DraftEditor[] others = [.. pulse.Others.Where(other => other.Name != name)];
            var isOld = pulse.Revision > 0 && pulse.Revision != Draft.Revision;
            if (!isOld && others.SequenceEqual(Others))
            {
                return;
            }

            Others = others;
            if (isOld)
            {
                await Load();
            }
            else
            {
                Changed?.Invoke();
            }
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            // It is asked again in two seconds.
        }
    }
}
