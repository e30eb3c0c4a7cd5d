using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Engine.Tests.Calls;

/// <summary>A phone answers a call that came to its owner with 302.</summary>
public sealed class RedirectTests
{
    private const string Mobile = "+380501112233";

    [Fact]
    public void A_direct_call_follows_to_where_the_employee_might_call_himself()
    {
        var scene = new Scene(ToAnna());
        var call = scene.Call(from: "+380670000001");
        Redirect(scene, call, "0501112233");

        Assert.Equal(("redirected", $"{Mobile} via trunk kyivstar, shown {Documents.MainNumber}"), Routed(scene));
        var leg = Assert.Single(scene.Ringing(call));
        Assert.Equal((Mobile, Documents.MainNumber, "anna"), (leg.Target, leg.ShownNumber, leg.RedirectedBy!.Value.Value));
        Assert.Equal(Activity.Idle, scene.State("anna").Activity);
        Assert.Empty(scene.All<RingMissed>());
        scene.Take(call);
        scene.CallerHangsUp(call);
        Assert.Equal(("anna", CallOutcome.Answered), (scene.Record(call).Employee!.Value.Value, scene.Record(call).Outcome));
    }

    [Fact]
    public void It_follows_to_an_extension()
    {
        var scene = new Scene(ToAnna());
        var call = scene.Call();
        Redirect(scene, call, "102");
        Assert.Equal(["boris"], scene.Rung(call));
    }

    [Theory]
    [InlineData("+79001112233", "destination-not-allowed")]
    [InlineData(Documents.MainNumber, "destination-not-allowed")]
    [InlineData("nobody", "no-such-number")]
    public void It_does_not_follow_to_where_he_may_not_call(string to, string rule)
    {
        var scene = new Scene(ToAnna());
        var call = scene.Call();
        Redirect(scene, call, to);
        Assert.Equal(rule, Routed(scene).Rule);
        Assert.Equal(CallOutcome.Unreachable, scene.Record(call).Outcome);
        Assert.Equal(RingMiss.Unreachable, scene.All<RingMissed>().Single().Miss);
    }

    [Fact]
    public void It_counts_against_the_limits_of_the_employee_until_the_call_is_over()
    {
        var scene = new Scene(ToAnna() with { Limits = new LimitConfiguration(MaxOutgoingPerEmployee: 1) });
        var first = scene.Call();
        Redirect(scene, first, Mobile);
        var second = scene.Call("+380670000002");
        var restored = Project.Restore(new ProjectId("test"), scene.Project.Image().ToJson());
        Redirect(scene, second, Mobile);
        Assert.Equal(LimitRules.TooManyOutgoing, Routed(scene).Rule);

        var turn = new Turn();
        restored.Handle(
            new ReportFailed(new LegId(second, 1), 302, null, RedirectTo: Mobile), new TurnInput(scene.Now, 1), turn);
        Assert.Equal(LimitRules.TooManyOutgoing, turn.Events.OfType<CallRouted>().First().Decision.Rule);

        scene.CallerHangsUp(first);
        var third = scene.Call("+380670000003");
        Redirect(scene, third, Mobile);
        Assert.Equal("redirected", Routed(scene).Rule);
    }

    [Fact]
    public void It_counts_against_the_limit_of_the_destination()
    {
        var limits = new LimitConfiguration(Destinations: [new DestinationLimit("+38050", MaxCallsPerDay: 1)]);
        var scene = new Scene(ToAnna() with { Limits = limits });
        var first = scene.Call();
        Redirect(scene, first, Mobile);
        scene.CallerHangsUp(first);
        var second = scene.Call("+380670000002");
        Redirect(scene, second, Mobile);
        Assert.Equal(LimitRules.DestinationLimit, Routed(scene).Rule);
    }

    [Fact]
    public void Phones_that_send_to_each_other_do_it_five_times()
    {
        var scene = new Scene(ToAnna());
        var call = scene.Call();
        for (int i = 0; i < 5; i++) Redirect(scene, call, scene.Rung(call)[0] == "anna" ? "102" : "101");
        Assert.Single(scene.Ringing(call));
        Redirect(scene, call, scene.Rung(call)[0] == "anna" ? "102" : "101");
        Assert.Equal("loop", scene.All<CallRouted>().Last().Decision.Rule);
        Assert.Empty(scene.Ringing(call));
    }

    [Fact]
    public void In_a_queue_it_is_a_refusal()
    {
        var scene = new Scene(Documents.Sales("anna", "boris"));
        var call = scene.Call();
        var rung = scene.Rung(call)[0];
        Redirect(scene, call, Mobile);
        Assert.DoesNotContain(scene.Ringing(call), leg => leg.RedirectedBy is not null);
        Assert.Contains(scene.All<RingMissed>(), miss => miss.Employee.Value == rung);
    }

    private static ProjectConfiguration ToAnna() =>
        Documents.Sales("anna", "boris").LeadingTo(new Destination(Employee: "anna"));

    private static void Redirect(Scene scene, CallId call, string to) =>
        scene.Do(new ReportFailed(scene.Ringing(call)[0].Leg, 302, null, RedirectTo: to));

    private static (string Rule, string? Destination) Routed(Scene scene)
    {
        var decision = scene.Events.OfType<CallRouted>().First().Decision;
        return (decision.Rule, decision.Destination);
    }
}
