using CallCenter.Abstractions;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Engine.Tests.Trials;

/// <summary>Whom a call would ring.</summary>
public class RingTrialTests
{
    private static readonly DepartmentId Sales = new("sales");

    [Theory]
    [InlineData(Strategy.LongestIdle)]
    [InlineData(Strategy.RoundRobin)]
    [InlineData(Strategy.FewestCalls)]
    [InlineData(Strategy.LeastTalkTime)]
    [InlineData(Strategy.InOrder)]
    [InlineData(Strategy.RingAll)]
    public void It_is_whom_the_next_call_rings(Strategy strategy)
    {
        var scene = Of(strategy);
        for (int i = 0; i < 4; i++)
        {
            var would = scene.Project.WouldRing(Sales, new TurnInput(scene.Now, 7))!;
            var call = scene.Call();

            var did = scene.Events.OfType<Abstractions.Calls.CallRouted>().Last(routed => routed.Decision.Kind == DecisionKind.Employees);
            Assert.Equal(did.Decision.Chosen, would.Chosen);
            Assert.Equal(did.Decision.PassedOver, would.PassedOver);
            scene.Take(call);
            scene.CallerHangsUp(call);
            scene.Wait(30);
        }
    }

    [Fact]
    public void Nothing_changes_by_asking()
    {
        var scene = Of(Strategy.RoundRobin);
        var (sequence, board) = (scene.Project.Sequence, scene.Project.Board(scene.Now, 0));

        for (int i = 0; i < 10; i++) scene.Project.WouldRing(Sales, new TurnInput(scene.Now, (ulong)i));

        Assert.Equal(sequence, scene.Project.Sequence);
        var after = scene.Project.Board(scene.Now, 0);
        Assert.Same(board.Departments[0], after.Departments[0]);
        Assert.Same(board.Calls, after.Calls);
        Assert.Equal(0, scene.Project.LiveCalls);
    }

    [Fact]
    public void Where_nobody_can_be_rung_each_has_his_reason()
    {
        var scene = new Scene(Document(Strategy.LongestIdle), allReady: false);

        var would = scene.Project.WouldRing(Sales, new TurnInput(scene.Now, 1))!;

        Assert.Empty(would.Chosen);
        Assert.Equal(3, would.ExcludedTotal);
        Assert.All(would.Excluded, one => Assert.Equal(ExclusionReason.SignedOut, one.Reason));
        Assert.Null(scene.Project.WouldRing(new DepartmentId("nobody"), new TurnInput(scene.Now, 1)));
    }

    private static Scene Of(Strategy strategy) => new(Document(strategy));

    private static ProjectConfiguration Document(Strategy strategy) => Documents.Of(
        Documents.Department("sales", "anna", "ivan", "olha") with { Strategy = strategy, WrapUpSeconds = 5 });
}
