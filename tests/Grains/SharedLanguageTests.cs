using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Calls;
using CallCenter.Grains.Serialization;
using CallCenter.Tests.Shared.Ports;

namespace CallCenter.Grains.Tests;

/// <summary>What travels between processes is read as it was written.</summary>
public sealed class SharedLanguageTests(GrainsUnderTest under) : IClassFixture<GrainsUnderTest>
{
    public static TheoryData<string> Kinds => [.. SampleMessages.All().Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_message_comes_as_it_went(string kind)
    {
        var message = SampleMessages.All()[kind];

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

    private static string Text(object message) => JsonSerializer.Serialize(message, message.GetType(), SharedLanguage.Json);
}
