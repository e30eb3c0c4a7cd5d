using CallCenter.Abstractions.Grains;
using CallCenter.Abstractions.People;
using CallCenter.Web.Cluster;

namespace CallCenter.Web.SignIn;

/// <summary>
/// Where people are signed in, to show it to them. Kept in the database; nobody waits for it to sign in, and what cannot be written there
/// is missing in the list.
/// </summary>
public sealed class KnownSignIns(PersonLookUp people, IGrainFactory grains, SignedOut signedOut, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>He signed in, or his cookie was renewed.</summary>
    public void Note(Viewer viewer, HttpContext context)
    {
        if (viewer.SignIn is not { } id || people.Of(viewer) is not { } person) return;
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        var browser = context.Request.Headers.UserAgent.ToString();
        var signIn = new KnownSignIn(
            id, now, now, context.Connection.RemoteIpAddress?.ToString(),
            browser.Length == 0 ? null : browser[..Math.Min(browser.Length, KnownSignIn.LongestBrowser)],
            viewer.Stamp);
        _ = Keep(person, signIn);
    }

    /// <summary>Those that can still be used; null when they cannot be read right now.</summary>
    public async ValueTask<IReadOnlyList<KnownSignIn>?> Of(Viewer viewer)
    {
        if (people.Of(viewer) is not { } person) return null;
        try
        {
            var since = (time.GetUtcNow() - SignInArea.Lifetime).ToUnixTimeMilliseconds();
            var all = await person.SignIns().AsTask().WaitAsync(Patience);
            // Whatever was signed in with another password holds no longer.
            var stamp = await grains.SignIns(viewer.Project).Stamp(viewer.Employee);
            return [.. all.Where(one => one.SeenAt >= since && (one.Stamp ?? stamp) == stamp && !signedOut.Has(one.Id))];
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            return null;
        }
    }

    private static async Task Keep(IPersonGrain person, KnownSignIn signIn)
    {
        try
        {
            await person.NoteSignIn(signIn);
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            // The list is for information; the sign-in holds without it.
        }
    }
}
