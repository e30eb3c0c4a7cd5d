using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Ports;

namespace CallCenter.Tests.Shared.Ports;

/// <summary>Ended calls in memory, looked up by the same rules as PostgreSQL does.</summary>
public sealed class FakeHistory : IHistoryReader
{
    private readonly List<(ConfigurationVersion Version, ProjectConfiguration Document)> _versions =
        [(new ConfigurationVersion(1, "admin", SampleProject.Start), SampleProject.Configuration)];

    public List<CallCard> Cards { get; } = [.. SampleCalls.Cards];

    public List<AuditRow> Acts { get; } = [];

    public Dictionary<CallId, IReadOnlyList<RecordedConversation>> Recorded { get; } =
        new() { [SampleRecording.Call] = [new RecordedConversation(SampleRecording.Conversation, SampleRecording.Record, false)] };

    /// <summary>As if PostgreSQL were stopped.</summary>
    public bool Away { get; set; }

    /// <summary>What happens before a page behind the first one is read.</summary>
    public Func<Task>? BetweenPages { get; set; }

    public void Published(int version, string author, ProjectConfiguration document) =>
        _versions.Insert(0, (new ConfigurationVersion(version, author, SampleProject.Start), document));

    public async ValueTask<CallPage> Calls(ProjectId project, CallQuery query, CancellationToken cancellation = default)
    {
        CheckThere();
        if (query.After is not null && BetweenPages is { } happen) await happen();
        var fitting = Cards.Where(card => Fits(card.Record, query)).Select(card => Row(card.Record)).ToList();
        var sorted = query.Descending
            ? fitting.OrderByDescending(row => Key(row, query.Sort), StringComparer.Ordinal).ThenByDescending(row => row.Call.Value)
            : fitting.OrderBy(row => Key(row, query.Sort), StringComparer.Ordinal).ThenBy(row => row.Call.Value);
        var rest = query.After is { } after ? sorted.SkipWhile(row => row.Call != after.Call).Skip(1).ToList() : [.. sorted];
        var rows = rest.Take(query.Size).ToList();
        var next = rest.Count > query.Size ? new CallCursor(Text(rows[^1], query.Sort), rows[^1].Call) : null;
        return new CallPage(rows, next, Math.Min(fitting.Count, CallPage.CountedUpTo));
    }

    public ValueTask<CallCard?> Call(ProjectId project, CallId call, CancellationToken cancellation = default)
    {
        CheckThere();
        return ValueTask.FromResult(Cards.FirstOrDefault(card => card.Record.Call == call));
    }

    public ValueTask<IReadOnlyList<RecordedConversation>> Recordings(
        ProjectId project, CallId call, CancellationToken cancellation = default)
    {
        CheckThere();
        return ValueTask.FromResult(Recorded.GetValueOrDefault(call, []));
    }

    public ValueTask<IReadOnlyDictionary<CallId, IReadOnlyList<int>>> WithSound(
        ProjectId project, IReadOnlyList<CallId> calls, EmployeeId? heardBy, CancellationToken cancellation = default)
    {
        CheckThere();
        return ValueTask.FromResult<IReadOnlyDictionary<CallId, IReadOnlyList<int>>>(
            Cards.Select(card => card.Record).Where(call => calls.Contains(call.Call))
                .Select(call => (call.Call, Heard: Heard(call, heardBy))).Where(one => one.Heard.Count > 0)
                .ToDictionary(one => one.Call, one => one.Heard));
    }

    public ValueTask<ClientTalks> Talks(ProjectId project, TalkQuery query, CancellationToken cancellation = default)
    {
        CheckThere();
        var asked = new CallQuery(query.From, query.To, Direction: query.Direction, OnlyOf: query.OnlyOf, OrOwnedBy: query.OrOwnedBy);
        var fitting = Cards.Select(card => card.Record).Where(call => call.Direction != CallDirection.Internal && Fits(call, asked))
            .OrderByDescending(call => call.ArrivedAt).ThenByDescending(call => call.Call.Value)
            .SelectMany(call => Recorded.GetValueOrDefault(call.Call, []).Reverse()
                .Select(one => (Call: call, Recorded: one, Talk: call.Conversations.First(talk => talk.Number == one.Conversation))))
            .Where(one => one.Talk.Employee is { } whose && query.Employees?.Contains(whose) != false)
            .Select(one => new ClientTalk(
                one.Call.Call, one.Recorded.Conversation, one.Talk.Employee!.Value, one.Call.Direction, one.Call.ClientNumber,
                one.Call.ClientName, one.Recorded.Recording))
            .ToList();
        return ValueTask.FromResult(new ClientTalks([.. fitting.Take(query.Most)], fitting.Count > query.Most));
    }

    public ValueTask<CallTotals> Totals(ProjectId project, long from, long to, CancellationToken cancellation = default)
    {
        CheckThere();
        var calls = Cards.Select(card => card.Record).Where(call => call.ArrivedAt >= from && call.ArrivedAt < to).ToList();
        var incoming = calls.Where(call => call.Direction == CallDirection.Incoming).ToList();
        var answered = incoming.Count(call => call.Outcome == CallOutcome.Answered);
        return ValueTask.FromResult(new CallTotals(
            from, to, incoming.Count, answered, incoming.Count - answered, calls.Count(call => call.Direction == CallDirection.Outgoing)));
    }

    public ValueTask<IReadOnlyList<TrunkCalls>> CallsByTrunk(
        ProjectId project, long from, long to, CancellationToken cancellation = default)
    {
        CheckThere();
        return ValueTask.FromResult<IReadOnlyList<TrunkCalls>>(
        [
            .. Cards.Select(card => card.Record).Where(call => call.ArrivedAt >= from && call.ArrivedAt < to && call.Trunk is not null)
                .GroupBy(call => call.Trunk!)
                .Select(calls => new TrunkCalls(
                    calls.Key, calls.Count(), calls.Count(call => call.Outcome is CallOutcome.Failed or CallOutcome.Interrupted))),
        ]);
    }

    public ValueTask<IReadOnlyList<ConfigurationVersion>> ConfigurationVersions(ProjectId project, CancellationToken cancellation = default)
    {
        CheckThere();
        return ValueTask.FromResult<IReadOnlyList<ConfigurationVersion>>([.. _versions.Select(one => one.Version)]);
    }

    public ValueTask<ProjectConfiguration?> ConfigurationDocument(ProjectId project, int version, CancellationToken cancellation = default)
    {
        CheckThere();
        return ValueTask.FromResult<ProjectConfiguration?>(_versions.FirstOrDefault(one => one.Version.Version == version).Document);
    }

    public ValueTask<AuditPage> Audit(ProjectId project, AuditQuery query, CancellationToken cancellation = default)
    {
        CheckThere();
        var fitting = Acts.Where(row => (query.From is not { } from || row.At >= from) && (query.To is not { } to || row.At < to)
            && (query.Actor is not { } actor || row.Entry.Actor.Name == actor) && (query.Kind is not { } kind || row.Entry.Kind == kind))
            .OrderBy(row => query.Descending ? -row.Sequence : row.Sequence).ToList();
        var rest = query.After is { } after ? fitting.SkipWhile(row => row.Cursor != after).Skip(1).ToList() : fitting;
        var rows = rest.Take(query.Size).ToList();
        return ValueTask.FromResult(new AuditPage(rows, rest.Count > query.Size ? rows[^1].Cursor : null, fitting.Count));
    }

    private IReadOnlyList<int> Heard(CallRecord call, EmployeeId? heardBy) =>
    [
        .. Recorded.GetValueOrDefault(call.Call, [])
            .Where(one => !one.IsDeleted && (heardBy is not { } hearer || call.Conversations.Any(talk => talk.Number == one.Conversation
                && (talk.Employee == hearer
                    || call.Legs.Any(leg => leg.Employee == hearer && (leg.Number == talk.Leg || leg.Number == talk.OtherLeg))))))
            .Select(one => one.Conversation),
    ];

    private bool Fits(CallRecord call, CallQuery query) =>
        (!query.OnlyRecorded || Heard(call, query.HeardBy).Count > 0)
        && (query.From is not { } from || call.ArrivedAt >= from)
        && (query.To is not { } to || call.ArrivedAt < to)
        && (query.Department is not { } department || call.Department == department || call.FirstDepartment == department)
        && (query.OnlyOf is not { Count: > 0 } only
            || ((call.Department ?? call.FirstDepartment) is { } own && only.Contains(own))
            || (query.OrOwnedBy is { } self && IsOf(call, self)))
        && (query.Employee is not { } employee || IsOf(call, employee))
        && (query.OnlyOwnedBy is not { } owner || IsOf(call, owner))
        && (query.Direction is not { } direction || call.Direction == direction)
        && (query.Outcome is not { } outcome || call.Outcome == outcome)
        && (query.Number is not { } number || call.ClientNumber.Contains(number, StringComparison.Ordinal)
            || call.Dialled.Contains(number, StringComparison.Ordinal));

    private static bool IsOf(CallRecord call, EmployeeId employee) =>
        call.Legs.Any(leg => leg.Employee == employee && (leg.AnsweredAt is not null || leg.Kind == LegKind.Caller));

    private static CallRow Row(CallRecord call) => new(
        call.Call, call.Direction, call.Outcome, call.EndedBy, call.ClientNumber, call.ClientName, call.Dialled, call.DialledNumber,
        call.ShownNumber, call.FirstDepartment, call.Department, call.Employee, call.ArrivedAt, call.AnsweredAt, call.EndedAt,
        call.WaitMs, call.TalkMs, call.HoldMs, call.SipCallId, call.Rating());

    private static string Text(CallRow row, CallSort sort) => sort switch
    {
        CallSort.Wait => $"{row.WaitMs}",
        CallSort.Talk => $"{row.TalkMs}",
        CallSort.ClientNumber => row.ClientNumber,
        _ => $"{row.ArrivedAt}",
    };

    private static string Key(CallRow row, CallSort sort) => sort == CallSort.ClientNumber ? row.ClientNumber
        : Text(row, sort).PadLeft(20, '0');

    private void CheckThere()
    {
        if (Away) throw new HistoryUnavailableException("PostgreSQL does not answer.");
    }
}
