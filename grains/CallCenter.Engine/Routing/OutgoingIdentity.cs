using CallCenter.Abstractions.Calls;
using CallCenter.Abstractions.Configuration;
using CallCenter.Engine.Calls;
using CallCenter.Engine.Employees;

namespace CallCenter.Engine.Routing;

/// <summary>
/// Who is shown on a leg through a trunk and which trunk it takes, whoever causes the leg: the rules of caller numbers decide (T-11). No
/// extension and no name leaves the house, and who withholds his number stays withheld.
/// </summary>
/// <param name="Rule">Why this number.</param>
/// <param name="Shown">The number that is shown; empty: nobody's.</param>
/// <param name="Asserted">Our number behind the leg where another or none is shown; null where it is the same.</param>
/// <param name="Trunk">Null where none has room.</param>
/// <param name="Next">The trunks to be tried where this one does not carry the call; null: none.</param>
internal readonly record struct OutgoingIdentity(
    string Rule, string Shown, string? Asserted, TrunkConfiguration? Trunk, IReadOnlyList<string>? Next = null)
{
    /// <summary>An employee dialled the number: the first fitting rule, whose trunk he gets or none.</summary>
    public static OutgoingIdentity OfDialled(ProjectState state, Employee caller, string number, bool isWithheld)
    {
        foreach (var rule in state.Document.CallerNumberRules)
        {
            if (!Fits(rule, caller, number) || state.Directory.NumberById(rule.Number) is not { } shown) continue;
            return Of(Rules.CallerNumber, shown.Number, isWithheld, TrunkOf(state, rule));
        }
        return Of(Rules.FirstNumber, FirstNumber(state), isWithheld, state.Trunks.Choose(null));
    }

    /// <summary>The trunk before did not carry the leg: the same number, as far as the next one may show it.</summary>
    public static OutgoingIdentity OfNextTrunk(Call call, Leg leg, TrunkChoice next)
    {
        string shown = leg.ShownNumber ?? call.Arrived.ClientNumber;
        return call.Direction == CallDirection.Outgoing && leg.RedirectedBy is null
            ? new OutgoingIdentity(Rules.NextTrunk, shown, leg.AssertedNumber, next.Trunk, next.Next)
            : ForClient(call, Of(Rules.NextTrunk, leg.AssertedNumber ?? shown, call.Arrived.IsWithheld, next));
    }

    /// <summary>
    /// Nobody dialled the number: a call is led to it, or it is an employee's. A rule whose trunk is full gives way to the next one,
    /// because the employee is in reach as long as any trunk has room.
    /// </summary>
    /// <param name="named">The trunks that the destination or contact point names; the number is that of a rule that leads there.</param>
    public static OutgoingIdentity OfForwarded(ProjectState state, Call call, string number, IReadOnlyList<string>? named = null)
    {
        var caller = call.Arrived.CallerEmployee is { } id ? state.Employees.GetValueOrDefault(id) : null;
        foreach (var rule in state.Document.CallerNumberRules)
        {
            if (!Fits(rule, caller, number) || state.Directory.NumberById(rule.Number) is not { } shown) continue;
            var choice = named is null ? TrunkOf(state, rule) : state.Trunks.Choose(named);
            if (choice.Trunk is null || !Leads(rule, choice.Trunk.Id)) continue;
            return ForClient(call, Of(Rules.CallerNumber, shown.Number, call.Arrived.IsWithheld, choice));
        }
        return ForClient(call, Of(Rules.FirstNumber, FirstNumber(state), call.Arrived.IsWithheld, state.Trunks.Choose(named)));
    }

    /// <summary>
    /// An employee's phone sent the call there: he is the caller as far as rules go, and the client is shown where he may be.
    /// </summary>
    public static OutgoingIdentity OfRedirected(ProjectState state, Call call, Employee by, string number) =>
        OfDialled(state, by, number, call.Arrived.IsWithheld) is { Trunk: { } trunk } own
            ? ForClient(call, Of(own.Rule, own.Asserted ?? own.Shown, call.Arrived.IsWithheld, new TrunkChoice(trunk, own.Next)))
            : default;

    /// <summary>
    /// Help has to know whom to call back: nothing is withheld, and the trunk is taken however full it is; where it does not carry the
    /// call, any other is tried. A rule fits that leads through it.
    /// </summary>
    public static OutgoingIdentity OfEmergency(ProjectState state, EmergencyNumber emergency, Employee? caller)
    {
        var trunk = state.Trunks.Find(emergency.Trunk) ?? state.Trunks.Choose(null).Trunk;
        string[] others = [.. state.Document.Trunks.Where(other => other.Id != trunk?.Id).Select(static other => other.Id)];
        return new OutgoingIdentity(
            Rules.EmergencyNumber, ShownTo(state, emergency, caller, trunk), null, trunk, others.Length > 0 ? others : null);
    }

    private static string ShownTo(ProjectState state, EmergencyNumber emergency, Employee? caller, TrunkConfiguration? trunk)
    {
        if (state.Directory.NumberById(emergency.Number) is { } set) return set.Number;
        foreach (var rule in state.Document.CallerNumberRules)
        {
            if (trunk is not null && !Leads(rule, trunk.Id)) continue;
            if (Fits(rule, caller, emergency.Dialled) && state.Directory.NumberById(rule.Number) is { } shown)
                return shown.Number;
        }
        return FirstNumber(state);
    }

    private static OutgoingIdentity Of(string rule, string own, bool isWithheld, TrunkChoice choice) =>
        isWithheld && own.Length > 0
            ? new OutgoingIdentity(rule, "", own, choice.Trunk, choice.Next)
            : new OutgoingIdentity(rule, own, null, choice.Trunk, choice.Next);

    /// <summary>A carrier that shows clients' numbers is given that of the client, ours stands behind it.</summary>
    private static OutgoingIdentity ForClient(Call call, OutgoingIdentity own) =>
        call is { Direction: CallDirection.Incoming, Arrived.ClientNumber.Length: > 0 }
            && own is { Trunk.ShowsClients: true, Shown.Length: > 0 }
            ? own with { Shown = call.Arrived.ClientNumber, Asserted = own.Shown }
            : own;

    /// <summary>The number shown where no rule fits; empty where the document has none at all: then nobody is shown (RFC 3323).</summary>
    private static string FirstNumber(ProjectState state) => state.Document.Numbers.Count > 0 ? state.Document.Numbers[0].Number : "";

    private static bool Fits(CallerNumberRule rule, Employee? caller, string number)
    {
        if (!number.StartsWith(rule.DestinationPrefix ?? "", StringComparison.Ordinal)) return false;
        if (rule.Employee is { } employee && caller?.Id.Value != employee) return false;
        return rule.Department is not { } department || caller?.Departments.Exists(own => own.Id.Value == department) is true;
    }

    private static TrunkChoice TrunkOf(ProjectState state, CallerNumberRule rule) => state.Trunks.Choose(rule.InOrder());

    private static bool Leads(CallerNumberRule rule, string trunk) => rule.InOrder()?.Contains(trunk) != false;
}
