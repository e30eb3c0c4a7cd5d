using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Routing;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>Ended calls of <see cref="SampleProject"/>: 1 was taken by Olena after Ivan missed it, 2 was abandoned, 3 went out, 4 was
/// internal.</summary>
public static class SampleCalls
{
    private static readonly EmployeeId Olena = new("olena");
    private static readonly EmployeeId Ivan = new("ivan");
    private static readonly DepartmentId Sales = new("sales");

    public static IReadOnlyList<CallCard> Cards { get; } =
        [.. new[] { Taken(), Abandoned(), Outgoing(), Internal() }.Select(WithTalk)];

    /// <summary>A plain answered call, to fill pages with.</summary>
    public static CallCard Plain(long id, long arrivedAt)
    {
        var (answered, ended) = (arrivedAt + 5_000, arrivedAt + 65_000);
        var record = Record(id, CallDirection.Incoming, CallOutcome.Answered, EndedBy.Client, $"+38067{id:0000000}", arrivedAt, answered,
            ended);
        return WithTalk(new CallCard(
            record with
            {
                Employee = Olena,
                Department = Sales,
                Legs = [Caller(arrivedAt, ended), Leg(1, Olena, arrivedAt, answered, ended)],
            },
            []));
    }

    private static CallCard WithTalk(CallCard card) =>
        card with { Record = card.Record with { Conversations = ConversationRecord.OfOlder(card.Record) } };

    private static CallCard Taken()
    {
        var at = SampleProject.Start;
        var record = Record(1, CallDirection.Incoming, CallOutcome.Answered, EndedBy.Client, "+380671112233", at, at + 22_000, at + 172_000)
            with
        {
            ClientName = "ТОВ \"Ромашка\"",
            Employee = Olena,
            Department = Sales,
            Responsible = Ivan,
            HoldMs = 20_000,
            TalkMs = 130_000,
            Legs =
            [
                Caller(at, at + 172_000),
                Leg(1, Ivan, at + 400, null, at + 15_400) with { End = LegEnd.NoAnswer, SipStatus = 408 },
                Leg(2, Olena, at + 15_500, at + 22_000, at + 172_000) with { HoldMs = 20_000 },
            ],
            Visits = [new QueueVisitRecord(1, Sales, 0, at + 300, at + 22_000, QueueExit.Answered, Olena)],
        };
        return new CallCard(record,
        [
            new TimedDecision(at + 200, new Decision(DecisionKind.Destination, "number", "department sales", Sales, [], [], 0, [], 0, 1)),
            new TimedDecision(at + 400, Rang(Ivan, 250_000, [new Candidate(Olena, 90_000)], [])),
            new TimedDecision(at + 15_500, Rang(Olena, 105_000, [],
            [
                new Exclusion(Ivan, ExclusionReason.RestingAfterMiss, null, at + 25_500),
                new Exclusion(new EmployeeId("head"), ExclusionReason.SignedOut, null, null),
            ])),
        ]);
    }

    private static CallCard Abandoned()
    {
        var at = SampleProject.Start + 60_000;
        return new CallCard(
            Record(2, CallDirection.Incoming, CallOutcome.Abandoned, EndedBy.Client, "+380509998877", at, null, at + 41_000) with
            {
                Legs = [Caller(at, at + 41_000) with { End = LegEnd.Cancelled, SipStatus = 487 }],
                Visits = [new QueueVisitRecord(1, Sales, 0, at + 100, at + 41_000, QueueExit.Abandoned, null)],
            },
            [new TimedDecision(at + 50, new Decision(DecisionKind.Destination, "number", "department sales", Sales, [], [], 0, [], 0, 1))]);
    }

    private static CallCard Outgoing()
    {
        var at = SampleProject.Start + 3_600_000;
        return new CallCard(
            Record(3, CallDirection.Outgoing, CallOutcome.Answered, EndedBy.Employee, "+380931234567", at, at + 8_000, at + 38_500) with
            {
                Employee = Ivan,
                FirstDepartment = null,
                DialledNumber = null,
                Dialled = "0931234567",
                ShownNumber = "+380441234567",
                Legs = [Caller(at, at + 38_500) with { Employee = Ivan, Target = "ivan" }, External(at + 300, at + 8_000, at + 38_500)],
            },
            [
                new TimedDecision(at + 100, new Decision(
                    DecisionKind.Outgoing, "first-number", "+380931234567 via trunk kyivstar", null, [], [], 0, [], 0, 1)),
            ]);
    }

    private static CallCard Internal()
    {
        var at = SampleProject.Start + 7_200_000;
        return new CallCard(
            Record(4, CallDirection.Internal, CallOutcome.NoAnswer, EndedBy.System, "101", at, null, at + 30_000) with
            {
                Employee = null,
                FirstDepartment = null,
                DialledNumber = null,
                Dialled = "102",
                Legs = [Caller(at, at + 30_000) with { Employee = Olena, Target = "olena" }],
            },
            []);
    }

    private static Decision Rang(EmployeeId chosen, long idle, IReadOnlyList<Candidate> behind, IReadOnlyList<Exclusion> excluded) => new(
        DecisionKind.Employees, "longest-idle", null, Sales, [new Candidate(chosen, idle)], behind, 1 + behind.Count,
        excluded, excluded.Count, 1);

    private static CallRecord Record(
        long id, CallDirection direction, CallOutcome outcome, EndedBy endedBy, string client, long arrived, long? answered, long ended)
    {
        var talk = answered is { } from ? ended - from : 0;
        return new CallRecord(
            new CallId(id), direction, outcome, endedBy, null, client, null, "+380441234567", "office", null, "kyivstar", Sales,
            null, null, null, arrived, answered, ended, (answered ?? ended) - arrived, talk, 0, 1, $"call-{id}@10.0.0.1", [], [], []);
    }

    private static LegRecord Caller(long from, long to) =>
        new(0, LegKind.Caller, null, null, "+380441234567", from, null, null, to, 0, LegEnd.HungUp, null);

    private static LegRecord Leg(int number, EmployeeId employee, long from, long? answered, long to) =>
        new(number, LegKind.Employee, employee, Sales, employee.Value, from, from + 200, answered, to, 0, LegEnd.OtherSideHungUp, null);

    private static LegRecord External(long from, long answered, long to) =>
        new(1, LegKind.External, null, null, "+380931234567", from, from + 900, answered, to, 0, LegEnd.HungUp, null);
}
