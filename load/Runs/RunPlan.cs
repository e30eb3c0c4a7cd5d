using System.Net;
using CallCenter.Load.Scenarios;

namespace CallCenter.Load.Runs;

/// <summary>All that a load run is told.</summary>
/// <param name="Target">Null: the run starts a server of its own.</param>
/// <param name="WebProgram">The program of a server of its own.</param>
/// <param name="TrunkPort">Instead of the port of the document's first trunk.</param>
internal sealed record RunPlan(Scenario Scenario, int Seed, RunTarget? Target, string WebProgram, int? TrunkPort)
{
    /// <summary>Where the result is written as JSON; null: nowhere.</summary>
    public string? JsonFile { get; init; }

    /// <summary>Where the result is drawn as a page; null: nowhere.</summary>
    public string? HtmlFile { get; init; }

    /// <summary>Incidents that this target cannot have; null when it can have all.</summary>
    public string? Problem()
    {
        var kinds = Scenario.Incidents.Select(incident => incident.What).ToHashSet();
        if (Target is null)
        {
            return null;
        }

        if (kinds.Overlaps([IncidentKind.DatabaseOutage, IncidentKind.ServerKill]))
        {
            return "databaseOutage and serverKill need a server that the run starts itself: leave out --sip.";
        }

        return (kinds.Contains(IncidentKind.SignOutAll) || Scenario.Boards > 0) && Target.ApiKey is null
            ? "signOutAll and boards need --http and --api-key."
            : null;
    }
}

/// <summary>A server that runs already.</summary>
/// <param name="Document">Path of its configuration, with the passwords of the phones.</param>
/// <param name="Http">Its pages and API; null: not used.</param>
internal sealed record RunTarget(IPEndPoint Sip, string Document, Uri? Http, string? ApiKey);
