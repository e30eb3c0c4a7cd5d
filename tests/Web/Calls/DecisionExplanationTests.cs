using CallCenter.Abstractions;
using CallCenter.Abstractions.History;
using CallCenter.Abstractions.Routing;
using CallCenter.Tests.Shared.Ports;
using CallCenter.Web.Calls;
using CallCenter.Web.Calls.Explanations;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Tests.Calls;

public sealed class DecisionExplanationTests
{
    private const long At = 1_000_000;
    private static readonly ProjectNames Names = ProjectNames.Of(SampleProject.Configuration);

    [Theory]
    [InlineData(
        Language.English, "Іван Петренко rang because of the longest idle time, 4 min 10 s; Олена Коваль was in wrap-up, 4 s left.")]
    [InlineData(Language.Ukrainian, "Іван Петренко: найдовше без дзвінків, 4 хв 10 с; Олена Коваль: обробка після розмови, ще 4 с.")]
    [InlineData(Language.Russian, "Іван Петренко: дольше всех без звонков, 4 мин 10 с; Олена Коваль: обработка после разговора, ещё 4 с.")]
    public void The_chosen_and_the_excluded_are_named_with_their_reasons(Language language, string sentence)
    {
        var decision = Employees("longest-idle", 250_000) with
        {
            Excluded = [new Exclusion(new EmployeeId("olena"), ExclusionReason.WrapUp, null, At + 3_200)],
            ExcludedTotal = 1,
        };
        Assert.Equal(sentence, Sentence(decision, language));
    }

    [Theory]
    [InlineData(1, "1 call", "1 дзвінок", "1 звонок")]
    [InlineData(3, "3 calls", "3 дзвінки", "3 звонка")]
    [InlineData(11, "11 calls", "11 дзвінків", "11 звонков")]
    [InlineData(22, "22 calls", "22 дзвінки", "22 звонка")]
    [InlineData(25, "25 calls", "25 дзвінків", "25 звонков")]
    public void Counted_words_have_the_right_plural(long calls, string english, string ukrainian, string russian)
    {
        var decision = Employees("fewest-calls", calls);
        Assert.EndsWith($", {english}.", Sentence(decision, Language.English), StringComparison.Ordinal);
        Assert.EndsWith($", {ukrainian}.", Sentence(decision, Language.Ukrainian), StringComparison.Ordinal);
        Assert.EndsWith($", {russian}.", Sentence(decision, Language.Russian), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(59_999, "59 s")]
    [InlineData(60_000, "1 min")]
    [InlineData(250_000, "4 min 10 s")]
    [InlineData(3_600_000, "1 h")]
    [InlineData(7_509_000, "2 h 5 min")]
    public void Durations_name_their_two_largest_units(long milliseconds, string words) =>
        Assert.Equal(words, DurationWords.In(Language.English, milliseconds));

    [Theory]
    [InlineData("number", "department sales", "The number leads to: the department Продажі.")]
    [InlineData("responsible", "employee ivan", "A known client goes to the responsible employee: Іван Петренко.")]
    [InlineData("time-out", "hang up NoAnswer", "The longest wait was over, so the call goes on to: the end of the call (no answer).")]
    [InlineData(
        "full", "+380441112233 via trunk kyivstar",
        "The queue was full, so the call goes on to: +380 44 111 22 33 through the trunk kyivstar.")]
    [InlineData("no-trunk", null, "There is no trunk with room for the call.")]
    [InlineData("some-later-rule", "department sales", "Next: the department Продажі, by the rule \"some-later-rule\".")]
    public void A_destination_is_named_with_its_rule(string rule, string? destination, string sentence) =>
        Assert.Equal(
            sentence, Sentence(new Decision(DecisionKind.Destination, rule, destination, null, [], [], 0, [], 0, 1), Language.English));

    [Fact]
    public void An_outgoing_call_names_the_number_shown()
    {
        var decision = new Decision(
            DecisionKind.Outgoing, "caller-number", "+380931234567 via trunk kyivstar, shown +380441234567", null, [], [], 0, [], 0, 1);
        Assert.Equal(
            "Правило вибрало номер і транк: +380 93 123 45 67 через транк kyivstar, показано +380 44 123 45 67.",
            Sentence(decision, Language.Ukrainian));
    }

    [Theory]
    [InlineData(Language.English, "Nobody could be rung; Тарас Мельник was not ready (lunch).")]
    [InlineData(Language.Ukrainian, "Дзвонити не було кому; Тарас Мельник: не приймає (обід).")]
    [InlineData(Language.Russian, "Звонить было некому; Тарас Мельник: не принимает (обед).")]
    public void Nobody_to_ring_is_said(Language language, string sentence)
    {
        var decision = Employees("longest-idle", 0) with
        {
            Chosen = [],
            CandidatesTotal = 0,
            Excluded = [new Exclusion(new EmployeeId("taras"), ExclusionReason.NotReady, "lunch", null)],
            ExcludedTotal = 1,
        };
        Assert.Equal(sentence, Sentence(decision, language));
    }

    [Fact]
    public void A_long_list_is_shortened_in_the_sentence_and_counted_in_the_card()
    {
        Candidate[] behind = [.. new[] { "olena", "taras", "oksana", "head" }.Select(key => new Candidate(new EmployeeId(key), 60_000))];
        var decision = Employees("longest-idle", 250_000) with { PassedOver = behind, CandidatesTotal = 31 };
        Assert.EndsWith("Оксана Лисенко (idle 1 min), 27 more people.", Sentence(decision, Language.English), StringComparison.Ordinal);
        var card = DecisionExplanation.Of(new TimedDecision(At, decision), Names, Language.Russian);
        Assert.Equal(5, card.Behind.Count);
        Assert.Equal("ещё 26 человек", card.Behind[^1]);
    }

    [Fact]
    public void Every_reason_has_words_in_every_language()
    {
        foreach (var reason in Enum.GetValues<ExclusionReason>())
            foreach (var language in LanguageNames.All)
                Assert.Contains("Anna", ExplanationTexts.Reason(reason).In(language, "Anna"), StringComparison.Ordinal);
    }

    private static string Sentence(Decision decision, Language language) =>
        DecisionExplanation.Sentence(new TimedDecision(At, decision), Names, language);

    private static Decision Employees(string rule, long score) => new(
        DecisionKind.Employees, rule, null, new DepartmentId("sales"), [new Candidate(new EmployeeId("ivan"), score)], [], 1, [], 0, 1);
}
