using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Audit;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Keys;

/// <summary>Makes API keys and takes them out of force; each noted in the audit log.</summary>
public sealed class KeyChanges(ISignIns signIns, OpenConnections connections, AuditLog audit)
{
    /// <summary>The key, and its clear text for this once.</summary>
    public async ValueTask<(ApiKey Key, string ClearText)> Make(
        ProjectId project, string name, KeyAccess access, CancellationToken cancellation)
    {
        var made = await signIns.CreateKey(project, name, access.Level, access.IsOperator, cancellation);
        await audit.Note(AuditKind.KeyMade, name, $"{EnumWords.Of(access.Level)} {made.Key.Id}");
        return made;
    }

    /// <summary>For new requests and for the connections it holds open. False when there is no such key in the project.</summary>
    public async ValueTask<bool> Revoke(ProjectId project, string id, CancellationToken cancellation)
    {
        var name = (await signIns.Keys(project, cancellation)).FirstOrDefault(key => key.Id == id)?.Name;
        if (!await signIns.RevokeKey(project, id, cancellation)) return false;
        await connections.EndUntrue(CancellationToken.None);
        await audit.Note(AuditKind.KeyRevoked, name, id);
        return true;
    }
}
