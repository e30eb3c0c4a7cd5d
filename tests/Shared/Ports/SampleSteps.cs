using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>Calls of <see cref="SampleProject"/> in which callers were alone with us: a message by way of a menu, and a rating.</summary>
public static class SampleSteps
{
    private const long At = SampleProject.Start - 140_000;

    public static MenuConfiguration Menu { get; } = new()
    {
        Id = "front",
        Name = "Головне",
        Keys = [new("1", new(Department: "sales")), new("2", new(Voicemail: new(Department: "sales")))],
        Otherwise = new(Department: "support"),
    };

    /// <summary>The call of <see cref="SampleProject.Message"/>: two attempts at the menu, then the message.</summary>
    public static CallCard Message { get; } = new(
        SampleCalls.Cards[1].Record with
        {
            Call = SampleProject.Message.Call,
            Outcome = CallOutcome.Voicemail,
            ClientNumber = SampleProject.Message.ClientNumber,
            ClientName = SampleProject.Message.ClientName,
            FirstDepartment = null,
            ArrivedAt = At,
            EndedAt = At + 50_000,
            WaitMs = 50_000,
            Legs = [SampleCalls.Cards[1].Record.Legs[0] with { StartedAt = At, EndedAt = At + 50_000, End = LegEnd.HungUp }],
            Visits = [],
            Steps =
            [
                new StepRecord(1, StepKind.Menu, Menu.Id, null, null, At + 500, At + 18_000, "2", StepEnd.Chosen),
                new StepRecord(
                    2, StepKind.Voicemail, null, SampleProject.Message.Department, null, At + 18_000, At + 46_000, "", StepEnd.Message),
                new StepRecord(3, StepKind.Farewell, null, null, null, At + 46_000, At + 50_000, "", StepEnd.Heard),
            ],
        },
        [
            Led(500, "number", "menu front"),
            Led(18_000, "menu-key", "voicemail of department sales"),
        ]);

    /// <summary>The first of <see cref="SampleCalls"/>, rated with a four.</summary>
    public static CallCard Rated { get; } = SampleCalls.Cards[0] with
    {
        Record = SampleCalls.Cards[0].Record with
        {
            EndedBy = EndedBy.Employee,
            EndedAt = SampleCalls.Cards[0].Record.EndedAt + 9_000,
            Steps =
            [
                new StepRecord(
                    1, StepKind.Rating, null, new("sales"), new("olena"), SampleCalls.Cards[0].Record.EndedAt,
                    SampleCalls.Cards[0].Record.EndedAt + 9_000, "4", StepEnd.Chosen),
            ],
        },
    };

    /// <summary>What was said in the message.</summary>
    public static RecordedConversation Recorded { get; } = new(
        WaitingMessage.Recording,
        SampleRecording.Record with { BeganAt = SampleProject.Message.LeftAt, Employee = new RecordedSide(0, null, 0, 0, []) }, false);

    private static TimedDecision Led(long after, string rule, string where) =>
        new(At + after, new Decision(DecisionKind.Destination, rule, where, null, [], [], 0, [], 0, 1));
}
