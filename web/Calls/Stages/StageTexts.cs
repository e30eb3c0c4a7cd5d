using System.Globalization;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Calls.Stages;

/// <summary>Words of the page of conversations and their stages.</summary>
public static class StageTexts
{
    public static readonly Text Title = new("Conversations", "Розмови", "Разговоры");
    public static readonly Text Intro = new(
        "Who holds the floor from the beginning of a conversation (1) to its end (10): each recorded conversation with a client is cut "
        + "into ten equal parts. Each counts the same, however long it is.",
        "За ким слово від початку розмови (1) до її кінця (10): кожну записану розмову з клієнтом поділено на десять рівних частин. "
        + "Усі розмови важать однаково, хоч би скільки тривали.",
        "За кем слово от начала разговора (1) до его конца (10): каждый записанный разговор с клиентом поделён на десять равных частей. "
        + "Все разговоры весят одинаково, сколько бы ни длились.");
    public static readonly Text Both = new("Incoming and outgoing", "Вхідні й вихідні", "Входящие и исходящие");
    public static readonly Text Everybody = new("All employees", "Усі співробітники", "Все сотрудники");
    public static readonly Text AllDepartments = new("All departments", "Усі відділи", "Все отделы");
    public static readonly Text Stages = new("Stages", "Етапи", "Этапы");
    public static readonly Text Tenth = new("Tenth", "Частина", "Часть");

    public static readonly Text Differs = new(
        "In tenth {0} {1} speaks {2} of the time, {3} {4}.", "У частині {0} з 10 {1} говорить {2} часу, {3} — {4}.",
        "В части {0} из 10 {1} говорит {2} времени, {3} — {4}.");
    public static readonly Text Falls = new(
        "The client’s speech falls most in tenth {0}: from {1} to {2} of the time.",
        "Найбільше клієнт замовкає в частині {0} з 10: говорить {2} часу, а перед тим — {1}.",
        "Сильнее всего клиент умолкает в части {0} из 10: говорит {2} времени, а перед этим — {1}.");
    public static readonly Text TenthWords = new(
        "Tenth {0}: employee {1}, client {2}, both {3}, silence {4}", "Частина {0}: співробітник {1}, клієнт {2}, обоє {3}, тиша {4}",
        "Часть {0}: сотрудник {1}, клиент {2}, оба {3}, тишина {4}");

    public static readonly Text Employee = new("employee", "співробітник", "сотрудник");
    public static readonly Text Client = new("client", "клієнт", "клиент");
    public static readonly Text AtOnce = new("both at once", "обоє водночас", "оба сразу");
    public static readonly Text Silence = new("silence", "тиша", "тишина");
    public static readonly Text Speaks = new("Employee speaks", "Співробітник говорить", "Сотрудник говорит");
    public static readonly Text ClientSpeaks = new("Client speaks", "Клієнт говорить", "Клиент говорит");
    public static readonly Text Difference = new("Difference", "Різниця", "Разница");
    public static readonly Text Numbers = new("The tenths in numbers", "Частини в числах", "Части в числах");
    public static readonly Text SpeaksHelp = new(
        "Employee, client, both and silence are shares of the time and together 100%. “Employee speaks” is the employee alone and both "
        + "at once.",
        "Співробітник, клієнт, обоє й тиша — частки часу, разом 100 %. «Співробітник говорить» — сам і водночас із клієнтом.",
        "Сотрудник, клиент, оба и тишина — доли времени, вместе 100 %. «Сотрудник говорит» — один и сразу с клиентом.");

    public static readonly Text Figures = new("Means of the conversations", "Середнє за розмовами", "Среднее по разговорам");
    public static readonly Text Conversations = new("Conversations", "Розмов", "Разговоров");
    public static readonly Text TalkShare = new(
        "Employee’s share of the speech", "Частка співробітника в мовленні", "Доля сотрудника в речи");
    public static readonly Text Interruptions = new(
        "Interrupts the client, times", "Перебиває клієнта, разів", "Перебивает клиента, раз");
    public static readonly Text Monologue = new("Longest monologue", "Найдовший монолог", "Самый длинный монолог");
    public static readonly Text FirstWord = new("First word after", "Перше слово через", "Первое слово через");
    public static readonly Text SilenceShare = new("Silence of the time", "Тиша, частка часу", "Тишина, доля времени");

    public static readonly Text ByEmployee = new("By employee", "За співробітниками", "По сотрудникам");
    public static readonly Text MostDifferent = new("Differs most", "Найбільша різниця", "Самая большая разница");
    public static readonly Text InTenth = new("tenth {0}: {1}", "частина {0}: {1}", "часть {0}: {1}");
    private static readonly Text Points = new("{0} pp", "{0} в. п.", "{0} п. п.");

    public static readonly Text Behind = new(
        "Tenth {0}: the conversations that differ most", "Частина {0}: розмови, що відрізняються найбільше",
        "Часть {0}: разговоры, которые отличаются сильнее всего");
    public static readonly Text BehindHelp = new(
        "Compared with {0}: {1}. A conversation opens in its card, the player at this moment.",
        "Порівняно з: {0}, {1}. Розмова відкривається в картці, програвач стоїть на цьому місці.",
        "В сравнении с: {0}, {1}. Разговор открывается в карточке, проигрыватель стоит на этом месте.");
    public static readonly Text Mean = new("their mean", "їхнє середнє", "их среднее");
    public static readonly Text Place = new("Place", "Місце", "Место");
    public static readonly Text CloseList = new("Close the list", "Закрити список", "Закрыть список");

    public static readonly Text None = new(
        "No recorded conversations with clients in this period that you may listen to. Choose a longer period, or somebody else.",
        "У цьому періоді немає записаних розмов із клієнтами, які ви можете слухати. Виберіть довший період або когось іншого.",
        "В этом периоде нет записанных разговоров с клиентами, которые вы можете слушать. Выберите период подлиннее или кого-то другого.");
    public static readonly Text OnlyShort = new(
        "All recorded conversations of this period are shorter than 10 s.", "Усі записані розмови цього періоду коротші за 10 с.",
        "Все записанные разговоры этого периода короче 10 с.");
    public static readonly PluralText TooShort = new(
        new("conversation is shorter than 10 s and left out.", "conversations are shorter than 10 s and left out."),
        new("розмова коротша за 10 с, її не враховано.", "розмови коротші за 10 с, їх не враховано.",
            "розмов коротші за 10 с, їх не враховано."),
        new("разговор короче 10 с, он не учтён.", "разговора короче 10 с, они не учтены.", "разговоров короче 10 с, они не учтены."));
    public static readonly Text Cut = new(
        "There are more in this period: these are the {0} newest.", "У цьому періоді їх більше: це {0} найновіших.",
        "В этом периоде их больше: это {0} самых новых.");
    public static readonly Text BesideCut = new(
        "Of those compared with, these are the {0} newest.", "З тих, з якими порівняно, це {0} найновіших.",
        "Из тех, с которыми сравнили, это {0} самых новых.");

    /// <summary>Percentage points, whole and with their sign.</summary>
    public static string PointsIn(Language language, double points) => Points.In(
        language, Math.Round(points, MidpointRounding.AwayFromZero).ToString("+0;−0;0", CultureInfo.InvariantCulture));
}
