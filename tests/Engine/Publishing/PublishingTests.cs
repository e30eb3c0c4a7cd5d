using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Publishing;

public class PublishingTests
{
    private static CommandReply Publish(Scene scene, ProjectConfiguration document, int? basedOn = null) =>
        scene.Do(new PublishConfiguration(document, basedOn, "admin"));

    [Fact]
    public void Versions_count_up_and_a_stale_base_is_refused()
    {
        var scene = new Scene(Documents.Sales("anna"));

        Assert.Equal(2, Assert.IsType<ConfigurationAccepted>(Publish(scene, Documents.Sales("anna"), 1)).Version);
        Assert.Equal(Refusal.StaleVersion, Assert.IsType<Refused>(Publish(scene, Documents.Sales("anna"), 1)).Refusal);
        Assert.Empty(scene.Events);
        Assert.Equal(3, Assert.IsType<ConfigurationAccepted>(Publish(scene, Documents.Sales("anna"))).Version);
        Assert.Equal(3, scene.Effect<ApplyConfiguration>().Version);
        Assert.Equal(3, scene.Project.Configuration.Version);
    }

    [Fact]
    public void Employees_begin_and_end_their_day_with_the_document()
    {
        var scene = new Scene(Documents.Sales("anna", "ivan"));
        var document = Documents.Sales("ivan", "olena");
        document = document with { Employees = [document.Employees[0], document.Employees[1] with { StartsReady = true }] };

        Publish(scene, document);

        var changes = scene.Events.OfType<EmployeeStateChanged>().ToList();
        Assert.Equal(("anna", true), (changes[0].Employee.Value, changes[0].To is null));
        Assert.Equal(("olena", Availability.Ready), (changes[1].Employee.Value, changes[1].To!.Availability));
        Assert.Null(changes[1].From);
        Assert.Equal(2, changes.Count);
        Assert.Equal(Availability.Ready, scene.State("ivan").Availability);
        Assert.Null(scene.Project.Desk(new EmployeeId("anna"), scene.Now));
    }

    [Fact]
    public void Live_calls_go_on_when_the_one_who_talks_is_removed()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        scene.Take(call);

        Publish(scene, Documents.Sales("ivan"));
        Assert.Equal(1, scene.Project.LiveCalls);
        scene.CallerHangsUp(call);

        Assert.Equal(("anna", CallOutcome.Answered), (scene.Record(call).Employee!.Value.Value, scene.Record(call).Outcome));
    }

    [Fact]
    public void Whoever_comes_back_while_his_conversation_is_live_is_talking()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        scene.Take(call);
        Publish(scene, Documents.Sales("ivan"));

        Publish(scene, Documents.Sales("anna"));

        Assert.Equal((Activity.Talking, call), (scene.State("anna").Activity, scene.State("anna").Call!.Value));
        scene.CallerHangsUp(call);
        Assert.Equal(Activity.WrapUp, scene.State("anna").Activity);
    }

    [Fact]
    public void Whoever_comes_back_is_busy_until_all_calls_that_he_dialled_are_over()
    {
        var scene = new Scene(Documents.Sales("anna", "ivan"));
        var first = scene.Dial("anna", "0501112233");
        var second = scene.Dial("anna", "0501112244");
        Publish(scene, Documents.Sales("ivan"));
        Publish(scene, Documents.Sales("anna", "ivan"));

        scene.CallerHangsUp(first);
        Assert.Equal((Activity.Talking, second), (scene.State("anna").Activity, scene.State("anna").Call));
        scene.CallerHangsUp(second);
        Assert.Equal(Activity.Idle, scene.State("anna").Activity);
    }

    [Fact]
    public void Whoever_comes_back_is_shown_on_his_conversation_and_then_on_the_call_that_he_dialled_during_it()
    {
        var scene = new Scene(Documents.Sales("anna", "ivan"));
        scene.NotReady("ivan");
        var taken = scene.Call();
        var dialled = scene.Dial("anna", "0501112233");
        scene.Take(taken);
        Publish(scene, Documents.Sales("ivan"));
        Publish(scene, Documents.Sales("anna", "ivan"));

        Assert.Equal((Activity.Talking, taken), (scene.State("anna").Activity, scene.State("anna").Call));
        scene.CallerHangsUp(taken);
        Assert.Equal((Activity.Talking, dialled), (scene.State("anna").Activity, scene.State("anna").Call));
        scene.CallerHangsUp(dialled);
        Assert.Equal(Activity.Idle, scene.State("anna").Activity);
    }

    [Fact]
    public void A_removed_employee_stops_ringing_and_the_call_goes_to_the_next()
    {
        var scene = new Scene(Documents.Sales("anna", "ivan"));
        var call = scene.Call();
        Assert.Equal(["anna"], scene.Rung(call));

        Publish(scene, Documents.Sales("ivan"));

        Assert.Equal(["ivan"], scene.Rung(call));
        Assert.Empty(scene.All<RingMissed>());
    }

    [Fact]
    public void A_call_of_a_removed_employee_does_not_stay_with_another_who_is_removed()
    {
        var toAnna = new Destination(Employee: "anna", Otherwise: new Destination(Employee: "olena"));
        var toIvan = new Destination(Employee: "ivan", Otherwise: toAnna);
        var scene = new Scene(Documents.Sales("anna", "ivan", "olena").LeadingTo(toIvan));
        var call = scene.Call();
        Assert.Equal(["ivan"], scene.Rung(call));

        Publish(scene, Documents.Sales("olena"));

        Assert.Equal(["olena"], scene.Rung(call));
        var changes = scene.Events.OfType<EmployeeStateChanged>().ToList();
        Assert.Equal(["anna", "ivan"], changes.Where(e => e.To is null).Select(e => e.Employee.Value));
        Assert.All(changes.TakeLast(2), e => Assert.Null(e.To));
    }

    [Fact]
    public void Calls_of_a_removed_department_flow_out_as_if_their_time_were_over()
    {
        var sales = Documents.Department("sales", "anna") with { FlowOut = new FlowOutConfiguration(TimeOut: new Destination("support")) };
        var support = Documents.Department("support", "ivan");
        var scene = new Scene(Documents.Of(sales, support), allReady: false);
        var call = scene.Call();

        Publish(scene, Documents.Of(support));

        Assert.Equal(QueueExit.TimeOut, scene.One<QueueLeft>().Exit);
        Assert.Equal("support", scene.One<CallQueued>().Department.Value);
        Publish(scene, Documents.Sales("ivan"));
        Assert.Equal(CallOutcome.NoAnswer, scene.Record(call).Outcome);
    }

    [Fact]
    public void A_new_member_is_rung_for_a_call_that_waits_already()
    {
        var scene = new Scene(Documents.Sales("anna"), allReady: false);
        var call = scene.Call();
        var document = Documents.Sales("anna", "desk");
        var desk = Documents.Employee("desk", "109", new ContactPoint(Uri: "sip:desk@10.0.0.8")) with { StartsReady = true };

        Publish(scene, document with { Employees = [document.Employees[0], desk] });

        Assert.Equal(["desk"], scene.Rung(call));
    }
}
