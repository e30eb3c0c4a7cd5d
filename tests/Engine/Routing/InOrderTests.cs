using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Engine.Tests.Routing;

/// <summary>
/// E-10 with its own example: a head and three managers, each with a SIP phone and a mobile; the head's mobile comes last.
/// </summary>
public class InOrderTests
{
    private const string HeadMobile = "+380670000000";
    private static readonly string[] Managers = ["m1", "m2", "m3"];

    private static Scene HeadAndManagers() => new(Documents.Of(Documents.Department("sales") with
    {
        Strategy = Strategy.InOrder,
        RingSeconds = 20,
        Members =
        [
            new MemberConfiguration("head", 1, [new LaterContactPoint(HeadMobile, 2)]),
            .. Managers.Select(name => new MemberConfiguration(name)),
        ],
    }) with
    {
        Employees = [Person("head", HeadMobile), .. Managers.Select((name, i) => Person(name, $"+38067000000{i + 1}"))],
    });

    private static EmployeeConfiguration Person(string name, string mobile) =>
        Documents.Employee(name, null, new ContactPoint(Account: name), new ContactPoint(Number: mobile));

    private static string[] Targets(Scene scene, CallCenter.Abstractions.CallId call) =>
        [.. scene.Ringing(call).Select(leg => leg.Target).Order(StringComparer.Ordinal)];

    [Fact]
    public void All_eight_destinations_are_reached_and_the_heads_mobile_rings_last()
    {
        var scene = HeadAndManagers();

        var call = scene.Call();

        Assert.Equal(["+380670000001", "+380670000002", "+380670000003", "head", "m1", "m2", "m3"], Targets(scene, call));
        scene.Wait(20);
        Assert.Equal([HeadMobile], Targets(scene, call));
        Assert.Equal(8, scene.All<LegStarted>().Select(leg => leg.Target).Distinct().Count());
        var decision = scene.Events.OfType<CallRouted>().Last().Decision;
        Assert.Equal(("in-order", 2L), (decision.Rule, decision.Chosen[0].Score));
        Assert.All(decision.Excluded, one => Assert.Equal(ExclusionReason.NotInThisTier, one.Reason));
    }

    [Fact]
    public void The_heads_mobile_takes_what_the_managers_missed()
    {
        var scene = HeadAndManagers();
        var call = scene.Call();
        scene.Wait(21);

        scene.Take(call);
        scene.Wait(10);
        scene.CallerHangsUp(call);

        var record = scene.Record(call);
        Assert.Equal(("head", "sales"), (record.Employee!.Value.Value, record.Department!.Value.Value));
        Assert.Equal(9, record.Legs.Count);
        Assert.Equal(HeadMobile, Assert.Single(record.Legs, leg => leg is { Number: > 0, AnsweredAt: not null }).Target);
    }

    [Fact]
    public void After_the_last_tier_it_starts_over()
    {
        var scene = HeadAndManagers();
        var call = scene.Call();

        scene.Wait(40);

        Assert.Equal(7, scene.Ringing(call).Count);
    }

    [Fact]
    public void An_empty_tier_is_skipped_at_once()
    {
        var scene = HeadAndManagers();
        foreach (string name in Managers) scene.NotReady(name);
        scene.Do(new ReportBindings("head", []));

        Assert.Equal([HeadMobile], Targets(scene, scene.Call()));
    }

    [Fact]
    public void A_tier_whose_phones_all_refuse_gives_way_before_its_time()
    {
        var scene = HeadAndManagers();
        foreach (string name in Managers) scene.NotReady(name);
        var call = scene.Call();
        scene.Fail(scene.Ringing(call)[0].Leg, 480);

        Assert.Empty(scene.Ringing(call));
        scene.Wait(30);
        Assert.Equal([HeadMobile], Targets(scene, call));
    }
}
