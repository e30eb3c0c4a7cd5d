using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Steps;

public sealed class RatingTests
{
    private static readonly ProjectConfiguration Company =
        Documents.Of(Documents.Department("sales", "anna") with { Rating = true, WrapUpSeconds = 5 });

    [Fact]
    public void The_caller_rates_when_the_employee_has_hung_up()
    {
        var scene = new Scene(Company);
        var call = scene.CallAnchored();
        var leg = scene.Take(call);
        scene.Wait(30);
        scene.HangUp(leg);
        Assert.Equal(["rate"], scene.Says());
        Assert.Empty(scene.Effects.OfType<EndLeg>());
        Assert.Equal(Activity.WrapUp, scene.State("anna").Activity);
        scene.Wait(2);
        scene.Presses(call, "4");
        Assert.Equal(["rate-thanks", "goodbye"], scene.Says());
        scene.Hears(call);
        var record = scene.Record(call);
        Assert.Equal((4, CallOutcome.Answered, EndedBy.Employee), (record.Rating(), record.Outcome, record.EndedBy));
        Assert.Equal((30_000L, 32_000L), (record.TalkMs, record.EndedAt - record.AnsweredAt));
        Assert.Equal("anna", record.Steps[0].Employee?.Value);
    }

    [Fact]
    public void He_need_not()
    {
        var scene = new Scene(Company);
        var silent = scene.CallAnchored();
        scene.HangUp(scene.Take(silent));
        scene.Hears(silent);
        scene.Wait(6);
        scene.Hears(silent);
        Assert.Null(scene.Record(silent).Rating());

        scene.Wait(10);
        var gone = scene.CallAnchored();
        scene.HangUp(scene.Take(gone));
        scene.CallerHangsUp(gone);
        Assert.Equal((CallOutcome.Answered, EndedBy.Employee), (scene.Record(gone).Outcome, scene.Record(gone).EndedBy));
    }

    [Fact]
    public void Who_hangs_up_first_is_not_asked_nor_is_anybody_where_nobody_can_be()
    {
        var scene = new Scene(Company);
        var call = scene.CallAnchored();
        scene.Take(call);
        scene.CallerHangsUp(call);
        Assert.Empty(scene.All<StepBegan>());
        scene.Wait(10);
        var direct = scene.Call();
        scene.HangUp(scene.Take(direct));
        Assert.Empty(scene.All<StepBegan>());
        Assert.Equal(CallOutcome.Answered, scene.Record(direct).Outcome);
    }

    [Fact]
    public void The_employee_takes_the_next_call_meanwhile()
    {
        var scene = new Scene(Documents.Of(Documents.Department("sales", "anna") with { Rating = true, WrapUpSeconds = 0 }));
        var first = scene.CallAnchored();
        var leg = scene.Take(first);
        var second = scene.CallAnchored("+380501112234");
        scene.HangUp(leg);
        Assert.Equal(["anna"], scene.Rung(second));
        scene.Take(second);
        scene.Presses(first, "5");
        scene.Hears(first);
        Assert.Equal(5, scene.Record(first).Rating());
        Assert.Equal(Activity.Talking, scene.State("anna").Activity);
    }
}
