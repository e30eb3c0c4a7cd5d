using System.Globalization;
using CallCenter.Load.Scenarios;
using CallCenter.Load.Server;
using CallCenter.Load.Transport;

namespace CallCenter.Load.Runs;

/// <summary>Kills the run's own server and starts it again, and keeps how long its starts took.</summary>
internal sealed class ServerKiller(SimulationLoop loop, RunSite site, RunNotes notes)
{
    // Of a thousand kills nobody reads each.
    private const int MostTold = 10;

    private readonly List<double> _startsMs = [];

    /// <summary>Down for the time of the incident; returns when the server is ready again.</summary>
    public async Task Kill(Incident incident, CancellationToken stopping)
    {
        try
        {
            await site.Own!.Kill().ConfigureAwait(false);
            await Task.Delay(incident.For, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var begun = loop.Now;
            await site.Own.Restart(CancellationToken.None).ConfigureAwait(false);
            _startsMs.Add((loop.Now - begun).TotalMilliseconds);
        }
        catch (ServerStartException problem)
        {
            notes.Add($"the server did not start again: {problem.Message}");
            return;
        }

        if (_startsMs.Count <= MostTold || _startsMs.Count % MostTold == 0)
        {
            notes.Add(Told());
        }
    }

    private string Told()
    {
        var sorted = _startsMs.Order().ToArray();
        var (median, most) = (sorted[sorted.Length / 2], sorted[^1]);
        return string.Create(
            CultureInfo.InvariantCulture, $"kill {sorted.Length}; ready again after {median:F0} ms (median, {most:F0} at most)");
    }
}
