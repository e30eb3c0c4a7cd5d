using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Statistics;

namespace CallCenter.Engine.Tests.Calls;

/// <summary>Who talked with whom: in events, in the record, and in what older versions wrote.</summary>
public class ConversationTests
{
    [Fact]
    public void Caller_is_answered_then_both_talk_and_each_leg_has_an_end()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        scene.Wait(3);
        var leg = scene.Take(call);

        Assert.Equal(
            [nameof(LegAnswered), nameof(CallerAnswered), nameof(ConversationBegan)], scene.Events.Take(3).Select(e => e.GetType().Name));
        Assert.Equal(new CallerAnswered(call, leg.Number), scene.One<CallerAnswered>());
        var began = scene.One<ConversationBegan>();
        Assert.Equal((1, 0, leg.Number, 3000), (began.Number, began.Leg, began.OtherLeg, began.WaitMs));

        scene.Wait(10);
        scene.HangUp(leg);
        Assert.Equal(new ConversationEnded(call, 1, EndedBy.Employee), scene.One<ConversationEnded>());
        Assert.Equal(
            [(leg.Number, LegEnd.HungUp), (0, LegEnd.OtherSideHungUp)], scene.Events.OfType<LegEnded>().Select(e => (e.Leg.Number, e.End)));
    }

    [Fact]
    public void Record_has_the_conversation_with_wait_talk_and_hold()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        scene.Wait(3);
        var leg = scene.Take(call);
        scene.Wait(10);
        scene.Do(new ReportHold(leg, true));
        scene.Do(new ReportHold(new LegId(call, 0), true));
        scene.Wait(4);
        scene.Do(new ReportHold(leg, false));
        scene.Wait(2);
        scene.CallerHangsUp(call);

        var talk = Assert.Single(scene.Record(call).Conversations);
        Assert.Equal((1, 0, leg.Number), (talk.Number, talk.Leg, talk.OtherLeg));
        Assert.Equal(("anna", "sales"), (talk.Employee?.Value, talk.Department?.Value));
        Assert.Equal((3000, 10_000, 6000, EndedBy.Client), (talk.WaitMs, talk.TalkMs, talk.HoldMs, talk.EndedBy));
        Assert.Equal((10_000, 6000), (scene.Record(call).TalkMs, scene.Record(call).HoldMs));
        Assert.Equal([6000, 4000], scene.Record(call).Legs.Select(one => one.HoldMs));
    }

    [Fact]
    public void Whoever_gives_up_had_no_conversation()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        scene.CallerHangsUp(call);

        Assert.Empty(scene.Events.OfType<ConversationEnded>());
        Assert.Empty(scene.Record(call).Conversations);
        Assert.Null(scene.Record(call).Legs[0].AnsweredAt);
    }

    [Fact]
    public void A_call_that_an_older_version_connected_goes_on_and_ends_with_its_conversation()
    {
        var scene = Talking(out var call, out var leg);
        var project = Replayed(AsOlder(scene));
        var turn = new Turn();
        project.Handle(new ReportHold(leg, true), new TurnInput(scene.Now + 1000, 1), turn);
        turn.Clear();

        project.Handle(new ReportHangUp(leg), new TurnInput(scene.Now + 5000, 1), turn);

        var record = turn.Events.OfType<CallEnded>().Single().Record;
        scene.Wait(5).HangUp(leg);
        var expected = Assert.Single(scene.Record(call).Conversations);
        Assert.Equal(expected with { HoldMs = 4000 }, Assert.Single(record.Conversations));
    }

    [Fact]
    public void A_call_that_an_older_version_ended_leaves_the_same_state()
    {
        var scene = Talking(out _, out var leg);
        scene.Wait(2).HangUp(leg);

        var (today, older) = (Replayed(scene.History), Replayed(AsOlder(scene)));

        Assert.Equal(0, older.LiveCalls);
        Assert.Equal((1, 1, 2000), Figures(AsOlder(scene), scene.Now));
        Assert.Equal((1, 1, 2000), Figures(scene.History, scene.Now));
        var (board, before) = (today.Board(scene.Now, 0), older.Board(scene.Now, 0));
        Assert.Equal(board.Employees.Select(line => (line.Id, line.State)), before.Employees.Select(line => (line.Id, line.State)));
    }

    private static (int Taken, int Talks, long TalkMs) Figures(IEnumerable<(ProjectEvent Event, long At)> history, long now)
    {
        var fold = new ProjectStatistics();
        foreach (var (happened, at) in history) fold.Apply(happened, at);
        var anna = fold.EmployeeToday(new("anna"), now);
        return (anna.Taken, anna.Talks, anna.TalkMs);
    }

    private static Scene Talking(out CallId call, out LegId leg)
    {
        var scene = new Scene(Documents.Sales("anna"));
        call = scene.Call();
        scene.Wait(2);
        leg = scene.Take(call);
        return scene;
    }

    /// <summary>As the version before wrote the same.</summary>
    private static IEnumerable<(ProjectEvent Event, long At)> AsOlder(Scene scene)
    {
        foreach (var (happened, at) in scene.History)
        {
            switch (happened)
            {
                case CallerAnswered or ConversationEnded or LegEnded { Leg.IsCaller: true }: break;
                case ConversationBegan began:
                    yield return (new CallTaken(new LegId(began.Call, began.OtherLeg), began.Employee, began.Department, began.WaitMs), at);
                    break;
                default: yield return (happened, at); break;
            }
        }
    }

    private static Project Replayed(IEnumerable<(ProjectEvent Event, long At)> history)
    {
        var project = new Project(new ProjectId("test"));
        foreach (var (happened, at) in history) project.Apply(happened, at);
        return project;
    }
}
