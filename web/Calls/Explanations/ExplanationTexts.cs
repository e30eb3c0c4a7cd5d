using CallCenter.Abstractions.Routing;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Calls.Explanations;

/// <summary>
/// The words of the explanations. Names stand in the nominative and no verb agrees with them, because the program knows neither the case
/// forms nor the gender of a name.
/// </summary>
public static class ExplanationTexts
{
    public static readonly Text RingAll = new("{0} rang: everyone who is free is rung", "{0}: дзвінок усім вільним",
        "{0}: звонок всем свободным");
    public static readonly Text LongestIdle = new(
        "{0} rang because of the longest idle time, {1}", "{0}: найдовше без дзвінків, {1}", "{0}: дольше всех без звонков, {1}");
    public static readonly Text RoundRobin = new("{0} rang as the next in turn", "{0}: наступна черга за колом",
        "{0}: следующая очередь по кругу");
    public static readonly Text FewestCalls = new(
        "{0} rang because of the fewest calls today, {1}", "{0}: найменше дзвінків сьогодні, {1}", "{0}: меньше всех звонков сегодня, {1}");
    public static readonly Text LeastTalkTime = new(
        "{0} rang because of the least talk time today, {1}", "{0}: найменше часу розмов сьогодні, {1}",
        "{0}: меньше всех времени разговоров сегодня, {1}");
    public static readonly Text Random = new("{0} rang, drawn at random", "{0}: вибрано навмання", "{0}: выбрано случайно");
    public static readonly Text InOrder = new("{0} rang: tier {1} is next", "{0}: зараз ланка {1}", "{0}: сейчас ступень {1}");
    public static readonly Text OtherRule = new("{0} rang by the rule \"{1}\"", "{0}: за правилом «{1}»", "{0}: по правилу «{1}»");
    public static readonly Text Nobody = new("Nobody could be rung", "Дзвонити не було кому", "Звонить было некому");

    public static readonly PluralText Calls = new(
        new("call", "calls"), new("дзвінок", "дзвінки", "дзвінків"), new("звонок", "звонка", "звонков"));
    public static readonly PluralText People = new(
        new("more person", "more people"), new("людина", "людини", "людей"), new("человек", "человека", "человек"));
    public static readonly Text More = new("{0}", "ще {0}", "ещё {0}");

    public static readonly Text Behind = new("behind: {0}", "позаду: {0}", "позади: {0}");
    public static readonly Text Idle = new("idle {0}", "без дзвінків {0}", "без звонков {0}");
    public static readonly Text Talked = new("talked {0}", "розмов {0}", "разговоров {0}");
    public static readonly Text Tier = new("tier {0}", "ланка {0}", "ступень {0}");
    public static readonly Text Left = new("{0}, {1} left", "{0}, ще {1}", "{0}, ещё {1}");

    /// <summary>Why somebody was not rung; <c>{0}</c> is the name.</summary>
    public static Text Reason(ExclusionReason reason) => reason switch
    {
        ExclusionReason.SignedOut => new("{0} was signed out", "{0}: поза зміною", "{0}: вне смены"),
        ExclusionReason.NotReady => new("{0} was not ready", "{0}: не приймає", "{0}: не принимает"),
        ExclusionReason.Ringing => new("{0} had another call ringing", "{0}: уже дзвонить інший клієнт", "{0}: уже звонит другой клиент"),
        ExclusionReason.Talking => new("{0} was talking", "{0}: розмова", "{0}: разговор"),
        ExclusionReason.WrapUp => new("{0} was in wrap-up", "{0}: обробка після розмови", "{0}: обработка после разговора"),
        ExclusionReason.PhoneNotRegistered => new(
            "{0} had no phone that could be rung", "{0}: телефон не зареєстровано", "{0}: телефон не зарегистрирован"),
        ExclusionReason.RestingAfterMiss => new(
            "{0} was resting after a ring that was not taken", "{0}: пауза після неприйнятого виклику",
            "{0}: пауза после непринятого вызова"),
        ExclusionReason.AlreadyRungForThisCall => new(
            "{0} had been rung for this call before", "{0}: за цим викликом уже дзвонили", "{0}: по этому вызову уже звонили"),
        ExclusionReason.NotInThisTier => new("{0} is rung in another tier", "{0}: інша ланка", "{0}: другая ступень"),
        ExclusionReason.OfferRefused => new(
            "{0} has a phone that cannot take what this caller offers", "{0}: телефон не підтримує те, що пропонує клієнт",
            "{0}: телефон не поддерживает то, что предлагает клиент"),
        ExclusionReason.Supervising => new(
            "{0} was listening to a conversation", "{0}: прослуховування розмови", "{0}: прослушивание разговора"),
        ExclusionReason.InNoDepartment => new("{0} serves no department", "{0}: без відділу", "{0}: без отдела"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "A reason without words."),
    };
}
