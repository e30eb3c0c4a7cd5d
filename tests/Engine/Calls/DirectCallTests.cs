using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Engine.Tests.Calls;

/// <summary>Calls to an employee, to an extension, to a number outside; calls from our phones.</summary>
public class DirectCallTests
{
    [Fact]
    public void An_employee_as_destination_rings_whatever_his_availability_and_gets_no_wrap_up()
    {
        var scene = new Scene(Documents.Sales("anna").LeadingTo(new Destination(Employee: "anna")), allReady: false);
        var call = scene.Call();
        Assert.Equal(["anna"], scene.Rung(call));
        Assert.Single(scene.Effects.OfType<ShowRinging>());
        scene.Take(call);
        scene.CallerHangsUp(call);

        Assert.Equal((Activity.Idle, Availability.SignedOut), (scene.State("anna").Activity, scene.State("anna").Availability));
        Assert.Null(scene.Record(call).Department);
    }

    [Fact]
    public void A_colleague_hears_ringing_only_when_the_phone_that_he_calls_alerts()
    {
        var scene = new Scene(Documents.Sales("anna").Adding(Documents.Employee("boss", "190")));
        var call = scene.Dial("anna", "190");
        Assert.Equal(["boss"], scene.Rung(call));
        Assert.Empty(scene.Effects.OfType<ShowRinging>());
        scene.Do(new ReportRinging(scene.Ringing(call)[0].Leg));
        Assert.Single(scene.Effects.OfType<ShowRinging>());
    }

    [Fact]
    public void A_busy_employee_gives_way_to_otherwise()
    {
        var scene = new Scene(Documents.Sales("anna").LeadingTo(
            new Destination(Employee: "anna", Otherwise: new Destination(External: "+380670000009", RingSeconds: 7))));
        scene.Take(scene.Call());

        var second = scene.Call();

        Assert.Equal("+380670000009", Assert.Single(scene.Ringing(second)).Target);
        Assert.Equal(["number", "otherwise"], scene.Events.OfType<CallRouted>().Select(routed => routed.Decision.Rule));
        scene.Wait(7);
        Assert.Equal(CallOutcome.NoAnswer, scene.Record(second).Outcome);
        Assert.Equal(HangUpReason.NoAnswer, scene.Effects.OfType<EndLeg>().Last().Reason);
    }

    [Fact]
    public void Without_otherwise_a_busy_employee_is_busy()
    {
        var scene = new Scene(Documents.Sales("anna").LeadingTo(new Destination(Employee: "anna")));
        scene.Take(scene.Call());

        Assert.Equal(CallOutcome.Busy, scene.Record(scene.Call()).Outcome);
    }

    [Fact]
    public void A_direct_ring_interrupts_wrap_up_and_it_goes_on_when_nobody_answers()
    {
        var document = Documents.Sales(department => department with { WrapUpSeconds = 60 }, "anna");
        var scene = new Scene(document.Adding(Documents.Employee("boss", "190")));
        var first = scene.Call();
        scene.Take(first);
        scene.CallerHangsUp(first);
        long wrapUpEnds = scene.State("anna").Until!.Value;

        var internalCall = scene.Dial("boss", "101");
        Assert.Equal(["anna"], scene.Rung(internalCall));
        scene.CallerHangsUp(internalCall);

        Assert.Equal((Activity.WrapUp, wrapUpEnds), (scene.State("anna").Activity, scene.State("anna").Until!.Value));
    }

    [Fact]
    public void A_call_answered_outside_on_an_employees_other_number_is_his()
    {
        var document = Documents.Sales("anna").LeadingTo(new Destination(External: "+380670000009"));
        var scene = new Scene(document.WithOtherContact("+380670000009"));
        var call = scene.Call();
        scene.Take(call);
        scene.CallerHangsUp(call);

        Assert.Equal("anna", scene.Record(call).Employee!.Value.Value);
        Assert.Equal("anna", scene.Project.Client(Scene.Client)!.LastTalked!.Value.Value);
    }

    [Fact]
    public void A_client_call_from_an_employees_other_number_names_him()
    {
        var document = Documents.Sales("anna");
        var scene = new Scene(document.WithOtherContact("+380670000009"));

        scene.Call(from: "0670000009");

        Assert.Equal("anna", scene.One<CallArrived>().CallerEmployee!.Value.Value);
    }

    [Fact]
    public void An_extension_rings_all_main_contact_points_of_a_colleague()
    {
        var scene = new Scene(Documents.Sales("anna").Adding(
            Documents.Employee("boss", "190", new ContactPoint(Account: "boss"), new ContactPoint(Uri: "sip:boss@10.0.0.7"))));

        var call = scene.Dial("anna", "190");

        Assert.Equal(["boss", "sip:boss@10.0.0.7"], scene.Ringing(call).Select(leg => leg.Target));
        var arrived = scene.One<CallArrived>();
        Assert.Equal((CallDirection.Internal, "101"), (arrived.Direction, arrived.ClientNumber));
        Assert.Equal("anna", arrived.CallerEmployee!.Value.Value);
        Assert.Equal(Activity.Talking, scene.State("anna").Activity);
        scene.Take(call);
        scene.CallerHangsUp(call);
        Assert.Equal(("boss", EndedBy.Employee), (scene.Record(call).Employee!.Value.Value, scene.Record(call).EndedBy));
        Assert.All(new[] { "anna", "boss" }, name => Assert.Equal(Activity.Idle, scene.State(name).Activity));
        Assert.Null(scene.Project.Client("101"));
    }

    [Fact]
    public void A_departments_extension_waits_in_its_queue_and_is_in_no_client_figure()
    {
        var scene = new Scene(Documents.Of(
            Documents.Department("sales", "anna") with { Extension = "200" }, Documents.Department("support", "ivan")));

        var call = scene.Dial("ivan", "200");

        Assert.Equal(["anna"], scene.Rung(call));
        var line = scene.Project.Board(scene.Now, 0).Departments[0];
        Assert.Equal((1, 0), (line.Waiting, line.Offered));
    }

    [Fact]
    public void Ones_own_extension_is_busy()
    {
        var scene = new Scene(Documents.Sales("anna"));

        Assert.Equal(CallOutcome.Busy, scene.Record(scene.Dial("anna", "101")).Outcome);
        Assert.Equal(Activity.Idle, scene.State("anna").Activity);
    }

    [Fact]
    public void An_outgoing_call_shows_the_number_that_the_first_fitting_rule_chooses()
    {
        var document = Documents.Of(Documents.Department("sales", "anna"), Documents.Department("support", "ivan")) with
        {
            CallerNumberRules =
            [
                new CallerNumberRule("us", "+1"), new CallerNumberRule("vip", Employee: "ivan", Trunk: "second"),
                new CallerNumberRule("main", "+38050", Department: "sales"),
            ],
            AllowedDestinations = ["+380", "+1"],
            Trunks = [new TrunkConfiguration("kyivstar", "10.1.1.1", []), new TrunkConfiguration("second", "10.1.1.2", [])],
        };
        document = document with
        {
            Numbers =
            [
                .. document.Numbers, new NumberConfiguration("us", "+12025550100", null, null, new Destination("sales")),
                new NumberConfiguration("vip", "+380445555555", null, null, new Destination("sales")),
            ],
        };
        var scene = new Scene(document);
        (string?, string?) Shown(string account, string digits)
        {
            var call = scene.Dial(account, digits);
            var ring = scene.Effect<RingLeg>();
            scene.CallerHangsUp(call);
            return (ring.CallerNumber, ring.Target.Trunk);
        }

        Assert.Equal(("+12025550100", "kyivstar"), Shown("anna", "+12125551212"));
        Assert.Equal(("+380445555555", "second"), Shown("ivan", "0501112233"));
        Assert.Equal((Documents.MainNumber, "kyivstar"), Shown("anna", "0501112233"));
        Assert.Equal((Documents.MainNumber, "kyivstar"), Shown("anna", "0671112233"));
        Assert.Equal(["caller-number", "caller-number", "caller-number", "first-number"],
            scene.All<CallRouted>().Where(routed => routed.Decision.Kind == DecisionKind.Outgoing).Select(routed => routed.Decision.Rule));
    }

    [Fact]
    public void An_outgoing_call_is_recorded_with_the_employee_the_client_and_the_shown_number()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Dial("anna", "0501112233");
        Assert.Empty(scene.Effects.OfType<ShowRinging>());
        Assert.Equal(Activity.Talking, scene.State("anna").Activity);
        scene.Wait(2);
        scene.Do(new ReportRinging(scene.Ringing(call)[0].Leg));
        Assert.Single(scene.Effects.OfType<ShowRinging>());
        scene.Wait(2);
        var leg = scene.Take(call);
        scene.Wait(40);
        scene.HangUp(leg);

        var record = scene.Record(call);
        Assert.Equal((CallDirection.Outgoing, CallOutcome.Answered, EndedBy.Client), (record.Direction, record.Outcome, record.EndedBy));
        Assert.Equal((Scene.Client, "anna", Documents.MainNumber, "kyivstar", 40_000L),
            (record.ClientNumber, record.Employee!.Value.Value, record.ShownNumber, record.Trunk, record.TalkMs));
        Assert.Equal("anna", scene.Project.Client(Scene.Client)!.LastTalked!.Value.Value);
    }

    [Theory]
    [InlineData("+12125551212", HangUpReason.DestinationForbidden, CallOutcome.Refused)]
    [InlineData("999", HangUpReason.NoSuchNumber, CallOutcome.Refused)]
    public void Forbidden_and_impossible_destinations_are_turned_down(string digits, HangUpReason reason, CallOutcome outcome)
    {
        var scene = new Scene(Documents.Sales("anna"));

        var call = scene.Dial("anna", digits);

        Assert.Equal(reason, scene.Effect<EndLeg>().Reason);
        Assert.Equal(outcome, scene.Record(call).Outcome);
        Assert.Equal(Activity.Idle, scene.State("anna").Activity);
    }

    [Fact]
    public void An_employee_makes_no_more_outgoing_calls_at_a_time_than_allowed()
    {
        var scene = new Scene(Documents.Sales("anna"));
        CallId first = scene.Dial("anna", "0501112233"), second = scene.Dial("anna", "0501112234");

        var third = scene.Dial("anna", "0501112235");
        Assert.Equal(HangUpReason.OutgoingLimit, scene.Effect<EndLeg>().Reason);
        Assert.Equal(CallOutcome.Refused, scene.Record(third).Outcome);

        scene.CallerHangsUp(first);
        Assert.Equal((Activity.Talking, second), (scene.State("anna").Activity, scene.State("anna").Call!.Value));
        scene.CallerHangsUp(second);
        Assert.Equal(Activity.Idle, scene.State("anna").Activity);
    }

    [Fact]
    public void A_phone_without_an_owner_may_call_inside_only()
    {
        var document = Documents.Sales("anna");
        var scene = new Scene(document with { SipAccounts = [.. document.SipAccounts, new SipAccountConfiguration("lobby")] });

        Assert.Equal(["anna"], scene.Rung(scene.Dial("lobby", "101")));
        scene.Dial("lobby", "0501112233");
        Assert.Equal(HangUpReason.DestinationForbidden, scene.Effect<EndLeg>().Reason);
    }

    [Theory]
    [InlineData(486, CallOutcome.Busy, HangUpReason.Busy)]
    [InlineData(404, CallOutcome.Refused, HangUpReason.NoSuchNumber)]
    [InlineData(503, CallOutcome.Failed, HangUpReason.NetworkFailure)]
    [InlineData(488, CallOutcome.OfferRefused, HangUpReason.OfferRefused)]
    public void A_failed_outgoing_call_keeps_the_final_status(int status, CallOutcome outcome, HangUpReason reason)
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Dial("anna", "0501112233");

        scene.Fail(scene.Ringing(call)[0].Leg, status);

        Assert.Equal((outcome, (int?)status), (scene.Record(call).Outcome, scene.Record(call).SipStatus));
        Assert.Equal(new EndLeg(new LegId(call, 0), reason, status), scene.Effect<EndLeg>());
    }
}
