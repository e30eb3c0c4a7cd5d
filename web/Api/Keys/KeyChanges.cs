using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Grains;
using CallCenter.Web.Audit;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Keys;

/// <summary>Makes API keys and takes them out of force; each noted in the audit log.</summary>
public sealed class KeyChanges(IGrainFactory grains, OpenConnections connections, AuditLog audit)
{
    /// <summary>The key, and its clear text for this once.</summary>
    public async ValueTask<NewApiKey> Make(ProjectId project, string name, KeyAccess access)
    {
        var made = await grains.SignIns(project).CreateKey(name, access.Level, access.IsOperator);
        await audit.Note(AuditKind.KeyMade, name, $"{EnumWords.Of(access.Level)} {made.Key.Id}");
        return made;
    }

    /// <summary>For new requests and for the connections it holds open. False when there is no such key in the project.</summary>
    public async ValueTask<bool> Revoke(ProjectId project, string id)
    {
        var signIns = grains.SignIns(project);
        var name = (await signIns.Keys()).FirstOrDefault(key => key.Id == id)?.Name;
        if (!await signIns.RevokeKey(id)) return false;
        await connections.EndUntrue();
        await audit.Note(AuditKind.KeyRevoked, name, id);
        return true;
    }
}
