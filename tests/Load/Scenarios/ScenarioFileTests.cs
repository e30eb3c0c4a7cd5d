using System.Text;
using CallCenter.Load.Arrivals;
using CallCenter.Load.Chance;
using CallCenter.Load.Scenarios;
using CallCenter.Tests.Shared;

namespace CallCenter.Load.Tests.Scenarios;

public class ScenarioFileTests
{
    [Fact]
    public void Every_value_of_a_file_is_taken()
    {
        var scenario = Parse("""
            {
              "name": "rush", "about": "people wait", "duration": "2m", "warmUp": "10s", "drain": "1.5s", "boards": 3,
              "arrivals": { "shape": "ramp", "rate": 0.5, "to": 120, "calls": 5000 },
              "callers": { "patience": "~20s-60s", "talk": "1s-8s", "redialShare": 0.4, "tcpShare": 0.2 },
              "employees": { "count": 50, "phones": "registered", "strategy": "roundRobin", "answerAfter": "250ms", "missShare": 0.1 },
              "wire": { "lossShare": 0.02, "duplicateShare": 0.01, "reorderShare": 0.03 },
              "incidents": [
                { "what": "flood", "at": "5s", "for": "10s", "rate": 800, "method": "options", "times": 7, "pause": "1s-2s" }
              ],
              "endsWithIncidents": true,
              "allowedRefusals": [503, 486],
              "endAtFailureShare": 0.05,
              "timeTolerance": "1s"
            }
            """);

        Assert.Equal(("rush", "people wait", 3), (scenario.Name, scenario.About, scenario.Boards));
        Assert.Equal(TimeSpan.FromSeconds(130), scenario.Length);
        var arrivals = scenario.Arrivals;
        Assert.Equal((ArrivalShape.Ramp, 0.5, 120.0, 5_000), (arrivals.Shape, arrivals.Rate, arrivals.To, arrivals.Calls));
        Assert.Equal(Spread.Exponential(TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(60)), scenario.Callers.Patience);
        Assert.Equal(Spread.Even(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(8)), scenario.Callers.Talk);
        Assert.Equal(Spread.Always(TimeSpan.FromMilliseconds(250)), scenario.Employees.AnswerAfter);
        Assert.Equal((50, PhoneKind.Registered), (scenario.Employees.Count, scenario.Employees.Phones));
        var flood = new Incident(IncidentKind.Flood, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), 800)
        {
            Method = FloodMethod.Options,
            Times = 7,
            Pause = Spread.Even(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)),
        };
        Assert.Equal(flood, scenario.Incidents.Single());
        Assert.True(scenario.EndsWithIncidents);
        Assert.Equal([503, 486], scenario.AllowedRefusals);
        Assert.Equal(new WireSettings { LossShare = 0.02, DuplicateShare = 0.01, ReorderShare = 0.03 }, scenario.Wire);
        Assert.Equal(0.05, scenario.EndAtFailureShare);
    }

    [Fact]
    public void What_a_file_does_not_say_is_as_usual()
    {
        var scenario = Parse("{}");

        Assert.Equal(("mine", TimeSpan.FromSeconds(60)), (scenario.Name, scenario.Duration));
        Assert.Equal((ArrivalShape.Poisson, 50.0), (scenario.Arrivals.Shape, scenario.Arrivals.Rate));
        Assert.Equal(200, scenario.Employees.Count);
    }

    [Theory]
    [InlineData("""{ "arrivals": { "rat": 5 } }""", "arrivals.rat is unknown; there are calls, day, rate, shape, to, within.")]
    [InlineData("""{ "speed": 5 }""", "speed is unknown; there are")]
    [InlineData("""{ "arrivals": { "rate": "fast" } }""", "arrivals.rate has to be a number from 0.001 to 5000, not \"fast\".")]
    [InlineData("""{ "arrivals": { "rate": 5001 } }""", "arrivals.rate has to be a number from 0.001 to 5000, not 5001.")]
    [InlineData("""{ "arrivals": { "shape": "wave" } }""", "one of poisson, constant, ramp, burst, day, not \"wave\".")]
    [InlineData("""{ "arrivals": { "shape": "Poisson" } }""", "arrivals.shape has to be one of poisson")]
    [InlineData("""{ "arrivals": [] }""", "arrivals has to be an object")]
    [InlineData("""{ "arrivals": { "shape": "ramp" } }""", "arrivals.to is missing")]
    [InlineData("""{ "arrivals": { "shape": "burst" } }""", "arrivals.calls is missing")]
    [InlineData("""{ "arrivals": { "shape": "burst", "calls": 9000 } }""", "more than 5000 a second")]
    [InlineData("""{ "arrivals": { "shape": "day" } }""", "arrivals.day is missing")]
    [InlineData("""{ "arrivals": { "shape": "day", "day": [1, -2] } }""", "arrivals.day has to be a list of up to 10000 numbers")]
    [InlineData("""{ "duration": 60 }""", "duration has to be a duration as 200ms, 1.5s, 2m or 1h, not 60.")]
    [InlineData("""{ "duration": "60" }""", "duration has to be a duration as 200ms, 1.5s, 2m or 1h, not \"60\".")]
    [InlineData("""{ "duration": "25h" }""", "duration has to be a duration")]
    [InlineData("""{ "duration": "24h", "warmUp": "1s" }""", "a run lasts at most 24h")]
    [InlineData("""{ "duration": "24h", "arrivals": { "rate": 200 } }""", "a run makes at most 10000000")]
    [InlineData("""{ "callers": { "talk": "5s-1s" } }""", "callers.talk has to be 200ms (always), 1s-6s (evenly between) or ~20s")]
    [InlineData("""{ "callers": { "redialShare": 1.5 } }""", "callers.redialShare has to be a number from 0 to 1, not 1.5.")]
    [InlineData("""{ "employees": { "count": 5001 } }""", "employees.count has to be a whole number from 1 to 5000, not 5001.")]
    [InlineData("""{ "employees": { "count": 1.5 } }""", "employees.count has to be a whole number")]
    [InlineData("""{ "incidents": [ { "what": "flood" } ] }""", "incidents[0].at is missing; it has to be a duration")]
    [InlineData("""{ "incidents": [ { "at": "1s" } ] }""", "incidents[0].what is missing; it has to be one of hangUpAll, signOutAll")]
    [InlineData("""{ "incidents": [ { "at": "1s", "what": "flood", "who": 1 } ] }""", "[0].who is unknown; there are at, for, method,")]
    [InlineData("""{ "incidents": [ { "at": "1s", "what": "flood", "times": 0 } ] }""", "times has to be a whole number from 1 to")]
    [InlineData("""{ "endsWithIncidents": 1 }""", "endsWithIncidents has to be true or false, not 1.")]
    [InlineData("""{ "allowedRefusals": [200] }""", "up to 300 numbers, each from 400 to 699, not 200.")]
    [InlineData("""{ "duration": "1s", "duration": "2s" }""", "this is no JSON")]
    [InlineData("""{ "duration": """, "this is no JSON")]
    [InlineData("[]", "a scenario is one object")]
    public void A_wrong_file_is_refused_with_file_property_and_what_would_be_right(string json, string expected)
    {
        var problem = Assert.Throws<ScenarioProblemException>(() => Parse(json));

        Assert.StartsWith("mine.json: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_built_in_scenario_reads_and_says_what_it_is()
    {
        Assert.Equal(
            ["burst", "database-outage", "flood", "lossy", "mass-hang-up", "mass-sign-out", "morning-rush", "ramp", "register-storm",
             "server-kill", "server-kills", "steady"],
            BuiltInScenarios.Names);
        Assert.All(BuiltInScenarios.Names, name =>
        {
            var scenario = ScenarioFile.Load(name);
            Assert.Equal(name, scenario.Name);
            Assert.NotEmpty(scenario.About);
            Assert.IsAssignableFrom<IArrivals>(scenario.Arrivals.Create(new Random(1), scenario.Length));
            Assert.All(scenario.Incidents, incident => Assert.True(incident.At < scenario.Length));
        });
    }

    [Fact]
    public void The_burst_that_comes_with_the_program_is_two_thousand_calls_in_a_second()
    {
        var burst = ScenarioFile.Load("burst");
        var arrivals = burst.Arrivals.Create(new Random(1), burst.Length);
        var due = new List<TimeSpan>();
        while (arrivals.Next() is { } next)
        {
            due.Add(next);
        }

        Assert.Equal(2_000, due.Count);
        Assert.True(due[^1] < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void A_file_is_read_from_its_place_and_a_name_that_is_neither_lists_what_there_is()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "evening.json");
        File.WriteAllText(path, """{ "arrivals": { "rate": 3 } }""");

        Assert.Equal(("evening", 3.0), (ScenarioFile.Load(path).Name, ScenarioFile.Load(path).Arrivals.Rate));
        var problem = Assert.Throws<ScenarioProblemException>(() => ScenarioFile.Load("stedy"));
        Assert.Contains("'stedy' is no built-in scenario (there are burst, ", problem.Message, StringComparison.Ordinal);
    }

    private static Scenario Parse(string json) => ScenarioFile.Parse(Encoding.UTF8.GetBytes(json), "mine.json");
}
