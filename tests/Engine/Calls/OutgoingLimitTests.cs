using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Engine.Tests.Calls;

/// <summary>Limits against toll fraud: by employee and day, by destination at a time and by day.</summary>
public sealed class OutgoingLimitTests
{
    private const string Mobile = "0501112233";
    private const string Kyiv = "0441112233";

    [Fact]
    public void An_employee_makes_no_more_calls_a_day_than_allowed_and_may_again_after_midnight()
    {
        var scene = new Scene(Limited(new LimitConfiguration(MaxOutgoingPerEmployeeAndDay: 2)));
        Talked(scene, Mobile);
        Talked(scene, Kyiv);

        AssertRefused(scene, scene.Dial("anna", Mobile), LimitRules.TooManyOutgoingToday);
        Assert.Single(scene.Ringing(scene.Dial("boris", Mobile)));

        scene.Wait(24 * 3600);
        Assert.Single(scene.Ringing(scene.Dial("anna", Mobile)));
    }

    [Fact]
    public void A_destination_takes_so_many_calls_at_a_time_from_all_together()
    {
        var scene = new Scene(Limited(new LimitConfiguration(Destinations: [new DestinationLimit("+38050", MaxCalls: 1)])));
        var first = scene.Dial("anna", Mobile);

        AssertRefused(scene, scene.Dial("boris", Mobile), LimitRules.DestinationLimit);
        Assert.Single(scene.Ringing(scene.Dial("boris", Kyiv)));

        scene.CallerHangsUp(first);
        Assert.Single(scene.Ringing(scene.Dial("anna", Mobile)));
    }

    [Fact]
    public void The_longest_prefix_counts()
    {
        var scene = new Scene(Limited(new LimitConfiguration(
            Destinations: [new DestinationLimit("+380", MaxCallsPerDay: 0), new DestinationLimit("+38044", MaxCallsPerDay: 1)])));

        AssertRefused(scene, scene.Dial("anna", Mobile), LimitRules.DestinationLimit);
        Talked(scene, Kyiv);
        AssertRefused(scene, scene.Dial("boris", Kyiv), LimitRules.DestinationLimit);
    }

    [Fact]
    public void What_was_counted_survives_a_restart_and_a_published_document()
    {
        var document = Limited(new LimitConfiguration(
            MaxOutgoingPerEmployeeAndDay: 2, Destinations: [new DestinationLimit("+38050", MaxCalls: 1, MaxCallsPerDay: 5)]));
        var scene = new Scene(document);
        scene.Dial("anna", Mobile);
        Talked(scene, Kyiv);

        var restored = Project.Restore(new ProjectId("test"), scene.Project.Image().ToJson());
        AssertRefused(restored, scene, "anna", LimitRules.TooManyOutgoingToday);
        AssertRefused(restored, scene, "boris", LimitRules.DestinationLimit);

        scene.Do(new PublishConfiguration(document with { Name = "Renamed" }, null, "admin"));
        AssertRefused(scene, scene.Dial("boris", Mobile), LimitRules.DestinationLimit);
    }

    private static ProjectConfiguration Limited(LimitConfiguration limits) => Documents.Sales("anna", "boris") with { Limits = limits };

    private static void Talked(Scene scene, string number)
    {
        var call = scene.Dial("anna", number);
        scene.Take(call);
        scene.CallerHangsUp(call);
    }

    private static void AssertRefused(Scene scene, CallId call, string rule)
    {
        Assert.Equal(rule, scene.One<CallRouted>().Decision.Rule);
        Assert.Equal(HangUpReason.OutgoingLimit, scene.Effect<EndLeg>().Reason);
        Assert.Equal(CallOutcome.Refused, scene.Record(call).Outcome);
    }

    private static void AssertRefused(Project project, Scene scene, string account, string rule)
    {
        var turn = new Turn();
        project.Handle(
            new ReceiveCall(new CallLine(null, account), account, null, Mobile, Scene.Facts), new TurnInput(scene.Now, 1), turn);
        Assert.Equal(rule, turn.Events.OfType<CallRouted>().Single().Decision.Rule);
    }
}
