using System.Text.Json;
using CallCenter.Scenarios.Tests.Harness;
using CallCenter.Tests.Shared;
using static CallCenter.Scenarios.Tests.Harness.SampleProject;

namespace CallCenter.Scenarios.Tests;

/// <summary>What a collector gets of a real call of the real program, and what programs read of its log.</summary>
public class TelemetryTests
{
    private static readonly string[] Times =
    [
        "callcenter.turn.duration", "callcenter.batch.duration", "callcenter.journal.flush.duration",
        "callcenter.call.invite_to_invite.duration", "callcenter.call.invite_to_ringing.duration",
    ];

    private static readonly string[] Counts =
    [
        "callcenter.call.active", "callcenter.shipping.backlog", "callcenter.sip.registrations", "callcenter.sip.connections",
        "callcenter.sip.transactions", "callcenter.sip.messages.dropped",
    ];

    [Fact]
    public async Task A_call_is_in_the_metrics_and_in_a_trace_of_its_own_and_the_log_is_JSON()
    {
        await using var collector = await OtlpReceiver.Start();
        using var server = new CallCenterServer
        {
            Options = ["--log", "json"],
            Environment =
            {
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "250",
                ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
                ["OTEL_TRACES_SAMPLER"] = "always_on",
            },
        };
        await server.Start();
        var (trunk, annas) = (Ports.Pair(), Ports.Free());
        await server.Publish(With(trunk, Employee("anna", "101", annas)));

        using var anna = await Sipp.Phone("employee-answers", annas);
        using var client = Sipp.Client("caller", trunk.First, server.SipPort, Number, "380675000001");
        await client.Succeeds();
        await anna.Succeeds();

        await Eventually.Holds(() => collector.Metric("callcenter.call.ended") == 1, text: "the collector knows that the call ended");
        Assert.All(Times, name => Assert.True(collector.Metric(name) > 0, name));
        Assert.All(Counts, name => Assert.True(collector.Metric(name) is not null, name));
        Assert.Equal((1, 1), (collector.Metric(Times[3]), collector.Metric(Times[4])));
        await Eventually.Holds(() => collector.Spans.Any(span => span.Name == "call"), text: "the collector has the call's trace");
        var call = collector.Spans.Single(span => span.Name == "call");
        Assert.Equal(("answered", "sales", "anna"), (
            call.Attributes["callcenter.outcome"], call.Attributes["callcenter.department"], call.Attributes["callcenter.employee"]));
        Assert.DoesNotContain(call.Attributes.Values, value => value.Contains("380675000001", StringComparison.Ordinal));
        Assert.Equal(
            ["queue", "ring", "talk"],
            collector.Spans.Where(span => span.Trace == call.Trace && span.Parent == call.Id).Select(span => span.Name).Order());

        Assert.Equal(0, await server.Stop(TimeSpan.FromSeconds(20)));
        foreach (var line in server.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var entry = JsonDocument.Parse(line);
            Assert.True(entry.RootElement.TryGetProperty("Message", out _), line);
        }
    }
}
