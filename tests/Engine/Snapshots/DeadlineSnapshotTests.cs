using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;

namespace CallCenter.Engine.Tests.Snapshots;

/// <summary>What ends by itself after a start from a snapshot.</summary>
public class DeadlineSnapshotTests
{
    /// <summary>The timer was late, something else happened first, and that moment's snapshot is where the next process goes on.</summary>
    [Fact]
    public void A_rest_that_was_over_and_not_served_yet_gives_the_waiting_call_to_who_rested()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        scene.Fail(scene.Ringing(call)[0].Leg, 486);
        scene.Oversleep(60).Do(new LinkClient("+380671112233", "Olena", null, "crm"));
        Assert.Empty(scene.Rung(call));

        var restored = Project.Restore(scene.Project.Id, scene.Project.Image().ToJson());

        Assert.Equal(scene.Project.NextDue, restored.NextDue);
        var turn = new Turn();
        restored.Handle(PassTime.Instance, new TurnInput(scene.Now, 1), turn);
        Assert.Equal("anna", Assert.Single(turn.Events.OfType<LegStarted>()).Employee?.Value);
    }
}
