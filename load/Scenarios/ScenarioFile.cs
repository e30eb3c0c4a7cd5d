using System.Text.Json;
using CallCenter.Load.Chance;

namespace CallCenter.Load.Scenarios;

/// <summary>Reads scenarios, strictly: whatever is unknown or out of bounds is refused with its place and what would be right.</summary>
internal static class ScenarioFile
{
    private const int MostIncidents = 100;
    private const int MostIntervals = 10_000;
    private const int MostBytes = 1_000_000;

    /// <summary>A built-in scenario by its name, else a file.</summary>
    /// <exception cref="ScenarioProblemException">There is neither, or its content is wrong.</exception>
    public static Scenario Load(string nameOrFile)
    {
        if (BuiltInScenarios.Text(nameOrFile) is { } builtIn)
        {
            return Parse(builtIn, nameOrFile);
        }

        try
        {
            var file = new FileInfo(nameOrFile);
            return file.Length > MostBytes
                ? throw new ScenarioProblemException($"{nameOrFile} is larger than {MostBytes} bytes: no scenario.")
                : Parse(File.ReadAllBytes(nameOrFile), nameOrFile);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ScenarioProblemException(
                $"'{nameOrFile}' is no built-in scenario (there are {string.Join(", ", BuiltInScenarios.Names)}) and no file: "
                + problem.Message);
        }
    }

    /// <summary>Reads the content of a scenario file.</summary>
    /// <param name="source">How messages call it.</param>
    public static Scenario Parse(ReadOnlyMemory<byte> json, string source)
    {
        try
        {
            using var document = JsonDocument.Parse(
                json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowDuplicateProperties = false });
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw new ScenarioProblemException($"{source}: a scenario is one object {{ … }}.");
            }

            var fields = new ScenarioFields(document.RootElement, source, "");
            var scenario = Read(fields, Path.GetFileNameWithoutExtension(source));
            fields.Done();
            return scenario.Problem() is { } problem ? throw new ScenarioProblemException($"{source}: {problem}.") : scenario;
        }
        catch (JsonException problem)
        {
            throw new ScenarioProblemException($"{source}: this is no JSON: {problem.Message}");
        }
    }

    private static Scenario Read(ScenarioFields fields, string name)
    {
        var standard = new Scenario { Name = name };
        return new Scenario
        {
            Name = fields.Text("name", name),
            About = fields.Text("about", ""),
            Duration = fields.Duration("duration", standard.Duration),
            WarmUp = fields.Duration("warmUp", standard.WarmUp),
            Drain = fields.Duration("drain", standard.Drain),
            Arrivals = fields.Section("arrivals", standard.Arrivals, ReadArrivals),
            Callers = fields.Section("callers", standard.Callers, ReadCallers),
            Employees = fields.Section("employees", standard.Employees, ReadEmployees),
            Wire = fields.Section("wire", standard.Wire, ReadWire),
            Incidents = fields.Sections("incidents", MostIncidents, ReadIncident),
            EndsWithIncidents = fields.YesOrNo("endsWithIncidents", false),
            AllowedRefusals = [.. fields.Numbers("allowedRefusals", 400, 699, 300).Select(status => (int)status)],
            EndAtFailureShare = fields.NumberOrNone("endAtFailureShare", null, 0.001, 1),
            MaxLiveCalls = fields.Count("maxLiveCalls", standard.MaxLiveCalls, 1, 100_000),
            TimeTolerance = fields.Duration("timeTolerance", standard.TimeTolerance),
            Boards = fields.Count("boards", standard.Boards, 0, 1_000),
        };
    }

    private static ArrivalSettings ReadArrivals(ScenarioFields fields)
    {
        var standard = new ArrivalSettings();
        return new ArrivalSettings
        {
            Shape = fields.Word("shape", standard.Shape),
            Rate = fields.Number("rate", standard.Rate, 0.001, Scenario.MostCallsPerSecond),
            To = fields.NumberOrNone("to", null, 0.001, Scenario.MostCallsPerSecond),
            Calls = fields.CountOrNone("calls", null, 1, Scenario.MostCalls),
            Within = fields.Duration("within", standard.Within),
            Day = fields.Numbers("day", 0, Scenario.MostCalls, MostIntervals),
        };
    }

    private static CallerSettings ReadCallers(ScenarioFields fields)
    {
        var standard = new CallerSettings();
        return new CallerSettings
        {
            Patience = fields.Spread("patience", standard.Patience),
            Talk = fields.Spread("talk", standard.Talk),
            RedialShare = fields.Share("redialShare", standard.RedialShare),
            RedialAfter = fields.Spread("redialAfter", standard.RedialAfter),
            HangUpEarlyShare = fields.Share("hangUpEarlyShare", standard.HangUpEarlyShare),
            HangUpEarlyAfter = fields.Spread("hangUpEarlyAfter", standard.HangUpEarlyAfter),
            TcpShare = fields.Share("tcpShare", standard.TcpShare),
        };
    }

    private static EmployeeSettings ReadEmployees(ScenarioFields fields)
    {
        var standard = new EmployeeSettings();
        return new EmployeeSettings
        {
            Count = fields.Count("count", standard.Count, 1, Scenario.MostEmployees),
            Phones = fields.Word("phones", standard.Phones),
            Strategy = fields.Word("strategy", standard.Strategy),
            RingSeconds = fields.Count("ringSeconds", standard.RingSeconds, 5, 300),
            WrapUpSeconds = fields.Count("wrapUpSeconds", standard.WrapUpSeconds, 0, 900),
            AnswerAfter = fields.Spread("answerAfter", standard.AnswerAfter),
            MissShare = fields.Share("missShare", standard.MissShare),
            RejectShare = fields.Share("rejectShare", standard.RejectShare),
            RejectAfter = fields.Spread("rejectAfter", standard.RejectAfter),
            HoldShare = fields.Share("holdShare", standard.HoldShare),
            HoldAfter = fields.Spread("holdAfter", standard.HoldAfter),
            HoldFor = fields.Spread("holdFor", standard.HoldFor),
            TransferShare = fields.Share("transferShare", standard.TransferShare),
            TransferAfter = fields.Spread("transferAfter", standard.TransferAfter),
            LoseNetworkShare = fields.Share("loseNetworkShare", standard.LoseNetworkShare),
            LoseNetworkAfter = fields.Spread("loseNetworkAfter", standard.LoseNetworkAfter),
            AwayFor = fields.Spread("awayFor", standard.AwayFor),
            TcpShare = fields.Share("tcpShare", standard.TcpShare),
        };
    }

    private static WireSettings ReadWire(ScenarioFields fields) => new()
    {
        LossShare = fields.Share("lossShare", 0),
        DuplicateShare = fields.Share("duplicateShare", 0),
        ReorderShare = fields.Share("reorderShare", 0),
    };

    private static Incident ReadIncident(ScenarioFields fields)
    {
        fields.Need("what", ScenarioWords.All<IncidentKind>());
        fields.Need("at", TimeText.DurationForm);
        return new Incident(
            fields.Word("what", IncidentKind.HangUpAll),
            fields.Duration("at", TimeSpan.Zero),
            fields.Duration("for", TimeSpan.FromSeconds(5)),
            fields.Number("rate", 500, 0.001, Scenario.MostCallsPerSecond))
        {
            Method = fields.Word("method", FloodMethod.Invite),
            Times = fields.Count("times", 1, 1, Incident.MostTimes),
            Pause = fields.Spread("pause", Spread.Always(TimeSpan.FromSeconds(5))),
        };
    }
}
