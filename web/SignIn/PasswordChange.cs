using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.Ports;
using CallCenter.Web.Audit;
using Microsoft.AspNetCore.Authentication;

namespace CallCenter.Web.SignIn;

/// <summary>
/// Sets a password and ends whatever was signed in with the old one: cookies with their next request, open connections at once. Who sets
/// his own stays signed in where he does it. Noted in the audit log. Passwords are of the project one works in; the operator's is his own.
/// </summary>
public sealed class PasswordChange(
    IGrainFactory grains, SignInLookUp signIns, KnownSignIns known, OpenConnections connections, AuditLog audit)
{
    /// <returns>False when nobody signs in so.</returns>
    public async ValueTask<bool> Set(HttpContext context, string name, string password)
    {
        var viewer = Viewer.Of(context.User) ?? throw new InvalidOperationException("Nobody is behind the request.");
        if (string.Equals(name.Trim(), SignedInUser.Operator, StringComparison.OrdinalIgnoreCase))
        {
            if (!viewer.IsOperator)
            {
                return false;
            }

            await signIns.SetOperatorPassword(password);
        }
        else if (!await grains.SignIns(viewer.Project).SetPassword(name, password))
        {
            return false;
        }

        if (context.User.Identity?.AuthenticationType == SignInArea.Scheme
            && string.Equals(viewer.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)
            && await signIns.Check(name.Trim(), password, viewer.Project) is [var user])
        {
            var goesOn = Viewer.Of(user) with { SignIn = viewer.SignIn };
            known.Note(goesOn, context);
            await context.SignInAsync(SignInArea.Scheme, goesOn.ToPrincipal(SignInArea.Scheme));
        }

        // Not cancelled when whoever set it goes away: it is set.
        await connections.EndUntrue();
        await audit.Note(AuditKind.PasswordSet, name);
        return true;
    }
}
