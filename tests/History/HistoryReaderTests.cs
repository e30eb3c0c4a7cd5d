using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallCenter.History.Tests;

[Collection(PostgresCollection.Name)]
public sealed class HistoryReaderTests(ShippedDay shipped) : IClassFixture<ShippedDay>
{
    public static TheoryData<CallQuery> Queries()
    {
        var middle = SampleDay.Begin + 200_000;
        return
        [
            new CallQuery(),
            new CallQuery(From: middle),
            new CallQuery(To: middle),
            new CallQuery(From: middle, To: middle + 100_000, Direction: CallDirection.Incoming),
            new CallQuery(Department: new DepartmentId("sales")),
            new CallQuery(OnlyOf: [new DepartmentId("sales"), new DepartmentId("nobody")]),
            new CallQuery(Department: new DepartmentId("support"), OnlyOf: [new DepartmentId("sales")]),
            new CallQuery(OnlyOf: [new DepartmentId("nobody")], OrOwnedBy: SampleDay.Employee(3)),
            new CallQuery(OnlyOf: [new DepartmentId("sales")], OrOwnedBy: SampleDay.Employee(4), Employee: SampleDay.Employee(4)),
            new CallQuery(OnlyOf: []),
            new CallQuery(Department: new DepartmentId("sales"), Outcome: CallOutcome.Answered, Sort: CallSort.Talk),
            new CallQuery(Outcome: CallOutcome.Abandoned),
            new CallQuery(Direction: CallDirection.Internal, Sort: CallSort.Wait),
            new CallQuery(Employee: SampleDay.Employee(3)),
            new CallQuery(Employee: SampleDay.Employee(3), Sort: CallSort.ClientNumber, From: middle),
            new CallQuery(OnlyOwnedBy: SampleDay.Employee(4)),
            new CallQuery(OnlyOwnedBy: SampleDay.Employee(4), Employee: SampleDay.Employee(4), Outcome: CallOutcome.Answered),
            new CallQuery(OnlyOwnedBy: SampleDay.Employee(4), Employee: SampleDay.Employee(5)),
            new CallQuery(OnlyOwnedBy: SampleDay.Employee(4), Number: "00 7"),
            new CallQuery(Number: "(0000) 07-1"),
            new CallQuery(Number: "1234567"),
            new CallQuery(Number: "+38050"),
            new CallQuery(Number: "9"),
            new CallQuery(Number: "%"),
            new CallQuery(Number: "777777"),
        ];
    }

    [Theory, MemberData(nameof(Queries))]
    public async Task Filters_give_exactly_the_calls_that_fit(CallQuery query)
    {
        var expected = Expected(query).Select(record => record.Call).ToList();

        var page = await shipped.Reader.Calls(SampleDay.Project, query with { Size = 500 });

        Assert.Equal(expected, page.Rows.Select(row => row.Call));
        Assert.Equal(expected.Count, page.Total);
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Totals_are_those_of_the_client_calls_that_arrived_in_the_period()
    {
        var (from, to) = (SampleDay.Begin + 100_000, SampleDay.Begin + 300_000);
        var calls = shipped.Day.Records.Where(record => record.ArrivedAt >= from && record.ArrivedAt < to).ToList();
        var incoming = calls.Where(record => record.Direction == CallDirection.Incoming).ToList();
        var answered = incoming.Count(record => record.Outcome == CallOutcome.Answered);
        Assert.NotEqual(incoming.Count, answered);

        var totals = await shipped.Reader.Totals(SampleDay.Project, from, to);

        Assert.Equal(
            new CallTotals(
                from, to, incoming.Count, answered, incoming.Count - answered,
                calls.Count(record => record.Direction == CallDirection.Outgoing)),
            totals);
    }

    [Fact]
    public async Task Calls_of_trunks_are_counted_with_those_that_broke_off()
    {
        var expected = shipped.Day.Records.Where(record => record.Trunk is not null).GroupBy(record => record.Trunk!)
            .Select(calls => new TrunkCalls(
                calls.Key, calls.Count(), calls.Count(call => call.Outcome is CallOutcome.Failed or CallOutcome.Interrupted)))
            .OrderBy(calls => calls.Trunk, StringComparer.Ordinal);

        var counted = await shipped.Reader.CallsByTrunk(SampleDay.Project, 0, SampleDay.Begin + 86_400_000);

        Assert.NotEmpty(counted);
        Assert.Equal(expected, counted);
        Assert.Empty(await shipped.Reader.CallsByTrunk(SampleDay.Project, 0, SampleDay.Begin));
    }

    [Fact]
    public async Task A_row_shows_what_the_record_says()
    {
        var page = await shipped.Reader.Calls(SampleDay.Project, new CallQuery(Descending: false, Size: 1));

        var row = Assert.Single(page.Rows);
        var record = shipped.Day.Records.Single(record => record.Call == row.Call);
        Assert.Equal(
            new CallRow(
                record.Call, record.Direction, record.Outcome, record.EndedBy, record.ClientNumber, record.ClientName, record.Dialled,
                record.DialledNumber, record.ShownNumber, record.FirstDepartment, record.Department, record.Employee, record.ArrivedAt,
                record.AnsweredAt, record.EndedAt, record.WaitMs, record.TalkMs, record.HoldMs, record.SipCallId),
            row);
    }

    [Fact]
    public async Task A_card_is_the_whole_record_with_its_decisions()
    {
        foreach (var record in shipped.Day.Records.Take(20))
        {
            var card = await shipped.Reader.Call(SampleDay.Project, record.Call);

            Assert.Equal(JsonSerializer.Serialize(record), JsonSerializer.Serialize(card!.Record));
            var decision = Assert.Single(card.Decisions);
            Assert.Equal(record.ArrivedAt, decision.At);
            var routed = shipped.Journal.ReadAfter(SampleDay.Project, 0, int.MaxValue).SelectMany(turn => turn.Events)
                .OfType<CallRouted>().Single(routed => routed.Call == record.Call);
            Assert.Equal(JsonSerializer.Serialize(routed.Decision), JsonSerializer.Serialize(decision.Decision));
        }
    }

    [Fact]
    public async Task Unknown_calls_and_other_projects_are_not_found()
    {
        Assert.Null(await shipped.Reader.Call(SampleDay.Project, new CallId(999_999)));
        Assert.Null(await shipped.Reader.Call(new ProjectId("another"), shipped.Day.Records[0].Call));
        Assert.Empty((await shipped.Reader.Calls(new ProjectId("another"), new CallQuery())).Rows);
    }

    [Fact]
    public async Task A_cursor_that_is_none_is_an_argument_error() =>
        await Assert.ThrowsAsync<ArgumentException>(async () =>
            await shipped.Reader.Calls(SampleDay.Project, new CallQuery(After: new CallCursor("no number", new CallId(1)))));

    [Fact]
    public async Task A_server_that_accepts_but_never_answers_is_reported_within_three_seconds()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var port = ((IPEndPoint)silent.LocalEndpoint).Port;
        await using var database = HistoryDatabase.DataSource($"Host=127.0.0.1;Port={port};Username=x;Database=x");
        var reader = new Reading.HistoryReader(database, () => null);
        var started = TimeProvider.System.GetTimestamp();

        await Assert.ThrowsAsync<HistoryUnavailableException>(async () => await reader.Calls(SampleDay.Project, new CallQuery()));

        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0, 3.5);
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_reported_and_its_backlog_counted()
    {
        await using var service = new HistoryService(
            new HistoryOptions("", "Host=/nowhere;Username=x"), shipped.Journal, NullLoggerFactory.Instance);
        service.Start();

        await Assert.ThrowsAsync<HistoryUnavailableException>(async () => await service.Reader.Call(SampleDay.Project, new CallId(1)));
        Assert.False(service.Health().Ready);
        Assert.Equal(shipped.Day.Events, service.Health().Backlog);
    }

    private IEnumerable<CallRecord> Expected(CallQuery query)
    {
        var digits = query.Number is { } typed && typed.Any(char.IsDigit) ? string.Concat(typed.Where(char.IsDigit)) : query.Number;
        var found = shipped.Day.Records.Where(record =>
            (query.From is null || record.ArrivedAt >= query.From)
            && (query.To is null || record.ArrivedAt < query.To)
            && (query.OnlyOf is not { Count: > 0 } only
                || ((record.Department ?? record.FirstDepartment) is { } own && only.Contains(own))
                || (query.OrOwnedBy is { } self && IsTheirs(record, self)))
            && (query.Department is null || (record.Department ?? record.FirstDepartment) == query.Department)
            && (query.Direction is null || record.Direction == query.Direction)
            && (query.Outcome is null || record.Outcome == query.Outcome)
            && (query.Employee is not { } employee || IsTheirs(record, employee))
            && (query.OnlyOwnedBy is not { } owner || IsTheirs(record, owner))
            && (digits is null || record.ClientNumber.Contains(digits, StringComparison.Ordinal)
                || record.Dialled.Contains(digits, StringComparison.Ordinal)));
        return query.Sort switch
        {
            CallSort.Wait => found.OrderByDescending(record => record.WaitMs).ThenByDescending(record => record.Call.Value),
            CallSort.Talk => found.OrderByDescending(record => record.TalkMs).ThenByDescending(record => record.Call.Value),
            CallSort.ClientNumber => found.OrderByDescending(record => record.ClientNumber, StringComparer.Ordinal)
                .ThenByDescending(record => record.Call.Value),
            _ => found.OrderByDescending(record => record.ArrivedAt).ThenByDescending(record => record.Call.Value),
        };
    }

    private static bool IsTheirs(CallRecord record, EmployeeId employee) =>
        record.Legs.Any(leg => leg.Employee == employee && (leg.Number == 0 || leg.AnsweredAt is not null));
}
