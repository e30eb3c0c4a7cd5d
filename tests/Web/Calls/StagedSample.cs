using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Calls.Stages;

namespace CallCenter.Web.Tests.Calls;

/// <summary>
/// Three conversations of 100 s, so that a tenth is 10 s, and one of 9 s. 11, Olena: she speaks the first half, the client the second. 12,
/// Olena: the client 60 s, then silence, she from 65 s to 75 s, silence. 13, Ivan: he speaks 60 s, the client the next 10 s, he as well
/// from 65 s on; silence. 14, Olena: 9 s.
/// </summary>
internal static class StagedSample
{
    private const int Whole = 100_000;

    public static readonly IReadOnlyList<ClientTalk> Talks =
    [
        Talk(11, "olena", Side(0, new SpeechSpan(50_000, 50_000)), Side(0, new SpeechSpan(0, 50_000)), silenceMs: 0),
        Talk(12, "olena", Side(0, new SpeechSpan(0, 60_000)), Side(1, new SpeechSpan(65_000, 10_000)), silenceMs: 30_000),
        Talk(
            13, "ivan", Side(0, new SpeechSpan(60_000, 10_000)), Side(2, new SpeechSpan(0, 60_000), new SpeechSpan(65_000, 5_000)),
            silenceMs: 30_000),
        Talk(14, "olena", Side(0), Side(0), silenceMs: 9_000, durationMs: 9_000),
    ];

    public static StageFigures Figures(params string[] employees) => StageFigures.Of(
        StagedTalks.Of(new ClientTalks([.. Talks.Where(talk => employees.Contains(talk.Employee.Value))], IsCut: false)).Talks);

    /// <summary>Puts them into the history in the place of what is recorded there.</summary>
    public static void Put(FakeSilo silo)
    {
        silo.History.Recorded.Clear();
        foreach (var talk in Talks)
        {
            var card = SampleCalls.Plain(talk.Call.Value, SampleProject.Start + talk.Call.Value);
            silo.History.Cards.Add(card with
            {
                Record = card.Record with
                {
                    Employee = talk.Employee,
                    Legs = [card.Record.Legs[0], card.Record.Legs[1] with { Employee = talk.Employee }],
                    Conversations = [card.Record.Conversations[0] with { Employee = talk.Employee }],
                },
            });
            silo.History.Recorded[talk.Call] = [new RecordedConversation(1, talk.Recording, false)];
            silo.Recordings.Files[(talk.Call, 1)] = SampleRecording.Wav;
        }
    }

    private static ClientTalk Talk(
        long call, string employee, RecordedSide client, RecordedSide own, long silenceMs, long durationMs = Whole) => new(
        new CallId(call), 1, new EmployeeId(employee), CallDirection.Incoming, $"+38067{call:0000000}", null,
        new RecordingRecord(SampleProject.Start + call, durationMs, 0, silenceMs, 0, client, own));

    private static RecordedSide Side(int interruptions, params SpeechSpan[] spans) => new(
        spans.Sum(span => (long)span.DurationMs), spans.Length > 0 ? spans[0].StartMs : null,
        spans.Length > 0 ? spans.Max(span => span.DurationMs) : 0, interruptions, spans);
}
