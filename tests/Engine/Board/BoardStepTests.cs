using System.Text.Json;
using CallCenter.Abstractions.Board;
using CallCenter.Abstractions.Employees;

namespace CallCenter.Engine.Tests.Board;

/// <summary>From one board to the next, as another process gets it.</summary>
public class BoardStepTests
{
    [Fact]
    public void Step_by_step_one_has_every_board_that_the_project_made()
    {
        var scene = new Scene(Documents.Of(Documents.Department("sales", "anna", "ivan"), Documents.Department("support", "olena")));
        var followed = scene.Project.Board(scene.Now, 0);
        var steps = 0;

        void Compare()
        {
            var next = scene.Project.Board(scene.Now, scene.Now);
            var step = BoardStep.Between(followed, next)!;
            followed = step.On(followed);
            Assert.Equal(JsonSerializer.Serialize(next), JsonSerializer.Serialize(followed));
            steps += step.Calls.Length + step.Gone.Length + step.Employees.Length + step.Departments.Length;
        }

        var first = scene.Call();
        Compare();
        var talk = scene.Take(first);
        Compare();
        var (second, third) = (scene.Call("+380501112201"), scene.Call("+380501112202"));
        Compare();
        scene.Do(new SetAvailability(new("anna"), Availability.NotReady, "lunch", "head"));
        Compare();
        scene.HangUp(talk);
        Compare();
        scene.Wait(5);
        Compare();
        scene.CallerHangsUp(second);
        scene.CallerHangsUp(third);
        scene.Call("+380501112203");
        Compare();
        Assert.True(steps > 10, $"{steps} lines were compared");
    }

    [Fact]
    public void What_did_not_change_stays_the_same_object_and_travels_not()
    {
        var scene = new Scene(Documents.Sales("anna", "ivan"));
        var before = scene.Project.Board(scene.Now, 0);
        scene.Do(new SetAvailability(new("anna"), Availability.NotReady, "lunch", "head"));
        var after = scene.Project.Board(scene.Now, 0);

        var step = BoardStep.Between(before, after)!;

        Assert.Equal("anna", Assert.Single(step.Employees).Id.Value);
        Assert.Empty(step.Calls);
        var next = step.On(before);
        Assert.Same(before.Employees[1], next.Employees[1]);
        Assert.Same(before.Calls, next.Calls);
    }

    [Fact]
    public void Another_configuration_and_a_missed_step_need_the_whole_board()
    {
        var scene = new Scene(Documents.Sales("anna", "ivan"));
        var before = scene.Project.Board(scene.Now, 0);
        scene.Call();
        var next = scene.Project.Board(scene.Now, 0);
        scene.Call("+380501112201");
        var last = scene.Project.Board(scene.Now, 0);

        Assert.Null(BoardStep.Between(before, next with { ConfigurationVersion = 9 }));
        Assert.Same(last, BoardUpdate.Of(last).On(null));
        Assert.Same(last, BoardUpdate.Between(next, last).On(before)); // within a process it comes along
    }
}
