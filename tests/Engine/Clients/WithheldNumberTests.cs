using System.Text;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;

namespace CallCenter.Engine.Tests.Clients;

/// <summary>Only a telephone number makes a client of a caller.</summary>
public sealed class WithheldNumberTests
{
    [Theory]
    [InlineData("anonymous")]
    [InlineData("Restricted")]
    [InlineData("unavailable")]
    [InlineData("unknown")]
    [InlineData("private_number")]
    [InlineData("alice")]
    [InlineData("+anonymous")]
    [InlineData("0")]
    [InlineData("+0000000000")]
    [InlineData("")]
    public void Strangers_without_a_number_are_not_one_known_client(string word)
    {
        var scene = new Scene(SmartForwarding("anna", "boris"));
        scene.Set("boris", Abstractions.Employees.Availability.NotReady, "break");
        var first = scene.Call(word);
        Assert.Equal("", scene.One<CallArrived>().ClientNumber);
        scene.Take(first);
        scene.CallerHangsUp(first);
        scene.Ready("boris");
        scene.Wait(30);

        var second = scene.Call(word);

        Assert.DoesNotContain(scene.Events.OfType<CallRouted>(), routed => routed.Decision.Rule is "last-talked" or "responsible");
        Assert.Null(scene.Record(first).Responsible);
        Assert.Null(scene.Project.Client(word));
        Assert.Equal("", scene.Record(End(scene, second)).ClientNumber);
    }

    [Fact]
    public void Who_asks_for_privacy_is_nobody_though_his_number_is_known_and_linked()
    {
        var scene = new Scene(SmartForwarding("anna", "boris"));
        scene.Do(new LinkClient(Scene.Client, "Client", new EmployeeId("boris"), "x"));

        scene.Do(new ReceiveCall(
            new CallLine("kyivstar", null), Scene.Client, "Client", Documents.MainNumber, Scene.Facts, IsWithheld: true));

        var arrived = scene.One<CallArrived>();
        Assert.Equal(("", null, true), (arrived.ClientNumber, arrived.ClientName, arrived.IsWithheld));
        Assert.Equal(["number"], Rules(scene));
        Assert.All(scene.Effects.OfType<RingLeg>(), ring => Assert.Equal(("", null), (ring.CallerNumber, ring.CallerName)));
    }

    [Theory]
    [InlineData("anonymous", null, null, true)]
    [InlineData("anonymous", "Anonymous", null, true)]
    [InlineData("alice", null, "alice", false)]
    [InlineData("alice", "Alice B", "Alice B", false)]
    [InlineData("+380501112233", "Restricted", null, false)]
    public void A_caller_without_a_number_keeps_the_name_that_he_gives_himself_unless_it_names_nobody(
        string caller, string? display, string? expected, bool isWithheld)
    {
        var scene = new Scene(SmartForwarding("anna"));
        scene.Do(new ReceiveCall(new CallLine("kyivstar", null), caller, display, Documents.MainNumber, Scene.Facts));
        Assert.Equal((expected, isWithheld), (scene.One<CallArrived>().ClientName, scene.One<CallArrived>().IsWithheld));
    }

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("123-45;phone-context=pbx.example", "12345")]
    [InlineData("+999 12345", "+99912345")]
    public void Digits_that_the_numbering_plan_does_not_know_are_a_client_all_the_same(string signalled, string client)
    {
        var scene = new Scene(SmartForwarding("anna", "boris"));
        var call = scene.Call(signalled);
        Assert.Equal(client, scene.One<CallArrived>().ClientNumber);
        scene.Take(call);
        Assert.NotNull(scene.Project.Client(client));
    }

    [Fact]
    public void A_word_among_the_clients_of_an_older_snapshot_or_journal_is_no_client_any_more()
    {
        var scene = new Scene(SmartForwarding("anna", "boris"));
        scene.Do(new LinkClient(Scene.Client, "Client", new EmployeeId("boris"), "x"));
        string old = Encoding.UTF8.GetString(scene.Project.Image().ToJson().Span).Replace(Scene.Client, "anonymous");

        var restored = Project.Restore(new ProjectId("test"), Encoding.UTF8.GetBytes(old));
        Assert.Null(restored.Client("anonymous"));

        restored.Apply(new ClientLinked("anonymous", "Nobody", new EmployeeId("boris"), "x"), scene.Now);
        Assert.Null(restored.Client("anonymous"));
    }

    private static string[] Rules(Scene scene) =>
        [.. scene.Events.OfType<CallRouted>().Select(routed => routed.Decision).Where(decision => decision.Kind == 0)
            .Select(decision => decision.Rule)];

    private static CallId End(Scene scene, CallId call)
    {
        scene.CallerHangsUp(call);
        return call;
    }

    private static ProjectConfiguration SmartForwarding(params string[] employees)
    {
        var document = Documents.Sales(employees);
        return document with { Numbers = [document.Numbers[0] with { SmartForwarding = true }] };
    }
}
