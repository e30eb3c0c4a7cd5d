using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Audit;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Keys;

/// <summary>Takes a key out of force everywhere: for new requests and for the connections it holds open. Noted in the audit log.</summary>
public sealed class KeyRevocation(ISignIns signIns, OpenConnections connections, AuditLog audit)
{
    /// <summary>False when there is no such key in the project.</summary>
    public async ValueTask<bool> Revoke(ProjectId project, string id, CancellationToken cancellation)
    {
        var name = (await signIns.Keys(project, cancellation)).FirstOrDefault(key => key.Id == id)?.Name;
        if (!await signIns.RevokeKey(project, id, cancellation)) return false;
        await connections.EndUntrue(CancellationToken.None);
        await audit.Note(AuditKind.KeyRevoked, name, id);
        return true;
    }
}
