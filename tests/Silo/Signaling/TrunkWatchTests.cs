using CallCenter.Abstractions.Trunks;
using CallCenter.Sip.Messages;
using CallCenter.Tests.Shared;

namespace CallCenter.Silo.Tests.Signaling;

/// <summary>Trunks that are asked whether they are there, and what went wrong with them.</summary>
public sealed class TrunkWatchTests : IAsyncLifetime
{
    private const string Client = "+380671112233";

    private SiloUnderTest _silo = null!;
    private TestPhone _carrier = null!;
    private TestPhone _anna = null!;

    public async ValueTask InitializeAsync()
    {
        _silo = await SiloUnderTest.Start();
        _carrier = new TestPhone(_silo.Sip, "carrier");
        _anna = new TestPhone(_silo.Sip, "anna");
    }

    public async ValueTask DisposeAsync()
    {
        _carrier.Dispose();
        _anna.Dispose();
        await _silo.DisposeAsync();
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task Whatever_a_trunk_answers_it_is_there(int status)
    {
        await Publish(askSeconds: 30);

        _carrier.Respond(await _carrier.Expect(SipMethod.Options), status);

        await Eventually.Holds(async () =>
            await State() is { Reach: TrunkReach.Reachable, AnswerMs: not null, Since: not null, Failure: null });
    }

    [Fact]
    public async Task A_trunk_that_says_nothing_is_told_of_and_asked_again_until_it_is_back()
    {
        await Publish(askSeconds: 30);
        await _carrier.Expect(SipMethod.Options);

        _silo.Leap(TimeSpan.FromSeconds(33));
        await Eventually.Holds(async () =>
            await State() is { Reach: TrunkReach.Unreachable, Failure: { Status: 408, Reason: "No response" } });
        _silo.Leap(TimeSpan.FromSeconds(11));
        // What was repeated before comes in between.
        var question = await _carrier.Expect(SipMethod.Options);
        _carrier.Respond(question, 200);
        await Eventually.Holds(async () => await State() is { Reach: TrunkReach.Reachable, Failure.Status: 408 });
    }

    [Fact]
    public async Task A_name_that_leads_nowhere_is_told_of()
    {
        await Publish(askSeconds: 30, host: "nowhere.invalid");

        await Eventually.Holds(async () => await State() is { Reach: TrunkReach.Unreachable, Failure.Reason: "No such host" });
    }

    [Fact]
    public async Task A_trunk_that_is_not_to_be_asked_hears_nothing_until_it_is()
    {
        await Publish(askSeconds: 0);
        Assert.Equal(TrunkReach.Unknown, (await State()).Reach);

        // The first thing it ever hears.
        await Publish(askSeconds: 10);
        await _carrier.Expect(SipMethod.Options);
    }

    [Fact]
    public async Task What_a_carrier_said_of_itself_is_kept_and_how_many_calls_it_carries()
    {
        await Publish(askSeconds: 0);
        await Registration.Register(_anna, SiloUnderTest.Password);
        var refused = await Registration.Call(_anna, Client);
        await (await TestCall.Ring(_carrier, alert: false)).Refuse(503);
        refused.AckRefusal(await _anna.Expect(503));
        await Eventually.Holds(async () => await State() is { Failure.Status: 503, Calls: 0 });

        var busy = await Registration.Call(_anna, Client);
        var ring = await TestCall.Ring(_carrier, alert: false);
        Assert.Equal(1, (await State()).Calls);
        await ring.Refuse(486);
        busy.AckRefusal(await _anna.Expect(486));
        await Eventually.Holds(async () => await State() is { Failure.Status: 503, Calls: 0 });
    }

    private async ValueTask<TrunkState> State() => Assert.Single(await _silo.Projects.Trunks(SiloUnderTest.Project));

    private async Task Publish(int askSeconds, string? host = null)
    {
        var document = SampleConfiguration.Of(_carrier.SentBy, [], ["anna"]);
        await _silo.Publish(document with
        {
            Trunks = [document.Trunks[0] with { Host = host ?? _carrier.SentBy, AskSeconds = askSeconds }],
        });
    }
}
