using CallCenter.Abstractions;
using CallCenter.Engine.Departments;
using CallCenter.Engine.Snapshots;

namespace CallCenter.Engine.Calls;

/// <summary>A call's state as a snapshot keeps it; what can be counted from the legs is counted again.</summary>
internal sealed partial class Call
{
    public CallSnapshot ToSnapshot() => new(
        Arrived, ArrivedAt, ConfigurationVersion, Responsible, Stage, StageSince, Route,
        [.. _legs.Select(Of)], Visits is null ? [] : [.. Visits.Select(Of)], Visit is not null, LastLeg, Talking?.Number ?? 0, AnsweredAt,
        Employee, Department, ShownNumber, Trunk, RingingShown, CallerHeldSince, CallerHoldMs, HeldSince, HoldMs,
        _refusing is null ? null : [.. _refusing.Order(StringComparer.Ordinal)], Redirects?.ToArray());

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
            AnsweredAt = snapshot.AnsweredAt,
            Employee = snapshot.Employee,
            Department = snapshot.Department,
            ShownNumber = snapshot.ShownNumber,
            Trunk = snapshot.Trunk,
            RingingShown = snapshot.RingingShown,
            CallerHeldSince = snapshot.CallerHeldSince,
            CallerHoldMs = snapshot.CallerHoldMs,
            HeldSince = snapshot.HeldSince,
            HoldMs = snapshot.HoldMs,
            Redirects = snapshot.Redirects?.ToList(),
        };
        foreach (var leg in snapshot.Legs) call._legs.Add(From(leg));
        if (snapshot.Refusing is { } refusing) call._refusing = [.. refusing];
        call.RingingLegs = call._legs.Count(leg => leg.IsRinging);
        call.FindRingDue();
        call.Talking = call.FindLeg(snapshot.Talking);
        if (snapshot.Visits.Length > 0) call.Visits = [.. snapshot.Visits.Select(From)];
        if (!snapshot.InQueue) return call;
        call.Visit = call.Visits![^1];
        call.Queue = departments[call.Visit.Department];
        return call;
    }

    private static LegSnapshot Of(Leg leg) => new(
        leg.Number, leg.Kind, leg.Employee, leg.Department, leg.Target, leg.Trunk, leg.Visit, leg.Round, leg.StartedAt, leg.RingUntil,
        leg.RangAt, leg.AnsweredAt, leg.EndedAt, leg.End, leg.SipStatus, leg.HeldSince, leg.HoldMs, leg.ShownNumber, leg.Facts,
        leg.AssertedNumber, leg.Said, leg.NextTrunks, leg.RedirectedBy);

    private static QueueVisitSnapshot Of(QueueVisit visit) => new(
        visit.Number, visit.Department, visit.Priority, visit.EnteredAt, visit.LeaveAt, visit.Round, visit.Tier, visit.LeftAt, visit.Exit,
        visit.Employee);

    private static Leg From(LegSnapshot leg) => new()
    {
        Number = leg.Number,
        Kind = leg.Kind,
        Employee = leg.Employee,
        Department = leg.Department,
        Target = leg.Target,
        Trunk = leg.Trunk,
        ShownNumber = leg.ShownNumber,
        AssertedNumber = leg.AssertedNumber,
        NextTrunks = leg.NextTrunks,
        RedirectedBy = leg.RedirectedBy,
        Facts = leg.Facts,
        Visit = leg.Visit,
        Round = leg.Round,
        StartedAt = leg.StartedAt,
        RingUntil = leg.RingUntil,
        RangAt = leg.RangAt,
        AnsweredAt = leg.AnsweredAt,
        EndedAt = leg.EndedAt,
        End = leg.End,
        SipStatus = leg.SipStatus,
        Said = leg.Said,
        HeldSince = leg.HeldSince,
        HoldMs = leg.HoldMs,
    };

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
    };
}
