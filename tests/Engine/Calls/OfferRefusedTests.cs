using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Engine.Tests.Calls;

/// <summary>Phones that cannot take what the caller offers: nobody is charged with it, and nobody else waits for it.</summary>
public class OfferRefusedTests
{
    private const string Warning = "Warning: 304 phone \"Media type not available\"";

    [Theory]
    [InlineData(400)]
    [InlineData(406)]
    [InlineData(415)]
    [InlineData(420)]
    [InlineData(488)]
    [InlineData(606)]
    public void What_a_phone_cannot_take_is_no_miss_and_gives_no_rest(int status)
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        var call = scene.Call();

        scene.Fail(scene.LegOf(call, "anna"), status);

        Assert.Empty(scene.All<RingMissed>());
        Assert.Equal((LegEnd.OfferRefused, status), (scene.One<LegEnded>().End, scene.One<LegEnded>().SipStatus));
        Assert.Empty(scene.Project.Desk(new EmployeeId("anna"), scene.Now)!.NoCallReasons);
        Assert.Equal(["boris"], scene.Rung(call));
        var exclusion = Assert.Single(scene.One<CallRouted>().Decision.Excluded);
        Assert.Equal((new EmployeeId("anna"), ExclusionReason.OfferRefused), (exclusion.Employee, exclusion.Reason));
    }

    [Fact]
    public void A_call_that_every_phone_refuses_ends_with_the_phones_words_and_the_next_client_is_rung_for_at_once()
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        var fax = scene.Call();
        scene.Fail(scene.LegOf(fax, "anna"), 488);
        scene.Do(new ReportFailed(scene.LegOf(fax, "boris"), 488, null, Warning));

        Assert.Equal(new EndLeg(new LegId(fax, 0), HangUpReason.OfferRefused, 488, Warning), scene.Effect<EndLeg>());
        Assert.Equal("offer-refused", scene.One<CallRouted>().Decision.Rule);
        var record = scene.Record(fax);
        Assert.Equal((CallOutcome.OfferRefused, HangUpReason.OfferRefused, 488), (record.Outcome, record.Reason, record.SipStatus));
        Assert.Equal(QueueExit.OfferRefused, Assert.Single(record.Visits).Exit);
        Assert.Equal(3, record.Legs.Count);
        var line = Assert.Single(scene.Project.Board(scene.Now, 0).Departments);
        Assert.Equal((1, 0, 0, 1, 0), (line.Offered, line.Answered, line.Abandoned, line.FlowedOut, line.Waiting));

        Assert.Equal(["anna"], scene.Rung(scene.Call("+380509998877")));
    }

    [Fact]
    public void Each_phone_is_rung_once_by_the_same_call_however_long_it_waits()
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        var other = scene.Call("+380509998877");
        scene.Take(other);
        var fax = scene.Call();
        scene.Fail(scene.LegOf(fax, "boris"), 488);

        // Anna talks: hers is the phone that may take it yet.
        scene.Wait(100);
        Assert.Equal(2, scene.All<LegStarted>().Count());
        Finish(scene, other, "anna");
        Assert.Equal(["anna"], scene.Rung(fax));
        scene.Fail(scene.LegOf(fax, "anna"), 488);

        Assert.Equal(CallOutcome.OfferRefused, scene.Record(fax).Outcome);
    }

    [Fact]
    public void A_refused_call_that_waits_for_somebody_busy_lets_those_behind_it_pass()
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        scene.Take(scene.Call("+380509998877"));
        var fax = scene.Call();
        scene.Fail(scene.LegOf(fax, "boris"), 488);

        var next = scene.Call("+380507776655");

        Assert.Equal(["boris"], scene.Rung(next));
        Assert.Empty(scene.Rung(fax));
    }

    [Fact]
    public void A_refused_call_keeps_its_place_for_a_phone_that_can_take_it()
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        var first = scene.Call("+380509998877");
        scene.Take(first);
        var fax = scene.Call();
        scene.Fail(scene.LegOf(fax, "boris"), 488);
        scene.Take(scene.Call("+380507776655"));
        var behind = scene.Call("+380504443322");

        Finish(scene, first, "anna");

        Assert.Equal(["anna"], scene.Rung(fax));
        Assert.Empty(scene.Rung(behind));
    }

    [Theory]
    [InlineData(Strategy.RingAll)]
    [InlineData(Strategy.InOrder)]
    [InlineData(Strategy.RoundRobin)]
    public void No_strategy_rings_a_phone_again_that_refused(Strategy strategy)
    {
        var scene = new Scene(Documents.Sales(department => department with { Strategy = strategy }, "anna", "boris"));
        var fax = scene.Call();
        while (scene.Ringing(fax) is [var leg, ..]) scene.Fail(leg.Leg, 415);

        Assert.Equal(2, scene.All<LegStarted>().Count());
        Assert.Equal((CallOutcome.OfferRefused, 415), (scene.Record(fax).Outcome, scene.Record(fax).SipStatus));
        Assert.Empty(scene.All<RingMissed>());
    }

    [Fact]
    public void A_phone_that_rings_on_beside_one_that_refused_may_still_be_missed()
    {
        var scene = new Scene(Documents.Sales("a") with
        {
            Employees = [Documents.Employee("a", null, new ContactPoint(Account: "a"), new ContactPoint(Number: "+380670000001"))],
        });
        var call = scene.Call();
        scene.Fail(scene.Ringing(call)[0].Leg, 488);
        Assert.Equal(Activity.Ringing, scene.State("a").Activity);
        scene.Wait(15);

        Assert.Equal(RingMiss.NoAnswer, scene.All<RingMissed>().Single().Miss);
        Assert.Equal(["+380670000001"], scene.Ringing(call).Select(leg => leg.Target));
    }

    [Fact]
    public void The_call_ends_when_the_last_who_could_have_taken_it_goes()
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        scene.Take(scene.Call("+380509998877"));
        var fax = scene.Call();
        scene.Fail(scene.LegOf(fax, "boris"), 488);

        scene.NotReady("anna");

        Assert.Equal(CallOutcome.OfferRefused, scene.Record(fax).Outcome);
    }

    [Fact]
    public void The_call_ends_when_the_last_phone_that_could_have_taken_it_is_gone()
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        scene.Take(scene.Call("+380509998877"));
        var fax = scene.Call();
        scene.Fail(scene.LegOf(fax, "boris"), 488);

        scene.Do(new ReportBindings("anna", []));

        Assert.Equal(CallOutcome.OfferRefused, scene.Record(fax).Outcome);
    }

    [Fact]
    public void Another_phone_of_the_same_person_is_rung_when_it_registers()
    {
        var scene = new Scene(Documents.Sales("anna", "boris") with
        {
            Employees =
            [
                Documents.Employee("anna", null, new ContactPoint(Account: "anna"), new ContactPoint(Account: "soft")),
                Documents.Employee("boris"),
            ],
            SipAccounts = [new("anna"), new("boris"), new("soft")],
        });
        scene.Do(new ReportBindings("soft", []));
        var fax = scene.Call();
        scene.Fail(scene.LegOf(fax, "anna"), 488);
        scene.Wait(1);
        Assert.Equal(["boris"], scene.Rung(fax));
        scene.Fail(scene.LegOf(fax, "boris"), 486);

        scene.Register("soft");

        Assert.Equal("soft", Assert.Single(scene.Ringing(fax)).Target);
    }

    [Fact]
    public void A_direct_call_goes_on_to_otherwise()
    {
        var scene = new Scene(Documents.Sales("anna", "boris").LeadingTo(
            new Destination(Employee: "anna", Otherwise: new Destination(Department: "sales"))));
        var fax = scene.Call();
        scene.Fail(scene.LegOf(fax, "anna"), 488);
        Assert.Equal(["boris"], scene.Rung(fax));
    }

    [Fact]
    public void A_colleague_whose_phone_is_refused_hears_why()
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        var call = scene.Dial("anna", "102");

        scene.Do(new ReportFailed(scene.LegOf(call, "boris"), 488, null, Warning));

        Assert.Equal(new EndLeg(new LegId(call, 0), HangUpReason.OfferRefused, 488, Warning), scene.Effect<EndLeg>());
        Assert.Equal(CallOutcome.OfferRefused, scene.Record(call).Outcome);
    }

    private static void Finish(Scene scene, CallId call, string employee)
    {
        scene.CallerHangsUp(call);
        scene.Do(new FinishWrapUp(new EmployeeId(employee), "test"));
    }

    [Fact]
    public void What_refused_is_known_after_a_start_from_a_snapshot()
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        scene.Take(scene.Call("+380509998877"));
        var fax = scene.Call();
        scene.Do(new ReportFailed(scene.LegOf(fax, "boris"), 488, null, Warning));

        var restored = Project.Restore(scene.Project.Id, scene.Project.Image().ToJson());
        var turn = new Turn();
        restored.Handle(
            new SetAvailability(new EmployeeId("anna"), Availability.SignedOut, null, "test"), new TurnInput(scene.Now, 1), turn);

        Assert.Empty(turn.Events.OfType<LegStarted>());
        Assert.Contains(new EndLeg(new LegId(fax, 0), HangUpReason.OfferRefused, 488, Warning), turn.Effects);
    }
}
