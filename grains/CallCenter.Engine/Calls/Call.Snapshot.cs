using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Snapshots;
using CallCenter.Engine.Steps;

namespace CallCenter.Engine.Calls;

/// <summary>A call's state as a snapshot keeps it; what can be counted from the legs is counted again.</summary>
internal sealed partial class Call
{
    public CallSnapshot ToSnapshot() => new(
        Arrived, ArrivedAt, ConfigurationVersion, Responsible, Stage, StageSince, Route,
        [.. _legs.Select(leg => leg.ToSnapshot(MediaOf(leg.Number)))], Visits is null ? [] : [.. Visits.Select(Of)], Visit is not null,
        LastLeg,
        Talk?.OtherLeg ?? 0, Caller.AnsweredAt, Employee, Department, ShownNumber, Trunk, RingingShown, Caller.HeldSince, Caller.HoldMs,
        Talk?.HeldSince, Talk?.HoldMs ?? 0, _extras?.Refusing is { } refusing ? [.. refusing.Order(StringComparer.Ordinal)] : null,
        Redirects?.ToArray(), Talks(), AnsweredWith, MediaOf(0), HearsMusic,
        Steps is null ? null : [.. Steps.Select(static step => step.ToSnapshot())],
        Supervisions is null ? null : [.. Supervisions.Select(Of)], HelpSince);

    public static Call From(CallSnapshot snapshot, Dictionary<DepartmentId, Department> departments)
    {
        var call = new Call(snapshot.Arrived, snapshot.ArrivedAt)
        {
            ConfigurationVersion = snapshot.ConfigurationVersion,
            Responsible = snapshot.Responsible,
            Stage = snapshot.Stage,
            StageSince = snapshot.StageSince,
            Route = snapshot.Route,
            LastLeg = snapshot.LastLeg,
            ShownNumber = snapshot.ShownNumber,
            Trunk = snapshot.Trunk,
            RingingShown = snapshot.RingingShown,
            HearsMusic = snapshot.HearsMusic,
        };
        if (snapshot.Redirects is { } redirects) call.Extras.Redirects = [.. redirects];
        foreach (var leg in snapshot.Legs) call._legs.Add(Leg.From(leg));
        if (snapshot.Refusing is { } refusing) call.Extras.Refusing = [.. refusing];
        call.RingingLegs = call._legs.Count(leg => leg.IsRinging);
        call.FindRingDue();
        (call.Caller.AnsweredAt, call.Caller.HeldSince, call.Caller.HoldMs) =
            (snapshot.AnsweredAt, snapshot.CallerHeldSince, snapshot.CallerHoldMs);
        if (snapshot.CallerMedia is { } media) call.On(new LegDescribed(new LegId(call.Id, 0), media));
        foreach (var leg in snapshot.Legs)
        {
            if (leg.Media is { } described) call.On(new LegDescribed(new LegId(call.Id, leg.Number), described));
        }
        if (snapshot.Visits.Length > 0) call.Visits = [.. snapshot.Visits.Select(From)];
        foreach (var talk in snapshot.Conversations ?? TalkOfOlder(snapshot)) call.LastTalk = Conversation.From(talk, call.LastTalk);
        call.AnsweredWith = snapshot.Conversations is null ? snapshot.Talking : snapshot.AnsweredWith;
        if (snapshot.Steps is { } steps) call.Extras.Steps = [.. steps.Select(CallStep.From)];
        if (snapshot.HelpSince is { } since) call.Extras.HelpSince = since;
        foreach (var supervision in snapshot.Supervisions ?? [])
        {
            (call.Extras.Supervisions ??= new(1)).Add(new Supervision(Leg.From(supervision.Leg)) { Mode = supervision.Mode });
            if (supervision.Leg.Media is { } described) call.On(new LegDescribed(new LegId(call.Id, supervision.Leg.Number), described));
        }
        if (snapshot.InQueue) call.Queue = departments[call.Visits![^1].Department];
        return call;
    }

    private ConversationSnapshot[]? Talks()
    {
        if (LastTalk is null) return null;
        var talks = new ConversationSnapshot[LastTalk.Number];
        for (var talk = LastTalk; talk is not null; talk = talk.Before) talks[talk.Number - 1] = talk.ToSnapshot();
        return talks;
    }

    private static ConversationSnapshot[] TalkOfOlder(CallSnapshot snapshot)
    {
        if (snapshot is not { AnsweredAt: { } began, Talking: > 0 }) return [];
        long since = snapshot.Visits is [.., { Exit: QueueExit.Answered } visit] ? visit.EnteredAt : snapshot.ArrivedAt;
        return
        [
            new ConversationSnapshot(
                1, 0, snapshot.Talking, snapshot.Employee, snapshot.Department, began, began - since, null, default, snapshot.HeldSince,
                snapshot.HoldMs),
        ];
    }

    private SupervisionSnapshot Of(Supervision supervision) =>
        new(supervision.Leg.ToSnapshot(MediaOf(supervision.Leg.Number)), supervision.Mode);

    private static QueueVisitSnapshot Of(QueueVisit visit) => new(
        visit.Number, visit.Department, visit.Priority, visit.EnteredAt, visit.LeaveAt, visit.Round, visit.Tier, visit.LeftAt, visit.Exit,
        visit.Employee, visit.AnnounceAt);

    private static QueueVisit From(QueueVisitSnapshot visit) => new()
    {
        Number = visit.Number,
        Department = visit.Department,
        Priority = visit.Priority,
        EnteredAt = visit.EnteredAt,
        LeaveAt = visit.LeaveAt,
        Round = visit.Round,
        Tier = visit.Tier,
        LeftAt = visit.LeftAt,
        Exit = visit.Exit,
        Employee = visit.Employee,
        AnnounceAt = visit.AnnounceAt,
    };
}
