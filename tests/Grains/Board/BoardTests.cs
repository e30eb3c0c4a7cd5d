using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Crm;
using CallCenter.Abstractions.Employees;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Grains.Tests.Board;

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
