using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Prompts;
using CallCenter.Web.Audit;

namespace CallCenter.Web.Settings.Prompts;

/// <summary>Changes what callers hear, for the page and the API alike, and has the audit log know who did.</summary>
public sealed class PromptChanges(IGrainFactory grains, AuditLog audit)
{
    /// <returns>Null when callers hear it from now on, else why not.</returns>
    public async Task<PromptRefusal?> Put(ProjectId project, PromptPlace place, byte[] wav, AuditActor by)
    {
        var refusal = await grains.Prompts(project).Put(place, wav);
        if (refusal is null)
        {
            await audit.Note(project, new AuditEntry(AuditKind.PromptReplaced, by, place.ToString()));
        }

        return refusal;
    }

    /// <returns>False where nothing was put.</returns>
    public async Task<bool> Restore(ProjectId project, PromptPlace place, AuditActor by)
    {
        var wasThere = await grains.Prompts(project).Restore(place);
        if (wasThere)
        {
            await audit.Note(project, new AuditEntry(AuditKind.PromptRestored, by, place.ToString()));
        }

        return wasThere;
    }
}
