using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Clients;

namespace CallCenter.Engine.Tests.Snapshots;

/// <summary>Clients in a snapshot, which reads and writes them by hand.</summary>
public class ClientSnapshotTests
{
    private static readonly ClientSnapshot[] Clients =
    [
        new("+380671112233", null, null, null, null),
        new("+380671112234", "Олена \"Лєна\" <x>", new EmployeeId("anna"), null, null),
        new("+380671112235", null, new EmployeeId("anna"), null, null),
    ];

    private static readonly JsonSerializerOptions Generated = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    };

    private readonly string _snapshot = Snapshot();

    [Fact]
    public void Written_by_hand_they_look_as_the_serializer_writes_them() =>
        Assert.Contains($"\"clients\":{JsonSerializer.Serialize(Clients, Generated)}", _snapshot, StringComparison.Ordinal);

    [Fact]
    public void A_restored_project_knows_them_and_keeps_one_text_for_the_key_of_each_employee()
    {
        var project = Restore(_snapshot);

        Assert.All(Clients, client => Assert.Equal(client, project.Client(client.Number)));
        Assert.Same(Responsible(project, Clients[1]), Responsible(project, Clients[2]));
    }

    [Theory]
    [InlineData("7", "StartObject")]
    [InlineData("""{"name":"x"}""", "no number")]
    [InlineData("""{"number":7}""", "String")]
    [InlineData("""{"number":"+380671112233","colour":"red"}""", "colour")]
    [InlineData("""{"number":"+380671112233","responsible":"anna"}""", "StartObject")]
    [InlineData("""{"number":"+380671112233","responsible":{"name":"anna"}}""", "no value")]
    [InlineData("""{"number":"+380671112233","lastTalkedAt":"noon"}""", "Number")]
    public void Anything_else_is_named(string client, string problem)
    {
        var changed = _snapshot.Replace("\"clients\":[", $"\"clients\":[{client},", StringComparison.Ordinal);

        Assert.Contains(problem, Assert.Throws<JsonException>(() => Restore(changed)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("state")]
    [InlineData("document")]
    [InlineData("statistics")]
    public void A_missing_part_is_named(string part)
    {
        var changed = _snapshot.Replace($"\"{part}\":{{", $"\"other\":{{", StringComparison.Ordinal);

        Assert.Contains(part, Assert.Throws<JsonException>(() => Restore(changed)).Message, StringComparison.Ordinal);
    }

    private static string Snapshot()
    {
        var scene = new Scene(Documents.Sales("anna"));
        foreach (var client in Clients) scene.Do(new LinkClient(client.Number, client.Name, client.Responsible, "crm"));
        return Encoding.UTF8.GetString(scene.Project.Image().ToJson().Span);
    }

    private static Project Restore(string snapshot) => Project.Restore(new ProjectId("main"), Encoding.UTF8.GetBytes(snapshot));

    private static string Responsible(Project project, ClientSnapshot client) =>
        project.Client(client.Number)!.Responsible!.Value.Value;
}
