using CallCenter.Load.Results;
using CallCenter.Load.Results.History;

namespace CallCenter.Load.Tests.Results;

public sealed class HistoryComparisonTests
{
    private readonly SampleRun _run = new();

    [Fact]
    public void The_same_calls_are_the_same()
    {
        CallObservation[] calls = [_run.Answered(1), _run.Lost(2, ObservedOutcome.Abandoned)];
        var result = Compare(calls, [Record(calls[0]), Record(calls[1]) with { Outcome = "abandoned" }]);
        Assert.True(result.IsSame);
        Assert.Equal((2, 2), (result.Calls, result.Records));
    }

    [Fact]
    public void A_call_without_a_record_is_missing()
    {
        var call = _run.Answered(1);
        var result = Compare([call], []);
        Assert.Equal((1, 1), (result.Missing, result.Differences));
        Assert.Contains(call.CallId, Assert.Single(result.First), StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_record_is_doubled_and_another_call_s_is_foreign()
    {
        var call = _run.Answered(1);
        var result = Compare([call], [Record(call), Record(call) with { Id = "2" }, Record(call) with { CallId = "nobody's" }]);
        Assert.Equal((0, 1, 1, 2), (result.Missing, result.Doubled, result.Foreign, result.Differences));
    }

    [Theory]
    [InlineData("abandoned")]
    [InlineData("interrupted")]
    public void Another_outcome_is_a_difference(string recorded)
    {
        var call = _run.Answered(1);
        var result = Compare([call], [Record(call) with { Outcome = recorded }]);
        Assert.Equal((1, 1), (result.OtherOutcome, result.Differences));
        Assert.Contains(recorded, result.First[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0, 0, true)]
    [InlineData(52_000, -53_000, 51_000, true)]
    [InlineData(-50_000, 50_000, -50_000, true)]
    [InlineData(52_001, 0, 0, false)]
    [InlineData(0, -53_001, 0, false)]
    [InlineData(0, 0, 51_001, false)]
    [InlineData(0, 0, -50_001, false)]
    public void Times_may_be_fifty_milliseconds_before_the_cause_or_after_the_effect_was_seen(long start, long answer, long end, bool same)
    {
        var call = _run.Answered(1);
        var record = Record(call);
        var result = Compare([call], [record with
        {
            ArrivedMicros = record.ArrivedMicros + start,
            AnsweredMicros = record.AnsweredMicros + answer,
            EndedMicros = record.EndedMicros + end,
        }]);
        Assert.Equal(same, result.IsSame);
        Assert.Equal(same ? 0 : 1, result.OtherTime);
    }

    [Fact]
    public void The_end_lies_between_a_caller_s_BYE_and_its_200()
    {
        var call = _run.Answered(1);
        call.ByeDoneMicros = call.EndedMicros = call.ByeMicros + 400_000;
        Assert.True(Compare([call], [Record(call)]).IsSame);
        Assert.Equal(0, Compare([call], [Record(call)]).Slow);
        var between = Compare([call], [Record(call) with { EndedMicros = call.ByeMicros + 200_000 }]);
        Assert.Equal((true, 1), (between.IsSame, between.Slow));
    }

    [Fact]
    public void A_refused_call_may_have_a_record_but_not_of_a_conversation()
    {
        var call = _run.Lost(1, ObservedOutcome.Refused, "INVITE 503");
        Assert.Equal((true, 1), (Compare([call], []).IsSame, Compare([call], []).Unanswered));
        Assert.True(Compare([call], [Record(call) with { Outcome = "closed" }]).IsSame);
        Assert.Equal(1, Compare([call], [Record(call)]).OtherOutcome);
    }

    [Fact]
    public void A_failed_call_has_to_have_a_record_when_it_rang()
    {
        var silent = _run.Lost(1, ObservedOutcome.Failed, "INVITE timeout");
        var rang = _run.Lost(2, ObservedOutcome.Failed, "INVITE timeout");
        rang.RingingMicros = rang.InviteMicros + 5_000;
        var result = Compare([silent, rang], []);
        Assert.Equal((1, 1), (result.Unanswered, result.Missing));
        Assert.True(Compare([rang], [Record(rang) with { Outcome = "interrupted", EndedMicros = 5 }]).IsSame);
    }

    [Fact]
    public void Twenty_differences_are_listed_and_all_counted()
    {
        var result = Compare([.. Enumerable.Range(0, 30).Select(_ => _run.Answered(1))], []);
        Assert.Equal((30, HistoryComparison.MostListed), (result.Missing, result.First.Count));
    }

    [Fact]
    public async Task The_call_list_is_read_by_the_names_of_its_columns()
    {
        const string csv = """"
            id,outcome,clientName,arrivedAt,answeredAt,endedAt,sipCallId
            1,answered,"Romashka, ""Ltd""",2026-03-01T08:15:30.250Z,2026-03-01T08:15:31.000Z,2026-03-01T08:15:32.000Z,abc@host
            2,abandoned,"two
            lines",2026-03-01T08:15:30.250Z,,2026-03-01T08:15:32.000Z,def

            """";
        var records = new List<HistoryRecord>();
        using var text = new StringReader(csv);
        await foreach (var record in CallCsvReader.Read(text, default)) records.Add(record);
        var arrived = new DateTimeOffset(2026, 3, 1, 8, 15, 30, 250, TimeSpan.Zero).ToUnixTimeMilliseconds() * 1000;
        Assert.Equal(
            [
                new HistoryRecord("1", "abc@host", "answered", arrived, arrived + 750_000, arrived + 1_750_000),
                new HistoryRecord("2", "def", "abandoned", arrived, 0, arrived + 1_750_000),
            ],
            records);
    }

    [Theory]
    [InlineData("")]
    [InlineData("id,outcome,arrivedAt,answeredAt,endedAt\n")]
    [InlineData("id,outcome,arrivedAt,answeredAt,endedAt,sipCallId\n1,answered\n")]
    [InlineData("id,outcome,arrivedAt,answeredAt,endedAt,sipCallId\n1,\"answered\n")]
    public async Task What_is_no_call_list_is_refused(string csv)
    {
        using var text = new StringReader(csv);
        await Assert.ThrowsAsync<FormatException>(async () =>
        {
            await foreach (var _ in CallCsvReader.Read(text, default)) { }
        });
    }

    private static HistoryRecord Record(CallObservation call) => new(
        "1", call.CallId, "answered", call.InviteMicros, call.AnswerMicros, call.ByeMicros != 0 ? call.ByeMicros : call.EndedMicros);

    private static HistoryResult Compare(CallObservation[] calls, HistoryRecord[] records)
    {
        var ledger = new CallLedger();
        foreach (var call in calls) ledger.Add(call);
        var comparison = new HistoryComparison(ledger, HistoryCheck.UsualTolerance);
        foreach (var record in records) comparison.Add(record);
        return comparison.Finish();
    }
}
