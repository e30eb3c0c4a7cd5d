using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.Employees;
using CallCenter.Grains.Serialization;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Grains.Tests;

/// <summary>What travels between processes is read as it was written.</summary>
public sealed class SharedLanguageTests(GrainsUnderTest under) : IClassFixture<GrainsUnderTest>
{
    public static TheoryData<string> Kinds => [.. Messages().Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_message_comes_as_it_went(string kind)
    {
        var message = Messages()[kind];

        var read = under.Serializer.Deserialize<object>(under.Serializer.SerializeToArray<object>(message));

        Assert.Equal(message.GetType(), read?.GetType());
        Assert.Equal(Text(message), Text(read!));
    }

    [Fact]
    public void The_kind_of_a_command_and_of_the_one_within_it_stands_in_the_message()
    {
        ProjectCommand command = new AuditedCommand(
            new EndCall(new CallId(7), "head"), new AuditEntry(AuditKind.CallEnded, SampleActs.Head, "7"));

        Assert.StartsWith(
            """{"$kind":"AuditedCommand","Command":{"$kind":"EndCall","Call":{"Value":7},"By":"head"},"Entry":{"Kind":12,"Actor":""",
            JsonSerializer.Serialize(command, SharedLanguage.Json), StringComparison.Ordinal);
    }

    private static Dictionary<string, object> Messages()
    {
        var board = SampleProject.Board(SampleProject.Configuration);
        var line = board.Employees[0];
        object[] all =
        [
            board, new Abstractions.Board.EmployeeDesk(line, [], board.Calls[0], board.Departments, ["lunch"]),
            new PublishedConfiguration(3, SampleProject.Configuration), Accepted.Instance, new Refused(Refusal.TooLate, "Too late."),
            new ConfigurationAccepted(4), new ClientSnapshot("+380671234567", "Ольга", new("olena"), null, 5),
            new SetAvailability(new("olena"), Availability.NotReady, "lunch", "head"), new FinishWrapUp(new("olena"), "head"),
            new LinkClient("+380671234567", null, null, "head"), new EndCall(new(7), "head"), new NoteAudit(SampleActs.EachKind[0]),
            new AuditedCommand(new EndCall(new(7), "head"), SampleActs.EachKind[0]),
            new PublishConfiguration(SampleProject.Configuration, 2, "admin"), SampleActs.EachKind[0],
        ];
        return all.ToDictionary(message => message.GetType().Name);
    }

    private static string Text(object message) => JsonSerializer.Serialize(message, message.GetType(), SharedLanguage.Json);
}
