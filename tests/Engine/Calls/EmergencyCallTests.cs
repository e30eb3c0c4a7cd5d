using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Calls;

/// <summary>Emergency numbers go out, whatever stands in the way of other calls.</summary>
public sealed class EmergencyCallTests
{
    [Theory]
    [InlineData("112")]
    [InlineData("112;phone-context=+380")]
    [InlineData("1-1-2")]
    public void It_goes_out_through_its_trunk_before_an_extension_and_without_being_allowed(string dialled)
    {
        var scene = new Scene(Document() with { AllowedDestinations = [] });

        var call = scene.Dial("anna", dialled);

        var ring = scene.Effect<RingLeg>();
        Assert.Equal(("112", "city", Documents.MainNumber), (ring.Target.Number, ring.Target.Trunk, ring.CallerNumber));
        Assert.Equal("emergency-number", scene.One<CallRouted>().Decision.Rule);
        scene.Take(call);
        scene.CallerHangsUp(call);
        var record = scene.Record(call);
        Assert.Equal(
            (CallDirection.Outgoing, CallOutcome.Answered, "112", "anna"),
            (record.Direction, record.Outcome, record.ClientNumber, record.Employee!.Value.Value));
    }

    [Fact]
    public void It_goes_out_from_the_phone_of_an_employee_who_is_not_ready_signed_out_or_talks_and_from_nobodys_phone()
    {
        var document = Document();
        var scene = new Scene(document with { SipAccounts = [.. document.SipAccounts, new SipAccountConfiguration("lobby")] });
        scene.NotReady("anna");
        AssertGoesOut(scene, "anna");
        scene.SignOut("anna");
        AssertGoesOut(scene, "anna");
        AssertGoesOut(scene, "anna");
        AssertGoesOut(scene, "lobby");
    }

    [Fact]
    public void No_limit_holds_for_it_and_it_uses_none_up()
    {
        var document = Document();
        var scene = new Scene(document with
        {
            Limits = new LimitConfiguration(MaxLiveCalls: 1, MaxOutgoingPerEmployee: 1, MaxOutgoingPerEmployeeAndDay: 1),
            Trunks = [document.Trunks[0], document.Trunks[1] with { MaxCalls = 1 }],
        });
        scene.Dial("anna", "112");
        scene.Dial("anna", "112");
        Assert.Equal("city", scene.Effect<RingLeg>().Target.Trunk);
        Assert.IsType<Refused>(scene.Do(new ReceiveCall(new CallLine(null, "anna"), "anna", null, "102", Scene.Facts)));
        scene.CallerHangsUp(new CallId(1));
        scene.CallerHangsUp(new CallId(2));

        var call = scene.Dial("anna", "0501112233");

        Assert.Single(scene.Ringing(call));
        AssertGoesOut(scene, "boris");
    }

    [Fact]
    public void It_shows_the_number_that_it_names_else_one_whose_rule_leads_through_its_trunk_and_withholds_none()
    {
        var document = Document();
        document = document with
        {
            Numbers = [.. document.Numbers, new NumberConfiguration("two", "+380442222222", null, null, new Destination("sales"))],
            CallerNumberRules = [new CallerNumberRule("main", Trunk: "kyivstar"), new CallerNumberRule("two")],
            EmergencyNumbers = [.. document.EmergencyNumbers, new EmergencyNumber("101", "city", "main")],
        };
        var scene = new Scene(document);
        scene.Do(new ReceiveCall(new CallLine(null, "anna"), "anna", null, "112", Scene.Facts, IsWithheld: true));
        Assert.Equal(("+380442222222", null), (scene.Effect<RingLeg>().CallerNumber, scene.Effect<RingLeg>().AssertedNumber));
        Assert.False(scene.One<CallArrived>().IsWithheld);

        scene.Dial("boris", "101");
        Assert.Equal(Documents.MainNumber, scene.Effect<RingLeg>().CallerNumber);
    }

    [Fact]
    public void Another_trunk_carries_it_where_its_own_does_not()
    {
        var scene = new Scene(Document());
        var call = scene.Dial("anna", "112");
        Assert.True(scene.Effect<RingLeg>().HasNextTrunk);

        scene.Fail(scene.Ringing(call)[0].Leg, 503);

        var ring = scene.Effect<RingLeg>();
        Assert.Equal(("112", "kyivstar", Documents.MainNumber), (ring.Target.Number, ring.Target.Trunk, ring.CallerNumber));
        scene.Take(call);
        scene.CallerHangsUp(call);
        Assert.Equal((CallOutcome.Answered, "kyivstar"), (scene.Record(call).Outcome, scene.Record(call).Trunk));
    }

    [Fact]
    public void A_carriers_call_to_it_reaches_nobody()
    {
        var scene = new Scene(Document());
        Assert.Equal(CallOutcome.Refused, scene.Record(scene.Call(to: "112")).Outcome);
    }

    private static void AssertGoesOut(Scene scene, string account)
    {
        scene.Dial(account, "112");
        Assert.Equal(("112", "city"), (scene.Effect<RingLeg>().Target.Number, scene.Effect<RingLeg>().Target.Trunk));
    }

    private static ProjectConfiguration Document()
    {
        var document = Documents.Sales("anna", "boris");
        return document.Adding(Documents.Employee("carl", "112")) with
        {
            Trunks = [.. document.Trunks, new TrunkConfiguration("city", "10.1.1.9", [])],
            EmergencyNumbers = [new EmergencyNumber("112", "city")],
        };
    }
}
