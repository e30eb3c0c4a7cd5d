using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Calls;

/// <summary>A trunk that does not carry a call, and the next one of the list.</summary>
public sealed class NextTrunkTests
{
    private const string Mobile = "+380501112233";

    [Theory]
    [InlineData(503)]
    [InlineData(408)]
    public void A_call_that_a_trunk_does_not_carry_is_tried_at_the_next_one_and_both_are_in_the_record(int status)
    {
        var scene = new Scene(Document());
        var call = scene.Dial("anna", Mobile);
        Assert.True(scene.Effect<RingLeg>().HasNextTrunk);
        scene.Fail(scene.Ringing(call)[0].Leg, status);

        Assert.Equal(("next-trunk", $"{Mobile} via trunk second, after kyivstar: {status}"), Routed(scene));
        var ring = scene.Effect<RingLeg>();
        Assert.Equal((new RingTarget(null, null, Mobile, "second"), true), (ring.Target, ring.HasNextTrunk));
        var leg = Assert.Single(scene.Ringing(call));
        Assert.Equal((1, Documents.MainNumber), (leg.InsteadOf, leg.ShownNumber));
        scene.Take(call);
        scene.CallerHangsUp(call);
        var record = scene.Record(call);
        Assert.Equal((CallOutcome.Answered, "second"), (record.Outcome, record.Trunk));
        Assert.Equal([null, status, null], record.Legs.Select(one => one.SipStatus));
    }

    [Theory]
    [InlineData(486)]
    [InlineData(404)]
    [InlineData(480)]
    public void What_the_called_side_says_is_no_matter_of_the_trunk(int status)
    {
        var scene = new Scene(Document());
        var call = scene.Dial("anna", Mobile);
        scene.Fail(scene.Ringing(call)[0].Leg, status);
        Assert.Single(scene.Record(call).Legs, leg => leg.Number > 0);
    }

    [Fact]
    public void A_number_that_rang_until_nobody_answered_is_not_rung_again()
    {
        var scene = new Scene(Document());
        var call = scene.Dial("anna", Mobile);
        var leg = scene.Ringing(call)[0].Leg;
        scene.Do(new ReportRinging(leg));
        scene.Fail(leg, 408);
        Assert.Empty(scene.Ringing(call));
    }

    [Fact]
    public void A_rule_names_its_trunks_in_order_and_after_the_last_one_the_call_ends()
    {
        var rule = new CallerNumberRule("main", "+38050", Trunks: ["third", "kyivstar"]);
        var scene = new Scene(Document() with { CallerNumberRules = [rule] });
        var call = scene.Dial("anna", Mobile);
        Assert.Equal("third", scene.Ringing(call)[0].Trunk);
        scene.Fail(scene.Ringing(call)[0].Leg, 503);
        Assert.Equal("kyivstar", scene.Ringing(call)[0].Trunk);
        scene.Fail(scene.Ringing(call)[0].Leg, 503);
        Assert.Equal(CallOutcome.Failed, scene.Record(call).Outcome);
    }

    [Fact]
    public void A_rule_with_one_trunk_has_no_other()
    {
        var scene = new Scene(Document() with { CallerNumberRules = [new CallerNumberRule("main", Trunk: "third")] });
        var call = scene.Dial("anna", Mobile);
        Assert.False(scene.Effect<RingLeg>().HasNextTrunk);
        scene.Fail(scene.Ringing(call)[0].Leg, 503);
        Assert.Empty(scene.Ringing(call));
    }

    [Fact]
    public void A_trunk_that_is_full_meanwhile_is_passed_over()
    {
        var document = Document();
        var scene = new Scene(document with
        {
            Trunks = [document.Trunks[0], document.Trunks[1] with { MaxCalls = 1 }, document.Trunks[2]],
        });
        Assert.IsType<CallReceived>(scene.Do(
            new ReceiveCall(new CallLine("second", null), Scene.Client, null, Documents.MainNumber, Scene.Facts)));
        var call = scene.Dial("anna", Mobile);
        scene.Fail(scene.Ringing(call)[0].Leg, 503);
        Assert.Equal("third", scene.Ringing(call)[0].Trunk);
    }

    [Fact]
    public void An_employees_mobile_is_tried_through_its_trunks_within_the_ring_and_he_has_missed_nothing()
    {
        var document = Document();
        var contact = new ContactPoint(Number: "+380671112233", Trunks: ["second", "third"]);
        var scene = new Scene(document with { Employees = [Documents.Employee("anna", "101", contact)] }, allReady: false);
        scene.Ready("anna");
        var call = scene.Call();
        var first = Assert.Single(scene.Ringing(call));
        Assert.Equal("second", first.Trunk);
        scene.Fail(first.Leg, 503);

        var second = Assert.Single(scene.Ringing(call));
        Assert.Equal(("third", first.RingUntil, "anna"), (second.Trunk, second.RingUntil, second.Employee!.Value.Value));
        Assert.Empty(scene.All<RingMissed>());
        Assert.Equal(Activity.Ringing, scene.State("anna").Activity);
        scene.Fail(second.Leg, 503);
        Assert.Equal(RingMiss.Unreachable, scene.All<RingMissed>().Single().Miss);
    }

    [Fact]
    public void A_destination_outside_names_its_trunks()
    {
        var destination = new Destination(External: Mobile, Trunks: ["third", "second"]);
        var scene = new Scene(Document().LeadingTo(destination));
        var call = scene.Call();
        scene.Fail(scene.Ringing(call)[0].Leg, 503);
        Assert.Equal("second", scene.Ringing(call)[0].Trunk);
        Assert.Equal("second", scene.Project.Circuit(call)!.Legs[^1].Order.Target.Trunk);
    }

    [Fact]
    public void A_call_between_two_trunks_survives_a_restart()
    {
        var scene = new Scene(Document());
        var call = scene.Dial("anna", Mobile);
        var leg = scene.Ringing(call)[0].Leg;
        var restored = Project.Restore(new ProjectId("test"), scene.Project.Image().ToJson());
        Assert.True(restored.Circuit(call)!.Legs[0].Order.HasNextTrunk);
        var turn = new Turn();
        restored.Handle(new ReportFailed(leg, 503, null), new TurnInput(scene.Now, 1), turn);
        Assert.Equal("second", turn.Events.OfType<LegStarted>().Single().Trunk);
    }

    private static ProjectConfiguration Document() => Documents.Sales("anna") with
    {
        Trunks =
        [
            new TrunkConfiguration("kyivstar", "10.1.1.1", ["10.1.1.1"]), new TrunkConfiguration("second", "10.1.1.2", ["10.1.1.2"]),
            new TrunkConfiguration("third", "10.1.1.3", ["10.1.1.3"]),
        ],
    };

    private static (string Rule, string? Destination) Routed(Scene scene) =>
        (scene.One<CallRouted>().Decision.Rule, scene.One<CallRouted>().Decision.Destination);
}
