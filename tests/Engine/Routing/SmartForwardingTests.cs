using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Engine.Tests.Routing;

/// <summary>T-04: known clients go to their responsible employee first.</summary>
public class SmartForwardingTests
{
    private static readonly string[] People = ["anna", "ivan", "olena"];

    private static Scene Clients(params ResponsibleSource[] order)
    {
        var document = Documents.Of(Documents.Department("sales", "anna"), Documents.Department("rest", People)) with
        {
            SmartForwarding = new SmartForwardingConfiguration(order.Length == 0 ? null : order, 12),
        };
        return new Scene(document with { Numbers = [document.Numbers[0] with { SmartForwarding = true }] });
    }

    private static void Link(Scene scene, string? responsible) => Assert.IsType<Accepted>(
        scene.Do(new LinkClient("050 111-22-33", "Petro", responsible is null ? null : new EmployeeId(responsible), "crm")));

    private static void LastTalkedWith(Scene scene, string employee)
    {
        var call = scene.Dial(employee, Scene.Client);
        scene.Take(call);
        scene.CallerHangsUp(call);
    }

    [Fact]
    public void The_responsible_employee_is_rung_first_and_the_client_has_a_name()
    {
        var scene = Clients();
        LastTalkedWith(scene, "olena");
        Link(scene, "ivan");

        var call = scene.Call();

        Assert.Equal(["ivan"], scene.Rung(call));
        var decision = scene.One<CallRouted>().Decision;
        Assert.Equal(("responsible", "employee ivan"), (decision.Rule, decision.Destination));
        Assert.Equal("Petro", scene.Effect<RingLeg>().CallerName);
        Assert.Equal(12_000, scene.One<LegStarted>().RingUntil - scene.Now);
    }

    [Fact]
    public void Who_last_talked_is_asked_next_or_first_by_the_configured_order()
    {
        var scene = Clients();
        LastTalkedWith(scene, "olena");
        Assert.Equal(["olena"], scene.Rung(scene.Call()));

        scene = Clients(ResponsibleSource.LastTalked, ResponsibleSource.Responsible);
        LastTalkedWith(scene, "olena");
        Link(scene, "ivan");
        Assert.Equal(["olena"], scene.Rung(scene.Call()));
    }

    [Fact]
    public void Who_is_not_ready_is_left_out_and_the_decision_says_why()
    {
        var scene = Clients();
        Link(scene, "ivan");
        scene.NotReady("ivan");

        var call = scene.Call();

        Assert.Equal(["anna"], scene.Rung(call));
        var decision = scene.Events.OfType<CallRouted>().First().Decision;
        Assert.Equal("number", decision.Rule);
        Assert.Equal(("ivan", ExclusionReason.NotReady), (decision.Excluded[0].Employee.Value, decision.Excluded[0].Reason));
        Assert.Equal("ivan", Responsible(scene, call));
    }

    [Fact]
    public void When_he_does_not_take_it_the_normal_destination_does()
    {
        var scene = Clients();
        Link(scene, "ivan");
        var call = scene.Call();

        scene.Wait(12);

        Assert.Equal(["anna"], scene.Rung(call));
        Assert.Equal("ivan", Assert.Single(scene.Events.OfType<Abstractions.Employees.RingMissed>()).Employee.Value);
        Assert.Equal("ivan", Responsible(scene, call));
    }

    [Fact]
    public void Strangers_and_numbers_without_smart_forwarding_go_the_normal_way()
    {
        var scene = Clients();
        Assert.Equal(["anna"], scene.Rung(scene.Call(from: "+380509999999")));

        scene = new Scene(Documents.Sales("anna").Adding(Documents.Employee("ivan")));
        Link(scene, "ivan");
        Assert.Equal(["anna"], scene.Rung(scene.Call()));
    }

    [Fact]
    public void Beyond_the_limit_the_client_not_touched_for_longest_is_forgotten()
    {
        var scene = new Scene(Documents.Sales("anna") with { Limits = new LimitConfiguration(MaxClients: 2) });
        void Name(int i) => scene.Do(new LinkClient($"+38050000000{i}", $"{i}", null, "x"));
        Name(1);
        Name(2);
        Name(1);

        Name(3);

        Assert.Null(scene.Project.Client("+380500000002"));
        Assert.Equal("1", scene.Project.Client("0500000001")!.Name);
    }

    [Fact]
    public void A_link_needs_a_number_and_a_known_employee()
    {
        var scene = new Scene(Documents.Sales("anna"));

        Assert.Equal(Refusal.InvalidNumber, Assert.IsType<Refused>(scene.Do(new LinkClient("hello", null, null, "x"))).Refusal);
        Assert.Equal(Refusal.NoSuchEmployee,
            Assert.IsType<Refused>(scene.Do(new LinkClient("0501112233", null, new EmployeeId("nobody"), "x"))).Refusal);
    }

    private static string? Responsible(Scene scene, CallId call)
    {
        scene.CallerHangsUp(call);
        return scene.Record(call).Responsible?.Value;
    }
}
