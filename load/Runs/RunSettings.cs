using System.Globalization;
using CallCenter.Load.Scenarios;

namespace CallCenter.Load.Runs;

/// <summary>What a run was told and what its people did, in words.</summary>
internal static class RunSettings
{
    /// <summary>Everything that makes two runs comparable, in order.</summary>
    public static IReadOnlyDictionary<string, string> Of(RunPlan plan)
    {
        var (scenario, callers, employees) = (plan.Scenario, plan.Scenario.Callers, plan.Scenario.Employees);
        var settings = new Dictionary<string, string>
        {
            ["arrivals"] = Arrivals(scenario),
            ["duration"] = $"{TimeText.Of(scenario.Duration)} after {TimeText.Of(scenario.WarmUp)} of warm-up",
            ["employees"] = $"{employees.Count} {ScenarioWords.Of(employees.Phones)}, {ScenarioWords.Of(employees.Strategy)}",
            ["answer after"] = TimeText.Of(employees.AnswerAfter),
            ["talk"] = TimeText.Of(callers.Talk),
            ["patience"] = TimeText.Of(callers.Patience),
        };
        Add(settings, "redials", callers.RedialShare);
        Add(settings, "hang up early", callers.HangUpEarlyShare);
        Add(settings, "misses", employees.MissShare);
        Add(settings, "rejects", employees.RejectShare);
        Add(settings, "holds", employees.HoldShare);
        Add(settings, "transfers", employees.TransferShare);
        Add(settings, "lost networks", employees.LoseNetworkShare);
        Add(settings, "calls over TCP", callers.TcpShare);
        Add(settings, "phones over TCP", employees.TcpShare);
        Add(settings, "datagrams lost", scenario.Wire.LossShare);
        Add(settings, "datagrams doubled", scenario.Wire.DuplicateShare);
        Add(settings, "datagrams late", scenario.Wire.ReorderShare);
        if (scenario.Incidents.Count > 0)
        {
            settings["incidents"] = string.Join(", ", scenario.Incidents.Select(Describe));
        }

        settings["boards"] = scenario.Boards.ToString(CultureInfo.InvariantCulture);
        settings["seed"] = plan.Seed.ToString(CultureInfo.InvariantCulture);
        return settings;
    }

    /// <summary>Notes what employees and the wire did.</summary>
    public static void TellPeople(SimulationCounts counts, RunPeople people, RunNotes notes)
    {
        Tell(counts.RingsMissed, "rings missed");
        Tell(counts.RingsRejected, "rings rejected");
        Tell(counts.NetworksLost, "phones lost their network");
        foreach (var (status, count) in counts.Transfers.OrderBy(pair => pair.Key))
        {
            notes.Add($"{count} transfers {(status < 300 ? "accepted" : "refused")} with {status}");
        }

        if (people.Faults is { } faults)
        {
            notes.Add($"{faults.Lost} datagrams lost, {faults.Duplicated} doubled, {faults.Reordered} late");
        }

        void Tell(int count, string what)
        {
            if (count > 0)
            {
                notes.Add($"{count} {what}");
            }
        }
    }

    private static string Describe(Incident incident)
    {
        var times = incident.Times == 1 ? "at" : string.Create(CultureInfo.InvariantCulture, $"{incident.Times} times from");
        return $"{ScenarioWords.Of(incident.What)} {times} {TimeText.Of(incident.At)}";
    }

    private static string Arrivals(Scenario scenario)
    {
        var arrivals = scenario.Arrivals;
        var rate = arrivals.Rate.ToString("0.###", CultureInfo.InvariantCulture);
        return arrivals.Shape switch
        {
            ArrivalShape.Ramp => string.Create(CultureInfo.InvariantCulture, $"ramp from {rate}/s to {arrivals.To:0.###}/s"),
            ArrivalShape.Burst => $"{arrivals.Calls} within {TimeText.Of(arrivals.Within)}",
            ArrivalShape.Day => string.Create(
                CultureInfo.InvariantCulture, $"a day of {arrivals.Day.Count} intervals, {arrivals.Day.Sum():0} calls"),
            _ => $"{ScenarioWords.Of(arrivals.Shape)}, {rate}/s",
        };
    }

    private static void Add(Dictionary<string, string> settings, string name, double share)
    {
        if (share > 0)
        {
            settings[name] = string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.###} %");
        }
    }
}
