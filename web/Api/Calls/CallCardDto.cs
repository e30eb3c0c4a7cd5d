using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Routing;
using CallCenter.Web.Calls;
using CallCenter.Web.Calls.Explanations;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Api.Calls;

/// <summary>Everything about one ended call.</summary>
/// <param name="Call">The row as in the list.</param>
/// <param name="SipStatus">Final SIP status of the caller's leg, where there was one.</param>
/// <param name="SipCallId">Call-ID of the caller's leg, to find it in SIP traces.</param>
/// <param name="Trunk">Key of the trunk it came or went through.</param>
/// <param name="Responsible">Key of the employee responsible for the client.</param>
/// <param name="ConfigurationVersion">The configuration in force when it arrived.</param>
/// <param name="Legs">The caller's leg (number 0) and everyone who was rung; of supervisors who listened employees are not told.</param>
/// <param name="Visits">Its stays in departments' queues.</param>
/// <param name="Conversations">Who talked with whom, in the order in which they began; empty when nobody did.</param>
/// <param name="Decisions">What the routing decided, in order, and why.</param>
/// <param name="Steps">What the caller went through alone: notices, menus, a message, a rating; empty when nothing.</param>
public sealed record CallCardDto(
    CallDto Call, int? SipStatus, string SipCallId, string? Trunk, string? Responsible, int ConfigurationVersion,
    IReadOnlyList<LegDto> Legs, IReadOnlyList<QueueVisitDto> Visits, IReadOnlyList<ConversationDto> Conversations,
    IReadOnlyList<DecisionDto> Decisions, IReadOnlyList<StepDto> Steps)
{
    public static CallCardDto From(CallCard card, ProjectNames names, Language language) => new(
        CallDto.From(card.Record, names), card.Record.SipStatus, card.Record.SipCallId, card.Record.Trunk, card.Record.Responsible?.Value,
        card.Record.ConfigurationVersion,
        [.. card.Record.Legs.Select(leg => LegDto.From(leg, names))],
        [.. card.Record.Visits.Select(visit => QueueVisitDto.From(visit, names))],
        [.. card.Record.Conversations.Select(talk => ConversationDto.From(talk, names))],
        [.. card.Decisions.Select(decision => DecisionDto.From(decision, names, language))],
        [.. card.Record.Steps.Select(step => StepDto.From(step, names))]);
}

/// <summary>One leg of a call.</summary>
/// <param name="Number">0 is the caller's, 1, 2, 3 … those that were rung.</param>
/// <param name="Kind">Whose leg it is.</param>
/// <param name="Target">What was rung: an account, a number, a SIP URI.</param>
/// <param name="End">How the leg ended.</param>
public sealed record LegDto(
    int Number, LegKind Kind, string? Employee, string? EmployeeName, string? Department, string Target, DateTimeOffset StartedAt,
    DateTimeOffset? RangAt, DateTimeOffset? AnsweredAt, DateTimeOffset EndedAt, long HoldMs, LegEnd End, int? SipStatus)
{
    public static LegDto From(LegRecord leg, ProjectNames names) => new(
        leg.Number, leg.Kind, leg.Employee?.Value, names.Employee(leg.Employee), leg.Department?.Value, leg.Target, leg.StartedAt.ToTime(),
        leg.RangAt.ToTime(), leg.AnsweredAt.ToTime(), leg.EndedAt.ToTime(), leg.HoldMs, leg.End, leg.SipStatus);
}

/// <summary>One stay in a department's queue.</summary>
/// <param name="Exit">How the call left the queue; everything but answered and abandoned is a flow-out.</param>
/// <param name="Employee">Who took it.</param>
public sealed record QueueVisitDto(
    int Visit, string Department, string? DepartmentName, int Priority, DateTimeOffset EnteredAt, DateTimeOffset LeftAt, QueueExit Exit,
    string? Employee)
{
    public static QueueVisitDto From(QueueVisitRecord visit, ProjectNames names) => new(
        visit.Visit, visit.Department.Value, names.Department(visit.Department), visit.Priority, visit.EnteredAt.ToTime(),
        visit.LeftAt.ToTime(), visit.Exit, visit.Employee?.Value);
}

/// <summary>Two legs that talked with each other.</summary>
/// <param name="Number">1, 2, 3 … within the call.</param>
/// <param name="Leg">The number of one leg, the client's where it is one of both.</param>
/// <param name="Employee">Whose conversation it is: who took an incoming call or made an outgoing one.</param>
/// <param name="WaitMs">How long the client waited for it.</param>
/// <param name="TalkMs">Without hold.</param>
public sealed record ConversationDto(
    int Number, int Leg, int OtherLeg, string? Employee, string? EmployeeName, string? Department, DateTimeOffset BeganAt,
    DateTimeOffset EndedAt, long WaitMs, long TalkMs, long HoldMs, EndedBy EndedBy, bool IsRecorded)
{
    public static ConversationDto From(ConversationRecord talk, ProjectNames names) => new(
        talk.Number, talk.Leg, talk.OtherLeg, talk.Employee?.Value, names.Employee(talk.Employee), talk.Department?.Value,
        talk.BeganAt.ToTime(), talk.EndedAt.ToTime(), talk.WaitMs, talk.TalkMs, talk.HoldMs, talk.EndedBy, talk.IsRecorded);
}

/// <summary>One step that the caller went through alone.</summary>
/// <param name="Number">1, 2, 3 … within the call.</param>
/// <param name="Menu">Key of the menu.</param>
/// <param name="Department">Whose mailbox, or for which department he was talked with.</param>
/// <param name="Employee">Whose mailbox, or who is rated.</param>
/// <param name="Keys">What was pressed last; empty: nothing. Of a rating 1 to 5.</param>
/// <param name="End">What came of it.</param>
public sealed record StepDto(
    int Number, StepKind Kind, string? Menu, string? MenuName, string? Department, string? Employee, string? EmployeeName,
    DateTimeOffset BeganAt, DateTimeOffset EndedAt, string Keys, StepEnd End)
{
    public static StepDto From(StepRecord step, ProjectNames names) => new(
        step.Number, step.Kind, step.Menu, step.Menu is { } menu ? names.Menu(menu) : null, step.Department?.Value, step.Employee?.Value,
        names.Employee(step.Employee), step.BeganAt.ToTime(), step.EndedAt.ToTime(), step.Keys, step.End);
}

/// <summary>One decision of the routing.</summary>
/// <param name="Explanation">The decision in words, in the language of <c>lang</c> or <c>Accept-Language</c> (en, uk, ru).</param>
/// <param name="Rule">Stable key of the rule that decided.</param>
/// <param name="Chosen">Whom it rang, in order.</param>
/// <param name="PassedOver">Who could have been rung but was behind by the rule; at most 20 are listed.</param>
/// <param name="CandidatesTotal">How many could have been rung.</param>
/// <param name="Excluded">Who could not be rung, and why; at most 20 are listed.</param>
public sealed record DecisionDto(
    DateTimeOffset At, string Explanation, DecisionKind Kind, string Rule, string? Destination, string? Department,
    IReadOnlyList<CandidateDto> Chosen, IReadOnlyList<CandidateDto> PassedOver, int CandidatesTotal,
    IReadOnlyList<ExclusionDto> Excluded, int ExcludedTotal, int ConfigurationVersion)
{
    public static DecisionDto From(TimedDecision timed, ProjectNames names, Language language)
    {
        var decision = timed.Decision;
        return new DecisionDto(
            timed.At.ToTime(), DecisionExplanation.Sentence(timed, names, language), decision.Kind, decision.Rule, decision.Destination,
            decision.Department?.Value,
            [.. decision.Chosen.Select(candidate => CandidateDto.From(candidate, names))],
            [.. decision.PassedOver.Select(candidate => CandidateDto.From(candidate, names))],
            decision.CandidatesTotal,
            [.. decision.Excluded.Select(exclusion => ExclusionDto.From(exclusion, names))],
            decision.ExcludedTotal, decision.ConfigurationVersion);
    }
}

/// <summary>Somebody who could be rung.</summary>
/// <param name="Score">The figure the rule compared: idle milliseconds, calls today, talk milliseconds, position, tier.</param>
public sealed record CandidateDto(string Employee, string? EmployeeName, long Score)
{
    public static CandidateDto From(Candidate candidate, ProjectNames names) =>
        new(candidate.Employee.Value, names.Employee(candidate.Employee), candidate.Score);
}

/// <summary>Somebody who could not be rung.</summary>
/// <param name="Until">When the reason ends by itself.</param>
public sealed record ExclusionDto(string Employee, string? EmployeeName, ExclusionReason Reason, string? Detail, DateTimeOffset? Until)
{
    public static ExclusionDto From(Exclusion exclusion, ProjectNames names) =>
        new(exclusion.Employee.Value, names.Employee(exclusion.Employee), exclusion.Reason, exclusion.Detail, exclusion.UntilMs.ToTime());
}
