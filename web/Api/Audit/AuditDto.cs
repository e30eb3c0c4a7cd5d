using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Configuration;
using CallCenter.Abstractions.History;

namespace CallCenter.Web.Api.Audit;

/// <summary>One entry of the audit log.</summary>
/// <param name="Id">Its number; later entries have higher ones.</param>
/// <param name="At">When.</param>
/// <param name="Kind">What was done.</param>
/// <param name="ActorKind">Who did it: a person, an apiKey, a stranger, or the program by its command line.</param>
/// <param name="Actor">Sign-in name or name of the key, as it was then; null for strangers who named nobody that exists.</param>
/// <param name="ActorKey">Key of the employee, or id of the API key.</param>
/// <param name="Access">The actor's access level then.</param>
/// <param name="Address">Where the request came from.</param>
/// <param name="Target">To whom or what: an employee, a sign-in name, a version, a call, a client's number, the name of a key.</param>
/// <param name="Detail">How: the state that was set, the filters of an export, the id of a key.</param>
/// <param name="Times">How often; more than 1 where repetitions were counted.</param>
public sealed record AuditDto(
    long Id, DateTimeOffset At, AuditKind Kind, ActorKind ActorKind, string? Actor, string? ActorKey, AccessLevel? Access, string? Address,
    string? Target, string? Detail, int Times)
{
    public static AuditDto From(AuditRow row) => new(
        row.Sequence, row.At.ToTime(), row.Entry.Kind, row.Entry.Actor.Kind, row.Entry.Actor.Name, row.Entry.Actor.Key,
        row.Entry.Actor.Access, row.Entry.Actor.Address, row.Entry.Target, row.Entry.Detail, row.Entry.Times);
}

/// <summary>A page of the audit log.</summary>
/// <param name="Entries">The entries in the order asked for.</param>
/// <param name="Next">Give it back as <c>cursor</c> to get the next page; null on the last one.</param>
/// <param name="Total">Number of entries that fit the filters, counted up to 10,000.</param>
/// <param name="TotalIsAtLeast">Whether there are more than <c>total</c>.</param>
public sealed record AuditListDto(IReadOnlyList<AuditDto> Entries, string? Next, int Total, bool TotalIsAtLeast);
