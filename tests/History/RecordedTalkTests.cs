using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Tests.Shared;

namespace CallCenter.History.Tests;

/// <summary>Recordings of many calls: which calls have one to hear, for whom, and who spoke when in conversations with clients.</summary>
public sealed class RecordedTalkTests(PostgresFixture postgres) : HistoryTestBase(postgres)
{
    private static readonly EmployeeId Anna = new("anna");
    private static readonly EmployeeId Boris = new("boris");
    private static readonly DepartmentId Sales = new("sales");
    private static readonly DepartmentId Support = new("support");

    private readonly MemoryJournal _journal = new();
    private HistoryService _service = null!;

    // 1: Anna hands the client on to Boris, both are recorded. 2: Boris calls out. 3: Boris, its sound was deleted. 4: among colleagues.
    // 5: Anna, not recorded. 6: Anna in the other department; the recording was told of twice.
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Ended(Call(1, Sales, CallDirection.Incoming, Anna, Boris));
        Ended(Call(2, null, CallDirection.Outgoing, Boris));
        Ended(Call(3, Sales, CallDirection.Incoming, Boris));
        Ended(Call(4, null, CallDirection.Internal, Anna));
        Ended(Call(5, Sales, CallDirection.Incoming, Anna));
        Ended(Call(6, Support, CallDirection.Incoming, Anna));
        foreach (var (call, conversation) in new[] { (1, 1), (1, 2), (2, 1), (3, 1), (4, 1), (6, 1) })
            Happen(new ConversationRecorded(new CallId(call), conversation, Recording(call * 10 + conversation)));
        Happen(new ConversationRecorded(new CallId(6), 1, Recording(61)));
        Happen(new RecordingDeleted(new CallId(3), 1));
        _service = StartService(_journal);
        await Shipped(_service);
    }

    public override async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData(null, "6 4 2 1")]
    [InlineData("anna", "6 4 1")]
    [InlineData("boris", "2 1")]
    [InlineData("nobody", "")]
    public async Task Calls_with_a_recording_are_those_with_sound_that_one_may_hear(string? hearer, string calls)
    {
        EmployeeId? heardBy = hearer is null ? null : new EmployeeId(hearer);
        var page = await _service.Reader.Calls(SampleDay.Project, new CallQuery(OnlyRecorded: true, HeardBy: heardBy));
        Assert.Equal(calls, string.Join(' ', page.Rows.Select(row => row.Call)));
        Assert.Equal(page.Rows.Count, page.Total);
    }

    [Fact]
    public async Task Each_call_of_a_page_has_the_conversations_that_one_may_hear()
    {
        CallId[] page = [new(1), new(2), new(3), new(5), new(6)];
        var all = await _service.Reader.WithSound(SampleDay.Project, page, null);
        Assert.Equal([1, 2, 6], all.Keys.Select(call => call.Value).Order());
        Assert.Equal([1, 2], all[new CallId(1)]);
        Assert.Equal([1], all[new CallId(6)]);

        var heard = await _service.Reader.WithSound(SampleDay.Project, page, Boris);
        Assert.Equal([1, 2], heard.Keys.Select(call => call.Value).Order());
        Assert.Equal([2], heard[new CallId(1)]);
        Assert.Empty(await _service.Reader.WithSound(SampleDay.Project, [], null));
        Assert.Empty(await _service.Reader.WithSound(new ProjectId("another"), page, null));
    }

    public static TheoryData<TalkQuery, string> Queries => new()
    {
        { new TalkQuery(), "6.1 3.1 2.1 1.2 1.1" },
        { new TalkQuery(Employees: [Anna]), "6.1 1.1" },
        { new TalkQuery(Employees: [Anna, Boris]), "6.1 3.1 2.1 1.2 1.1" },
        { new TalkQuery(Employees: []), "" },
        { new TalkQuery(Employees: [Boris], Direction: CallDirection.Outgoing), "2.1" },
        { new TalkQuery(Direction: CallDirection.Incoming), "6.1 3.1 1.2 1.1" },
        { new TalkQuery(From: At(2), To: At(6)), "3.1 2.1" },
        { new TalkQuery(Employees: [Boris], From: At(2), To: At(3)), "2.1" },
        { new TalkQuery(OnlyOf: [Support]), "6.1" },
        { new TalkQuery(OnlyOf: [Support], OrOwnedBy: Boris), "6.1 3.1 2.1 1.2 1.1" },
        { new TalkQuery(Employees: [Boris], OnlyOf: [Sales]), "3.1 1.2" },
    };

    [Theory, MemberData(nameof(Queries))]
    public async Task Conversations_with_clients_come_newest_first_as_they_were_asked_for(TalkQuery query, string expected)
    {
        var found = await _service.Reader.Talks(SampleDay.Project, query);
        Assert.Equal(expected, string.Join(' ', found.Talks.Select(one => $"{one.Call}.{one.Conversation}")));
        Assert.False(found.IsCut);
    }

    [Fact]
    public async Task A_conversation_comes_with_whose_it_is_and_who_spoke_when()
    {
        var found = (await _service.Reader.Talks(SampleDay.Project, new TalkQuery(From: At(1), To: At(2)))).Talks;
        Assert.Equal([Boris, Anna], found.Select(one => one.Employee));
        Assert.Equivalent(Recording(11), found[1].Recording, strict: true);
        Assert.Equal(
            (CallDirection.Incoming, "+380501111111", "Олена"), (found[1].Direction, found[1].ClientNumber, found[1].ClientName));
    }

    [Fact]
    public async Task Beyond_the_bound_the_newest_are_read_and_the_rest_is_said()
    {
        var found = await _service.Reader.Talks(SampleDay.Project, new TalkQuery(Most: 3));
        Assert.Equal([6, 3, 2], found.Talks.Select(one => one.Call.Value));
        Assert.True(found.IsCut);
        Assert.False((await _service.Reader.Talks(SampleDay.Project, new TalkQuery(Most: 5))).IsCut);
    }

    private static long At(long call) => SampleDay.Begin + (call * 1_000_000);

    private static RecordingRecord Recording(int second) => new(
        SampleDay.Begin, 60_000, 1_920_044, 8_000, 0, new RecordedSide(2_000, 1_000, 2_000, 0, [new(second * 100, 2_000)]),
        new RecordedSide(0, null, 0, 0, []));

    private static CallRecord Call(long id, DepartmentId? department, CallDirection direction, params EmployeeId[] talked)
    {
        var (arrived, ended) = (At(id), At(id) + 600_000);
        var isOut = direction != CallDirection.Incoming;
        return new CallRecord(
            new CallId(id), direction, CallOutcome.Answered, EndedBy.Client, 200, "+380501111111", "Олена", "+380441234567", null, null,
            null, department, department, talked[^1], null, arrived, arrived + 1_000, ended, 1_000, 599_000, 0, 1, $"{id}@host",
            [
                new LegRecord(0, LegKind.Caller, isOut ? talked[0] : null, null, "", arrived, null, null, ended, 0, LegEnd.HungUp, null),
                .. talked.Select((who, at) => new LegRecord(
                    at + 1, isOut ? LegKind.External : LegKind.Employee, isOut ? null : who, department, "", arrived, arrived,
                    arrived + 1_000, ended, 0, LegEnd.HungUp, null)),
            ],
            [],
            [
                .. talked.Select((who, at) => new ConversationRecord(
                    at + 1, 0, at + 1, who, department, arrived + 1_000, ended, 1_000, 0, EndedBy.Client, IsRecorded: true)),
            ]);
    }

    private void Ended(CallRecord record) => Happen(new CallEnded(record));

    private void Happen(ProjectEvent happened) => _journal.Append(SampleDay.Project, SampleDay.Begin + 86_000_000, happened);
}
