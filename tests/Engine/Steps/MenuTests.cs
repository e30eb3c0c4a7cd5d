using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Steps;

public sealed class MenuTests
{
    private static readonly ProjectConfiguration Company = Documents.Of(
        Documents.Department("sales", "anna"), Documents.Department("support", "ivan") with { Extension = "202" });

    private static readonly Destination Sales = new("sales");
    private static readonly Destination Support = new("support");

    [Fact]
    public void A_key_leads_to_its_department_and_cuts_the_prompt_short()
    {
        var scene = new Scene(Company.With(Stage.Menu("main", ("1", Sales), ("2", Support)) with { Prompt = "welcome" }));
        var call = scene.CallAnchored();
        Assert.Equal(["welcome"], scene.Says());
        scene.Effect<AnswerCaller>();
        scene.Presses(call, "2");
        scene.Effect<StopSpeaking>();
        Assert.Equal(["ivan"], scene.Rung(call));
        scene.Effect<ShowRinging>();
        scene.Take(call);
        scene.CallerHangsUp(call);
        var record = scene.Record(call);
        Assert.Equal((CallOutcome.Answered, "support"), (record.Outcome, record.Department?.Value));
        var step = Assert.Single(record.Steps);
        Assert.Equal((StepKind.Menu, "main", "2", StepEnd.Chosen), (step.Kind, step.Menu, step.Keys, step.End));
    }

    [Fact]
    public void Who_presses_nothing_is_asked_again_and_goes_on_then()
    {
        var menu = Stage.Menu("main", ("1", Sales)) with { Attempts = 2, WaitSeconds = 4, Otherwise = Support };
        var scene = new Scene(Company.With(menu));
        var call = scene.CallAnchored();
        scene.Hears(call);
        scene.Wait(4);
        Assert.Equal(["no-choice", "dial-extension"], scene.Says());
        scene.Presses(call, "7");
        Assert.Equal(StepEnd.NoChoice, scene.One<StepEnded>().End);
        Assert.Equal(["ivan"], scene.Rung(call));
    }

    [Fact]
    public void A_wrong_key_is_called_wrong()
    {
        var scene = new Scene(Company.With(Stage.Menu("main", ("1", Sales))));
        var call = scene.CallAnchored();
        scene.Presses(call, "5");
        Assert.Equal(["invalid-choice", "dial-extension"], scene.Says());
        scene.Presses(call, "1");
        Assert.Equal(["anna"], scene.Rung(call));
    }

    [Fact]
    public void Without_an_otherwise_he_is_told_goodbye()
    {
        var scene = new Scene(Company.With(Stage.Menu("main", ("1", Sales)) with { Attempts = 1 }));
        var call = scene.CallAnchored();
        scene.Hears(call);
        scene.Wait(5);
        Assert.Equal(["goodbye"], scene.Says());
        scene.Hears(call);
        Assert.Equal(new LegId(call, 0), scene.Effect<EndLeg>().Leg);
        Assert.Equal((CallOutcome.NoAnswer, EndedBy.System), (scene.Record(call).Outcome, scene.Record(call).EndedBy));
    }

    [Fact]
    public void A_key_that_may_begin_an_extension_waits_for_the_next()
    {
        var menu = Stage.Menu("main", ("1", Support)) with { Extensions = true };
        var scene = new Scene(Company.With(menu));
        // 101 is anna's.
        var call = scene.CallAnchored();
        scene.Presses(call, "10");
        Assert.Empty(scene.Rung(call));
        scene.Presses(call, "1");
        Assert.Equal(["anna"], scene.Rung(call));

        var other = scene.CallAnchored("+380507776655");
        scene.Presses(other, "1");
        Assert.Empty(scene.Rung(other));
        scene.Wait(3);
        Assert.Equal(["ivan"], scene.Rung(other));
    }

    [Fact]
    public void A_hash_takes_what_was_dialled_at_once()
    {
        var menu = Stage.Menu("main") with { Extensions = true, Attempts = 2 };
        var scene = new Scene(Company.With(menu));
        var call = scene.CallAnchored();
        scene.Presses(call, "10#");
        Assert.Equal(["invalid-choice", "dial-extension"], scene.Says());
        scene.Presses(call, "202#");
        Assert.Equal(["ivan"], scene.Rung(call));
        Assert.Equal("202", scene.All<StepEnded>().Single().Keys);
    }

    [Fact]
    public void Menus_lead_to_menus()
    {
        var scene = new Scene(Company.With(
            Stage.Menu("main", ("1", new Destination(Menu: "more"))),
            Stage.Menu("more", ("1", Sales), ("*", new Destination(Menu: "main")))));
        var call = scene.CallAnchored();
        scene.Presses(call, "1");
        scene.Wait(1.5);
        scene.Presses(call, "*");
        scene.Wait(1.5);
        scene.Presses(call, "11");
        Assert.Equal(["anna"], scene.Rung(call));
        Assert.Equal(["main", "more", "main", "more"], scene.All<StepBegan>().Select(step => step.Menu));
    }

    [Fact]
    public void Whoever_is_told_without_end_is_cut_short()
    {
        var scene = new Scene(Company.With(Stage.Menu("main", ("1", Sales)) with { Otherwise = Support, Attempts = 1, WaitSeconds = 2 }));
        var call = scene.CallAnchored();
        scene.Wait(300);
        scene.Effect<StopSpeaking>();
        scene.Wait(2);
        Assert.Equal(["ivan"], scene.Rung(call));
    }

    [Fact]
    public void A_caller_whose_audio_cannot_go_through_us_goes_on_at_once()
    {
        var scene = new Scene(Company.With(Stage.Menu("main", ("1", Sales)) with { Otherwise = Support }));
        var call = scene.Call();
        Assert.Equal(["ivan"], scene.Rung(call));
        Assert.Empty(scene.All<StepBegan>());
    }

    [Fact]
    public void A_caller_who_hangs_up_in_a_menu_has_given_up()
    {
        var scene = new Scene(Company.With(Stage.Menu("main", ("1", Sales))));
        var call = scene.CallAnchored();
        scene.CallerHangsUp(call);
        Assert.Equal(CallOutcome.Abandoned, scene.Record(call).Outcome);
        Assert.Equal(StepEnd.CallEnded, Assert.Single(scene.Record(call).Steps).End);
    }

    [Fact]
    public void What_is_pressed_late_or_elsewhere_changes_nothing()
    {
        var scene = new Scene(Company.With(Stage.Menu("main", ("1", Sales))));
        var call = scene.CallAnchored();
        scene.Presses(call, "1");
        var leg = scene.Take(call);
        scene.Presses(call, "1");
        Assert.Empty(scene.Events);
        scene.Do(new ReportKey(leg, '1'));
        Assert.Empty(scene.Events);
        Assert.IsType<Abstractions.Refused>(scene.Do(new ReportSpoken(call, 1, 1)));
    }
}
