using CallCenter.Abstractions;
using CallCenter.Abstractions.Routing;
using CallCenter.Web.Board;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Calls.Explanations;

/// <summary>
/// Where a call goes, in words. The engine writes places as words and keys (<c>department sales</c>, <c>employee anna</c>,
/// <c>menu front</c>, <c>voicemail of employee anna</c>, <c>hang up Closed</c>, <c>+380… via trunk kyivstar, shown +380…</c>,
/// <c>+380… via trunk vodafone, after kyivstar: 503</c>); the keys become names here. What is written otherwise stays as it is.
/// </summary>
internal static class DestinationWords
{
    public static string Sentence(Decision decision, ProjectNames names, Language language)
    {
        var place = Place(decision, names, language);
        if (DestinationTexts.ByRule.TryGetValue(decision.Rule, out var text)) return text.In(language, place);
        return decision.Kind == DecisionKind.Outgoing
            ? DestinationTexts.Outgoing.In(language, place)
            : DestinationTexts.OtherRule.In(language, place, decision.Rule);
    }

    private static string Place(Decision decision, ProjectNames names, Language language)
    {
        var place = decision.Destination;
        if (place is null) return decision.Department is { } known ? Department(known) : DestinationTexts.Nowhere.In(language);
        if (After(place, "department ") is { } department) return Department(new DepartmentId(department));
        if (After(place, "employee ") is { } employee) return names.Employee(new EmployeeId(employee));
        if (After(place, "menu ") is { } menu) return DestinationTexts.Menu.In(language, names.Menu(menu));
        if (After(place, "voicemail of department ") is { } ofAll)
            return DestinationTexts.Voicemail.In(language, names.Department(new DepartmentId(ofAll)));
        if (After(place, "voicemail of employee ") is { } ofOne)
            return DestinationTexts.Voicemail.In(language, names.Employee(new EmployeeId(ofOne)));
        return After(place, "hang up ") is { } reason
            ? DestinationTexts.HangUp.In(language, HangUp(reason, language))
            : Outside(place, language);

        string Department(DepartmentId id) => DestinationTexts.Department.In(language, names.Department(id));
    }

    private static string HangUp(string reason, Language language) => reason.ToLowerInvariant() switch
    {
        "closed" => DestinationTexts.Closed.In(language),
        "busy" => DestinationTexts.Busy.In(language),
        "noanswer" => DestinationTexts.NoAnswer.In(language),
        _ => reason,
    };

    private static string Outside(string place, Language language)
    {
        if (place.Split(" via trunk ") is not [var number, var rest]) return PhoneNumber.Pretty(place);
        if (rest.Split(", after ") is [var next, var before])
        {
            return DestinationTexts.AfterTrunk.In(
                language, DestinationTexts.ThroughTrunk.In(language, PhoneNumber.Pretty(number), next), before);
        }

        var parts = rest.Split(", shown ");
        var through = DestinationTexts.ThroughTrunk.In(language, PhoneNumber.Pretty(number), parts[0]);
        return parts.Length == 2 ? DestinationTexts.Shown.In(language, through, PhoneNumber.Pretty(parts[1])) : through;
    }

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.Ordinal) ? text[prefix.Length..] : null;
}
