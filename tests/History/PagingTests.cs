using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.History.Reading;
using Npgsql;

namespace CallCenter.History.Tests;

[Collection(PostgresCollection.Name)]
public sealed class PagingTests(PagingDatabase pages) : IClassFixture<PagingDatabase>
{
    private static readonly ProjectId Small = new("small");
    private static readonly ProjectId Large = new("large");

    public static TheoryData<CallSort, bool> Orders() => new MatrixTheoryData<CallSort, bool>(Enum.GetValues<CallSort>(), [true, false]);

    [Theory, MemberData(nameof(Orders))]
    public async Task Paging_shows_every_call_once_and_in_order(CallSort sort, bool descending)
    {
        var reader = new HistoryReader(pages.Database, () => null);
        var query = new CallQuery(Sort: sort, Descending: descending, Size: 500);
        var seen = new List<CallRow>();
        for (CallCursor? after = null; seen.Count == 0 || after is not null;)
        {
            var page = await reader.Calls(Small, query with { After = after });
            Assert.Equal(CallPage.CountedUpTo, page.Total);
            seen.AddRange(page.Rows);
            after = page.Next;
        }

        Assert.Equal(PagingDatabase.Walked, seen.Count);
        Assert.Equal(PagingDatabase.Walked, seen.Select(row => row.Call).Distinct().Count());
        Assert.Equal(seen.Order(Comparer<CallRow>.Create((one, other) => Compare(sort, one, other) * (descending ? -1 : 1))), seen);
    }

    [Theory, MemberData(nameof(Orders))]
    public async Task A_page_is_read_from_an_index_without_sorting(CallSort sort, bool descending)
    {
        var key = sort == CallSort.ClientNumber ? "+38050" : "1760000000000";
        var query = new CallQuery(Sort: sort, Descending: descending, After: new CallCursor(key, new CallId(9)));

        var plan = await Explain(CallPages.Statements(Large, query).Page());

        var index = sort switch { CallSort.Arrived => "arrival", CallSort.ClientNumber => "client", CallSort.Wait => "wait", _ => "talk" };
        Assert.Contains($"calls_by_{index}", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_are_read_from_their_indexes()
    {
        await AssertUses("calls_by_digits", new CallQuery(Number: "7712345"));
        await AssertUses("calls_by_department", new CallQuery(Department: new DepartmentId("department-7")));
        await AssertUses("call_employees_pkey", new CallQuery(OnlyOwnedBy: new EmployeeId("employee-7")));
        await AssertUses("calls_by_outcome", new CallQuery(Outcome: CallOutcome.Interrupted));
    }

    private async Task AssertUses(string index, CallQuery query) =>
        Assert.Contains(index, await Explain(CallPages.Statements(Large, query).Page()), StringComparison.Ordinal);

    private async Task<string> Explain(NpgsqlBatchCommand command)
    {
        await using var connection = await pages.Database.OpenConnectionAsync();
        await using var explain = new NpgsqlCommand("EXPLAIN " + command.CommandText, connection);
        foreach (NpgsqlParameter parameter in command.Parameters)
        {
            explain.Parameters.Add(parameter.Clone());
        }
        await using var reader = await explain.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }
        return string.Join('\n', lines);
    }

    private static int Compare(CallSort sort, CallRow one, CallRow other)
    {
        var byColumn = sort switch
        {
            CallSort.Wait => one.WaitMs.CompareTo(other.WaitMs),
            CallSort.Talk => one.TalkMs.CompareTo(other.TalkMs),
            CallSort.ClientNumber => string.CompareOrdinal(one.ClientNumber, other.ClientNumber),
            _ => one.ArrivedAt.CompareTo(other.ArrivedAt),
        };
        return byColumn != 0 ? byColumn : one.Call.Value.CompareTo(other.Call.Value);
    }
}
