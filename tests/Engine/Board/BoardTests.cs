using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Engine.Tests.Board;

public class BoardTests
{
    [Fact]
    public void Nothing_on_the_board_changes_just_because_time_passes()
    {
        var scene = new Scene(Documents.Sales("anna", "ivan"));
        scene.Take(scene.Call());
        scene.Call();
        scene.Call();

        var before = scene.Project.Board(scene.Now, 7);
        var after = scene.Project.Board(scene.Now + 9_000, 7);

        Assert.Equal(before.Departments, after.Departments);
        Assert.Equal(before.Employees, after.Employees);
        Assert.Equal(before.Calls, after.Calls);
        Assert.Equal(before.Today, after.Today);
        Assert.Equal((7L, scene.Project.Sequence, scene.Now + 9_000), (after.OldestChangeAt, after.Sequence, after.TakenAt));
    }

    [Fact]
    public void A_day_without_calls_begins_at_midnight_with_figures_of_its_own()
    {
        var scene = new Scene(Documents.Sales("anna") with { TimeZone = "Europe/Kyiv" });
        scene.HangUp(scene.Take(scene.Call()));
        scene.Wait(60);
        Assert.Equal(1, scene.Project.Board(scene.Now, 0).Today.Incoming);

        var restored = Project.Restore(scene.Project.Id, scene.Project.Image().ToJson());
        scene.Wait(24 * 3600);

        Assert.Single(scene.Events.OfType<DayBegan>());
        var board = scene.Project.Board(scene.Now, 0);
        Assert.Equal((0, 0), (board.Today.Incoming, board.Departments[0].Answered));
        Assert.Equal((0, scene.Project.Sequence), (board.Employees[0].CallsToday, board.Sequence));
        long midnight = scene.History.Single(pair => pair.Event is DayBegan).At;
        Assert.Equal(midnight, restored.NextDue);
        Assert.Equal(midnight + (24 * 3_600_000), scene.Project.NextDue);
    }

    [Fact]
    public void What_did_not_change_between_two_boards_is_the_same_object()
    {
        var scene = new Scene(Documents.Of(Documents.Department("sales", "anna", "ivan"), Documents.Department("support", "olena")));
        var quiet = scene.Call("+380501112299");
        scene.Take(quiet);
        var before = scene.Project.Board(scene.Now, 0);
        var again = scene.Project.Board(scene.Now + 9_000, 0);
        Assert.Same(before.Departments, again.Departments);
        Assert.Same(before.Employees, again.Employees);
        Assert.Same(before.Calls, again.Calls);

        scene.Wait(3);
        scene.Take(scene.Call());
        var after = scene.Project.Board(scene.Now, 0);

        Assert.Equal([false, true], before.Departments.Zip(after.Departments, ReferenceEquals));
        Assert.Equal([true, false, true], before.Employees.Zip(after.Employees, ReferenceEquals));
        Assert.Same(before.Calls[0], after.Calls[0]);
        Assert.Equal(2, after.Calls.Count);
    }

    [Fact]
    public void Talk_time_counts_when_the_talk_is_over()
    {
        var scene = new Scene(Documents.Sales("anna"));
        var call = scene.Call();
        scene.Take(call);
        scene.Wait(5);
        Assert.Equal(0, scene.Project.Board(scene.Now, 0).Employees[0].TalkTodayMs);
        scene.Do(new ReportHangUp(new LegId(call, 0)));
        Assert.Equal(5_000, scene.Project.Board(scene.Now, 0).Employees[0].TalkTodayMs);
    }

    [Fact]
    public void A_new_day_begins_with_the_first_event_in_it()
    {
        var scene = new Scene(Documents.Sales("anna", "ivan"));
        scene.Take(scene.Call());
        Assert.Equal(1, scene.Project.Board(scene.Now, 0).Employees[0].CallsToday);
        scene.Wait(24 * 3600);
        scene.SignOut("ivan");
        var board = scene.Project.Board(scene.Now, 0);
        Assert.Equal((0, 0, 0), (board.Employees[0].CallsToday, board.Departments[0].Offered, board.Today.Incoming));
    }

    [Fact]
    public void Tiles_lines_and_calls_show_who_does_what()
    {
        var scene = new Scene(Documents.Sales("anna", "ivan", "olena"));
        scene.SignOut("olena");
        scene.Do(new LinkClient(Scene.Client, "Petro", null, "x"));
        var talking = scene.Call();
        scene.Wait(4);
        scene.Take(talking);
        scene.Call("+380501112299");
        var waiting = scene.Call("+380501112277");

        var board = scene.Project.Board(scene.Now, 0);

        var sales = board.Departments[0];
        Assert.Equal((0, 1, 1, 0, 0, 1), (sales.Ready, sales.Ringing, sales.Talking, sales.WrapUp, sales.NotReady, sales.SignedOut));
        Assert.Equal((2, scene.Now, 3, 1), (sales.Waiting, sales.LongestWaitSince!.Value, sales.Offered, sales.Answered));
        Assert.Equal((4000L, 100.0), (sales.AverageSpeedOfAnswerMs!.Value, sales.ServiceLevelLive!.Value));
        Assert.Equal(["Petro", "+380501112299", null], board.Employees.Select(line => line.Client));
        Assert.Equal([CallStage.Talking, CallStage.Ringing, CallStage.Waiting], board.Calls.Select(line => line.Stage));
        Assert.Equal(["anna"], board.Calls[0].With.Select(id => id.Value));
        Assert.Equal(waiting, board.Calls[2].Id);
        Assert.Equal((3, 3), (board.Today.Incoming, board.Today.Live));
    }

    [Fact]
    public void The_desk_says_why_no_call_comes()
    {
        var scene = new Scene(Documents.Sales("anna").Adding(Documents.Employee("alone", "190")));
        ExclusionReason[] Why(string employee) =>
            [.. scene.Project.Desk(new EmployeeId(employee), scene.Now)!.NoCallReasons.Select(one => one.Reason)];

        Assert.Empty(Why("anna"));
        Assert.Equal([ExclusionReason.InNoDepartment], Why("alone"));
        scene.Do(new ReportBindings("anna", []));
        Assert.Equal([ExclusionReason.PhoneNotRegistered], Why("anna"));
        scene.NotReady("anna");
        Assert.Equal([ExclusionReason.NotReady, ExclusionReason.PhoneNotRegistered], Why("anna"));
        Assert.Null(scene.Project.Desk(new EmployeeId("nobody"), scene.Now));
    }

    [Fact]
    public void The_desk_shows_the_call_and_the_queues_served()
    {
        var scene = new Scene(Documents.Of(Documents.Department("sales", "anna"), Documents.Department("support", "ivan")));
        var call = scene.Call();

        var desk = scene.Project.Desk(new EmployeeId("anna"), scene.Now)!;

        Assert.Equal((call, CallStage.Ringing), (desk.Call!.Id, desk.Call.Stage));
        Assert.Equal("sales", Assert.Single(desk.QueuesServed).Id.Value);
        Assert.Contains("lunch", desk.NotReadyReasons);
        Assert.Equal(ExclusionReason.Ringing, Assert.Single(desk.NoCallReasons).Reason);
    }
}
