using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Calls;

/// <summary>What a caller wishes beside the call: how long his invitation holds, and why he takes it back.</summary>
public class InvitationTests
{
    private const string Elsewhere = "Reason: SIP;cause=200;text=\"Call completed elsewhere\"";

    [Fact]
    public void An_invitation_that_expires_ends_the_ringing_and_the_call_as_if_the_caller_gave_up()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = Invite(scene, 10);
        var leg = scene.LegOf(call, "anna");
        scene.Wait(9.999);
        Assert.Equal(Activity.Ringing, scene.State("anna").Activity);

        scene.Wait(0.001);

        Assert.Equal(
            [new EndLeg(leg, HangUpReason.InvitationExpired), new EndLeg(new LegId(call, 0), HangUpReason.InvitationExpired)],
            scene.Effects.OfType<EndLeg>());
        var record = scene.Record(call);
        Assert.Equal((CallOutcome.Abandoned, EndedBy.Client), (record.Outcome, record.EndedBy));
        Assert.Equal(HangUpReason.InvitationExpired, record.Reason);
        Assert.Equal((LegEnd.Cancelled, LegEnd.Cancelled), (record.Legs[0].End, record.Legs[1].End));
        Assert.Equal(QueueExit.Abandoned, Assert.Single(record.Visits).Exit);
        Assert.Empty(scene.All<RingMissed>());
        Assert.Equal(Activity.Idle, scene.State("anna").Activity);
    }

    [Fact]
    public void An_invitation_that_expires_together_with_the_ring_is_no_miss()
    {
        var scene = new Scene(Documents.Sales("anna"));
        Invite(scene, 15);
        scene.Oversleep(15);

        Assert.Empty(scene.Project.RungLongEnough(scene.Now));
        scene.Wait(0);

        Assert.Empty(scene.All<RingMissed>());
        Assert.Single(scene.All<CallEnded>());
    }

    [Fact]
    public void A_call_that_was_taken_in_time_talks_on()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = Invite(scene, 10);
        scene.Take(call);

        scene.Wait(60);

        Assert.Equal(Activity.Talking, scene.State("anna").Activity);
        scene.CallerHangsUp(call);
        Assert.Equal((CallOutcome.Answered, null), (scene.Record(call).Outcome, scene.Record(call).Reason));
    }

    [Fact]
    public void An_invitation_that_expires_while_nobody_is_in_ends_after_a_restart_as_well()
    {
        var scene = new Scene(Documents.Sales("anna"), allReady: false);
        Invite(scene, 10);

        var restored = Project.Restore(scene.Project.Id, scene.Project.Image().ToJson());

        Assert.Equal(scene.Now + 10_000, restored.NextDue);
        var turn = new Turn();
        restored.Handle(PassTime.Instance, new TurnInput(scene.Now + 10_000, 1), turn);
        Assert.Equal(CallOutcome.Abandoned, Assert.Single(turn.Events.OfType<CallEnded>()).Record.Outcome);
    }

    [Fact]
    public void Why_somebody_hung_up_or_gave_up_is_told_to_the_other_side()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        var leg = scene.LegOf(call, "anna");
        scene.Do(new ReportHangUp(new LegId(call, 0), Elsewhere));
        Assert.Equal(new EndLeg(leg, HangUpReason.CallerCancelled, null, Elsewhere), scene.Effect<EndLeg>());
        Assert.All(scene.Events.OfType<LegEnded>(), ended => Assert.Equal(Elsewhere, ended.Said));

        call = scene.Call();
        leg = scene.Take(call);
        scene.Do(new ReportHangUp(leg, "Reason: Q.850;cause=16"));
        Assert.Equal(new EndLeg(new LegId(call, 0), HangUpReason.Normal, null, "Reason: Q.850;cause=16"), scene.Effect<EndLeg>());
    }

    private static CallId Invite(Scene scene, int seconds) => Assert.IsType<CallReceived>(scene.Do(
        new ReceiveCall(
            new CallLine("kyivstar", null), Scene.Client, null, Documents.MainNumber, Scene.Facts, ExpiresSeconds: seconds))).Call;
}
