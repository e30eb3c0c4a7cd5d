using CallCenter.Web.Cluster;
using CallCenter.Web.SignIn;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CallCenter.Web.Work.Circuits;

/// <summary>
/// A circuit acts for whoever opened it, and no longer than his sign-in holds: that is looked at before everything the browser sends, as
/// before every request. The connection ends at once with the sign-in (<see cref="OpenConnections"/>); this is for the circuit
/// itself, which outlives its connection and could be found again by whoever signs in next in the same window.
/// </summary>
public sealed class CircuitSignIn(AuthenticationStateProvider signedIn, SignInTruth truth) : CircuitHandler, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <inheritdoc/>
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Check();

    /// <inheritdoc/>
    public override Func<CircuitInboundActivityContext, Task> CreateInboundActivityHandler(
        Func<CircuitInboundActivityContext, Task> next) =>
        async context =>
        {
            // The browser's events go on in the order in which they came, however long one is looked at: a field that is left by a press on
            // "Save" has to be known before it. They are not waited for, because one may wait for another (what a script answers).
            Task handled;
            await _turn.WaitAsync();
            try
            {
                await Check();
                handled = next(context);
            }
            finally
            {
                _turn.Release();
            }

            await handled;
        };

    public void Dispose() => _turn.Dispose();

    private async Task Check()
    {
        var state = await signedIn.GetAuthenticationStateAsync();
        try
        {
            if (!await truth.Holds(state.User))
            {
                // Ends the circuit; its page begins anew, with the sign-in.
                throw new UnauthorizedAccessException("The sign-in of this circuit has ended.");
            }
        }
        catch (Exception failure) when (SilosAway.Caused(failure))
        {
            // Nobody is signed out by that, and nothing can be done with a silo that is away: whoever tries is told so.
        }
    }
}
