using CallCenter.Abstractions;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.SignIn;

namespace CallCenter.Web.Api.Keys;

/// <summary>Takes a key out of force everywhere: for new requests and for the connections it holds open.</summary>
public sealed class KeyRevocation(ISignIns signIns, OpenConnections connections)
{
    /// <summary>False when there is no such key in the project.</summary>
    public async ValueTask<bool> Revoke(ProjectId project, string id, CancellationToken cancellation)
    {
        if (!await signIns.RevokeKey(project, id, cancellation)) return false;
        await connections.EndUntrue(CancellationToken.None);
        return true;
    }
}
