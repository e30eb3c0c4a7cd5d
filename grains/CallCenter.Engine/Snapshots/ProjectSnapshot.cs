using System.Text.Json;
using System.Text.Json.Serialization;
using CallCenter.Abstractions;
using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Clients;
using CallCenter.Abstractions.Employees;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Employees;
using CallCenter.Engine.Routing;

namespace CallCenter.Engine.Snapshots;

/// <summary>The state of a project but for its document and statistics, in canonical order: equal states give equal bytes.</summary>
/// <param name="BoardSequence">Null where it is the sequence, as nearly always.</param>
internal sealed record ProjectSnapshot(
    long Sequence, long LastAt, long LastCall, long EndedCalls, int Version, EmployeeSnapshot[] Employees, DepartmentSnapshot[] Departments,
    PhoneSnapshot[] Phones, [property: JsonConverter(typeof(ClientsConverter))] ClientSnapshot[] Clients, CallSnapshot[] Calls,
    OutgoingSnapshot? Outgoing, long? BoardSequence,
    WaitingMessage[]? Messages = null, WaitingMessage[]? UnfinishedMessages = null);

/// <summary>What <see cref="ProjectImage"/> writes, each part with a context of its own; null where one is missing.</summary>
internal sealed record SnapshotParts(ProjectSnapshot? State, JsonElement? Document, JsonElement? Statistics);

/// <summary>The outgoing calls of a day; null before the first one.</summary>
internal sealed record OutgoingSnapshot(long DayStart, long DayEnd, CountSnapshot[] Employees, CountSnapshot[] Prefixes);

/// <summary>One count with the key it belongs to.</summary>
internal sealed record CountSnapshot(string Key, int Count);

/// <summary>One employee; those of the document, in its order.</summary>
internal sealed record EmployeeSnapshot(
    EmployeeId Id, EmployeeState State, long IdleSince, long RestUntil, int RonaInRow, PausedWrapUp? PausedWrapUp, CallId[] Dialled);

/// <summary>One department; whatever waits in it is found at the calls.</summary>
internal sealed record DepartmentSnapshot(DepartmentId Id, EmployeeId? LastRung);

/// <summary>One registered phone.</summary>
internal sealed record PhoneSnapshot(string Account, PhoneBinding[] Bindings);

/// <summary>One live call.</summary>
/// <param name="Talking">The other leg of the caller's open conversation; 0: none. Older versions said no more of it.</param>
/// <param name="Refusing">The phones that refused what the caller offers; null where none did.</param>
/// <param name="Conversations">Null before the first, and of older versions, which knew one.</param>
internal sealed record CallSnapshot(
    CallArrived Arrived, long ArrivedAt, int ConfigurationVersion, EmployeeId? Responsible, CallStage Stage, long StageSince,
    RoutePoint Route, LegSnapshot[] Legs, QueueVisitSnapshot[] Visits, bool InQueue, int LastLeg, int Talking, long? AnsweredAt,
    EmployeeId? Employee, DepartmentId? Department, string? ShownNumber, string? Trunk, bool RingingShown, long? CallerHeldSince,
    long CallerHoldMs, long? HeldSince, long HoldMs, string[]? Refusing, Redirect[]? Redirects,
    ConversationSnapshot[]? Conversations, int AnsweredWith, LegMedia? CallerMedia, bool HearsMusic = false,
    StepSnapshot[]? Steps = null, SupervisionSnapshot[]? Supervisions = null, long? HelpSince = null);

/// <summary>One leg that we rang.</summary>
internal sealed record LegSnapshot(
    int Number, LegKind Kind, EmployeeId? Employee, DepartmentId? Department, string Target, string? Trunk, int Visit, int Round,
    long StartedAt, long RingUntil, long? RangAt, long? AnsweredAt, long? EndedAt, LegEnd End, int? SipStatus, long? HeldSince,
    long HoldMs, string? ShownNumber, SipLegFacts? Facts, string? AssertedNumber, string? Said,
    IReadOnlyList<string>? NextTrunks, EmployeeId? RedirectedBy, LegMedia? Media);

/// <summary>Two legs that talk with each other, or did.</summary>
internal sealed record ConversationSnapshot(
    int Number, int Leg, int OtherLeg, EmployeeId? Employee, DepartmentId? Department, long BeganAt, long WaitMs, long? EndedAt,
    EndedBy By, long? HeldSince, long HoldMs, bool IsRecorded = false, bool IsPaused = false);

/// <summary>One queue visit.</summary>
internal sealed record QueueVisitSnapshot(
    int Number, DepartmentId Department, int Priority, long EnteredAt, long? LeaveAt, int Round, int Tier, long? LeftAt, QueueExit Exit,
    EmployeeId? Employee, long? AnnounceAt = null);

/// <summary>Somebody who listens, or did.</summary>
internal sealed record SupervisionSnapshot(LegSnapshot Leg, SupervisionMode Mode);

/// <summary>What a caller goes through with us alone, or went.</summary>
internal sealed record StepSnapshot(
    int Number, StepKind Kind, string? Menu, DepartmentId? Department, EmployeeId? Employee, long BeganAt, string? Prompt, StepEnd? Before,
    int Attempt, bool IsWrong, long? SpokenAt, string Keys, long Until, long? EndedAt, StepEnd End);

/// <summary>The generated (reflection-free) JSON shape of <see cref="ProjectSnapshot"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(SnapshotParts))]
internal sealed partial class SnapshotJsonContext : JsonSerializerContext;
