using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Calls;

/// <summary>Who is shown on legs through a trunk, whoever causes them.</summary>
public sealed class OutgoingIdentityTests
{
    private const string Second = "+380441000002";
    private const string Mobile = "+380670000009";

    [Fact]
    public void An_extension_that_rings_a_mobile_shows_the_number_of_the_callers_rule_and_no_name()
    {
        var scene = new Scene(WithMobile());

        scene.Dial("anna", "190");

        var ring = scene.Effect<RingLeg>();
        Assert.Equal((Second, null, "second"), (ring.CallerNumber, ring.CallerName, ring.Target.Trunk));
        Assert.Equal(Second, scene.One<LegStarted>().ShownNumber);
    }

    [Fact]
    public void A_colleagues_phone_still_shows_extension_and_name()
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));

        scene.Dial("anna", "102");

        Assert.Equal(("101", "Employee Anna"), (scene.Effect<RingLeg>().CallerNumber, scene.Effect<RingLeg>().CallerName));
    }

    [Fact]
    public void A_clients_call_that_goes_outside_shows_ours()
    {
        var scene = new Scene(WithMobile().LeadingTo(new Destination(External: Mobile)));

        scene.Call();

        var ring = scene.Effect<RingLeg>();
        Assert.Equal(
            (Documents.MainNumber, null, "kyivstar", null),
            (ring.CallerNumber, ring.CallerName, ring.Target.Trunk, ring.AssertedNumber));
    }

    [Fact]
    public void A_department_that_rings_a_mobile_shows_ours()
    {
        var scene = new Scene(Documents.Of(Documents.Department("sales", "boss")) with
        {
            Employees = [Documents.Employee("boss", "190", new ContactPoint(Number: Mobile))],
        });

        scene.Call();

        Assert.Equal((Documents.MainNumber, null), (scene.Effect<RingLeg>().CallerNumber, scene.Effect<RingLeg>().CallerName));
    }

    [Fact]
    public void A_carrier_that_shows_clients_is_given_the_client_and_our_number_behind_him()
    {
        var scene = new Scene(WithMobile(showsClients: true).LeadingTo(new Destination(External: Mobile)));

        scene.Call();

        Assert.Equal((Scene.Client, Documents.MainNumber), (scene.Effect<RingLeg>().CallerNumber, scene.Effect<RingLeg>().AssertedNumber));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_withheld_stays_withheld_on_the_way_out(bool showsClients)
    {
        var scene = new Scene(WithMobile(showsClients).LeadingTo(new Destination(External: Mobile)));

        scene.Call("anonymous");

        Assert.Equal(("", Documents.MainNumber), (scene.Effect<RingLeg>().CallerNumber, scene.Effect<RingLeg>().AssertedNumber));
    }

    [Fact]
    public void A_phone_that_asks_for_privacy_is_shown_to_nobody_outside()
    {
        var scene = new Scene(WithMobile());

        var call = Assert.IsType<CallReceived>(scene.Do(
            new ReceiveCall(new CallLine(null, "anna"), "anna", null, "0501112233", Scene.Facts, IsWithheld: true))).Call;

        Assert.Equal(("", Second), (scene.Effect<RingLeg>().CallerNumber, scene.Effect<RingLeg>().AssertedNumber));
        scene.CallerHangsUp(call);
        Assert.Null(scene.Record(call).ShownNumber);
    }

    [Fact]
    public void After_a_restart_a_leg_is_shown_the_same_as_before()
    {
        var scene = new Scene(WithMobile(showsClients: true).LeadingTo(new Destination(External: Mobile)));
        List<RingLeg> rings = [];
        foreach (string caller in new[] { Scene.Client, "anonymous", "alice" })
        {
            scene.Call(caller);
            rings.Add(scene.Effect<RingLeg>());
        }
        scene.Dial("anna", "190");
        rings.Add(scene.Effect<RingLeg>());

        var restored = Project.Restore(new ProjectId("test"), scene.Project.Image().ToJson());

        Assert.Equal(rings, restored.Circuits.SelectMany(circuit => circuit.Legs).Select(leg => leg.Order));
        Assert.Equal([false, true, false, false], restored.Circuits.Select(circuit => circuit.Arrived.IsWithheld));
    }

    [Fact]
    public void A_rule_whose_trunk_is_full_gives_way_to_the_next_where_nobody_dialled()
    {
        var document = WithMobile();
        var scene = new Scene(document with { Trunks = [document.Trunks[0], document.Trunks[1] with { MaxCalls = 1 }] });
        scene.Dial("anna", "0501112233");
        Assert.Equal("second", scene.Effect<RingLeg>().Target.Trunk);

        scene.Dial("anna", "190");

        Assert.Equal((Documents.MainNumber, "kyivstar"), (scene.Effect<RingLeg>().CallerNumber, scene.Effect<RingLeg>().Target.Trunk));
    }

    [Fact]
    public void A_carrier_that_refuses_such_a_leg_is_not_an_employee_who_does_not_answer()
    {
        var scene = new Scene(WithMobile());
        var call = scene.Dial("anna", "190");

        scene.Fail(scene.Ringing(call)[0].Leg, 403);

        Assert.Equal(HangUpReason.DestinationForbidden, scene.Effects.OfType<EndLeg>().Last().Reason);
        var record = scene.Record(call);
        Assert.Equal((CallOutcome.Refused, 403), (record.Outcome, record.SipStatus));
    }

    [Fact]
    public void Without_a_number_in_the_document_nobody_is_shown()
    {
        var scene = new Scene(Documents.Sales("anna") with { Numbers = [] });

        scene.Dial("anna", "0501112233");

        Assert.Equal(("", null), (scene.Effect<RingLeg>().CallerNumber, scene.Effect<RingLeg>().AssertedNumber));
    }

    /// <summary>Anna's own rule shows the second number through the second trunk; all others are shown the main one.</summary>
    private static ProjectConfiguration WithMobile(bool showsClients = false)
    {
        var document = Documents.Sales("anna").Adding(Documents.Employee("boss", "190", new ContactPoint(Number: Mobile)));
        return document with
        {
            Numbers = [.. document.Numbers, new NumberConfiguration("second", Second, null, null, new Destination("sales"))],
            Trunks =
            [
                new TrunkConfiguration("kyivstar", "10.1.1.1", [], ShowsClients: showsClients),
                new TrunkConfiguration("second", "10.1.1.2", []),
            ],
            CallerNumberRules = [new CallerNumberRule("second", Employee: "anna", Trunk: "second"), new CallerNumberRule("main")],
        };
    }
}
