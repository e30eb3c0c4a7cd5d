using System.Globalization;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Routing;
using CallCenter.Web.Board;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Calls.Explanations;

/// <summary>
/// A routing decision in words: who or what was chosen and by which figure, then who stood behind, then who could not be rung and why.
/// </summary>
/// <param name="Head">What was decided and why.</param>
/// <param name="Chosen">Whom it rings, with their figures; empty when nobody, or when it is about no people.</param>
/// <param name="Behind">Who could have been rung too, with their figures; empty when nobody.</param>
/// <param name="Excluded">One clause for each who could not be rung.</param>
public sealed record DecisionExplanation(
    string Head, IReadOnlyList<string> Chosen, IReadOnlyList<string> Behind, IReadOnlyList<string> Excluded)
{
    private const int MostInSentence = 3;

    public static DecisionExplanation Of(TimedDecision timed, ProjectNames names, Language language)
    {
        var decision = timed.Decision;
        return new DecisionExplanation(
            decision.Kind == DecisionKind.Employees
                ? People(decision, names, language)
                : DestinationWords.Sentence(decision, names, language),
            [.. decision.Chosen.Select(candidate => Candidate(decision.Rule, candidate, names, language))],
            [
                .. decision.PassedOver.Select(candidate => Candidate(decision.Rule, candidate, names, language)),
                .. More(decision.CandidatesTotal - decision.Chosen.Count - decision.PassedOver.Count, language),
            ],
            [
                .. decision.Excluded.Select(exclusion => Exclusion(exclusion, timed.At, names, language)),
                .. More(decision.ExcludedTotal - decision.Excluded.Count, language),
            ]);
    }

    /// <summary>The same in one sentence with the first few of each list: for the API and the marks on the time axis.</summary>
    public static string Sentence(TimedDecision timed, ProjectNames names, Language language)
    {
        var all = Of(timed, names, language);
        var parts = new List<string> { all.Head };
        if (all.Behind.Count > 0)
        {
            var behind = Shortened(all.Behind, timed.Decision.CandidatesTotal - timed.Decision.Chosen.Count, language);
            parts.Add(ExplanationTexts.Behind.In(language, string.Join(", ", behind)));
        }

        parts.AddRange(Shortened(all.Excluded, timed.Decision.ExcludedTotal, language));
        return string.Join("; ", parts) + ".";
    }

    private static IEnumerable<string> Shortened(IReadOnlyList<string> clauses, int total, Language language) =>
        clauses.Count <= MostInSentence ? clauses : [.. clauses.Take(MostInSentence), .. More(total - MostInSentence, language)];

    private static IEnumerable<string> More(int count, Language language) =>
        count > 0 ? [ExplanationTexts.More.In(language, ExplanationTexts.People.In(language, count))] : [];

    private static string People(Decision decision, ProjectNames names, Language language)
    {
        if (decision.Chosen.Count == 0) return ExplanationTexts.Nobody.In(language);
        var who = string.Join(", ", decision.Chosen.Select(candidate => names.Employee(candidate.Employee)));
        var score = decision.Chosen[0].Score;
        return decision.Rule switch
        {
            "ring-all" => ExplanationTexts.RingAll.In(language, who),
            "longest-idle" => ExplanationTexts.LongestIdle.In(language, who, DurationWords.In(language, score)),
            "round-robin" => ExplanationTexts.RoundRobin.In(language, who),
            "fewest-calls" => ExplanationTexts.FewestCalls.In(language, who, ExplanationTexts.Calls.In(language, score)),
            "least-talk-time" => ExplanationTexts.LeastTalkTime.In(language, who, DurationWords.In(language, score)),
            "random" => ExplanationTexts.Random.In(language, who),
            "in-order" => ExplanationTexts.InOrder.In(language, who, score.ToString(CultureInfo.InvariantCulture)),
            var other => ExplanationTexts.OtherRule.In(language, who, other),
        };
    }

    private static string Candidate(string rule, Candidate candidate, ProjectNames names, Language language)
    {
        var name = names.Employee(candidate.Employee);
        var figure = rule switch
        {
            "longest-idle" => ExplanationTexts.Idle.In(language, DurationWords.In(language, candidate.Score)),
            "fewest-calls" => ExplanationTexts.Calls.In(language, candidate.Score),
            "least-talk-time" => ExplanationTexts.Talked.In(language, DurationWords.In(language, candidate.Score)),
            "in-order" => ExplanationTexts.Tier.In(language, candidate.Score.ToString(CultureInfo.InvariantCulture)),
            _ => null,
        };
        return figure is null ? name : $"{name} ({figure})";
    }

    private static string Exclusion(Exclusion exclusion, long at, ProjectNames names, Language language)
    {
        var clause = ExplanationTexts.Reason(exclusion.Reason).In(language, names.Employee(exclusion.Employee));
        if (exclusion.Reason == ExclusionReason.NotReady && exclusion.Detail is { Length: > 0 } reason)
            clause = $"{clause} ({StateTexts.Reason(language, reason)})";
        return exclusion.UntilMs is { } until && until > at
            ? ExplanationTexts.Left.In(language, clause, DurationWords.In(language, RoundedUp(until - at)))
            : clause;
    }

    // "0 s left" would contradict the exclusion.
    private static long RoundedUp(long milliseconds) => (milliseconds + 999) / 1000 * 1000;
}
