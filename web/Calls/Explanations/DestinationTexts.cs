using CallCenter.Web.Languages;

namespace CallCenter.Web.Calls.Explanations;

/// <summary>The words for decisions about where a call goes; <c>{0}</c> is the destination.</summary>
public static class DestinationTexts
{
    public static readonly Text Department = new("the department {0}", "відділ «{0}»", "отдел «{0}»");
    public static readonly Text Menu = new("the menu {0}", "меню «{0}»", "меню «{0}»");
    public static readonly Text Voicemail = new("the voicemail of {0}", "голосова пошта, чия: {0}", "голосовая почта, чья: {0}");
    public static readonly Text HangUp = new("the end of the call ({0})", "завершення виклику ({0})", "завершение вызова ({0})");
    public static readonly Text ThroughTrunk = new("{0} through the trunk {1}", "{0} через транк {1}", "{0} через транк {1}");
    public static readonly Text Shown = new("{0}, showing {1}", "{0}, показано {1}", "{0}, показан {1}");
    public static readonly Text AfterTrunk = new(
        "{0}, because of {1}", "{0}, причина: {1}", "{0}, причина: {1}");
    public static readonly Text Nowhere = new("the end of the call", "завершення виклику", "завершение вызова");
    public static readonly Text Outgoing = new("The call goes out: {0}", "Вихідний виклик: {0}", "Исходящий вызов: {0}");
    public static readonly Text OtherRule = new(
        "Next: {0}, by the rule \"{1}\"", "Далі: {0}, за правилом «{1}»", "Далее: {0}, по правилу «{1}»");

    /// <summary>By the rule's key. A rule that is not here is named by its key.</summary>
    public static readonly IReadOnlyDictionary<string, Text> ByRule = new Dictionary<string, Text>
    {
        ["number"] = new("The number leads to: {0}", "Номер веде сюди: {0}", "Номер ведёт сюда: {0}"),
        ["extension"] = new("The extension leads to: {0}", "Внутрішній номер веде сюди: {0}", "Внутренний номер ведёт сюда: {0}"),
        ["responsible"] = new(
            "A known client goes to the responsible employee: {0}", "Відомий клієнт — до відповідального менеджера: {0}",
            "Известный клиент — к ответственному менеджеру: {0}"),
        ["last-talked"] = new(
            "A known client goes to whom he last talked with: {0}", "Відомий клієнт — до того, з ким говорив востаннє: {0}",
            "Известный клиент — к тому, с кем говорил в последний раз: {0}"),
        ["otherwise"] = new(
            "The call was not taken there, so it goes on to: {0}", "Там виклик не прийняли, далі: {0}", "Там вызов не приняли, далее: {0}"),
        ["menu-key"] = new(
            "The key pressed in the menu leads to: {0}", "Натиснута в меню клавіша веде сюди: {0}",
            "Нажатая в меню клавиша ведёт сюда: {0}"),
        ["menu-extension"] = new(
            "The extension dialled in the menu leads to: {0}", "Набраний у меню внутрішній номер веде сюди: {0}",
            "Набранный в меню внутренний номер ведёт сюда: {0}"),
        ["menu-otherwise"] = new(
            "Nothing was chosen in the menu, so the call goes on to: {0}", "У меню нічого не вибрано, далі: {0}",
            "В меню ничего не выбрано, далее: {0}"),
        ["menu-unheard"] = new(
            "The audio of the call does not come through us, so no menu can be heard, and it goes on to: {0}",
            "Звук дзвінка йде не через нас, меню не почути, тому далі: {0}",
            "Звук звонка идёт не через нас, меню не услышать, поэтому далее: {0}"),
        ["full"] = new("The queue was full, so the call goes on to: {0}", "Черга заповнена, далі: {0}", "Очередь заполнена, далее: {0}"),
        ["time-out"] = new(
            "The longest wait was over, so the call goes on to: {0}", "Час очікування вичерпано, далі: {0}",
            "Время ожидания вышло, далее: {0}"),
        ["no-one-signed-in"] = new(
            "Nobody was signed in, so the call goes on to: {0}", "У відділі нікого на зміні, далі: {0}",
            "В отделе никого на смене, далее: {0}"),
        ["all-not-ready"] = new(
            "Everyone was not ready, so the call goes on to: {0}", "Ніхто не приймає, далі: {0}", "Никто не принимает, далее: {0}"),
        ["caller-number"] = new(
            "A caller number rule chose number and trunk: {0}", "Правило вибрало номер і транк: {0}", "Правило выбрало номер и транк: {0}"),
        ["first-number"] = new(
            "No caller number rule fits, so the first number is shown: {0}", "Жодне правило не підійшло, показано перший номер: {0}",
            "Ни одно правило не подошло, показан первый номер: {0}"),
        ["emergency-number"] = new(
            "An emergency number goes out at once: {0}", "Екстрений номер іде назовні одразу: {0}",
            "Экстренный номер уходит наружу сразу: {0}"),
        ["next-trunk"] = new(
            "The trunk did not carry the call, so the next one is tried: {0}", "Транк не прийняв виклик, пробуємо наступний: {0}",
            "Транк не принял вызов, пробуем следующий: {0}"),
        ["redirected"] = new(
            "The employee's phone sent the call on to: {0}", "Телефон співробітника переадресував виклик сюди: {0}",
            "Телефон сотрудника переадресовал вызов сюда: {0}"),
        ["no-such-number"] = new("The number or extension does not exist", "Такого номера немає", "Такого номера нет"),
        ["destination-not-allowed"] = new(
            "The destination is not among those that may be called", "На цей напрямок дзвонити не дозволено",
            "На это направление звонить не разрешено"),
        ["too-many-outgoing"] = new(
            "The employee has as many outgoing calls as one may have", "Вичерпано межу вихідних викликів співробітника",
            "Исчерпан предел исходящих вызовов сотрудника"),
        ["too-many-outgoing-today"] = new(
            "The employee has made as many outgoing calls as one may make in a day", "Вичерпано денну межу вихідних викликів співробітника",
            "Исчерпан дневной предел исходящих вызовов сотрудника"),
        ["destination-limit"] = new(
            "The limit of calls to this destination is reached", "Вичерпано межу викликів на цей напрямок",
            "Исчерпан предел вызовов на это направление"),
        ["offer-refused"] = new(
            "No phone takes what the caller offers (codec, fax, IP version), so the call ends",
            "Жоден телефон не підтримує те, що пропонує клієнт (кодек, факс, версія IP), тому виклик завершено",
            "Ни один телефон не поддерживает то, что предлагает клиент (кодек, факс, версия IP), поэтому вызов завершён"),
        ["no-trunk"] = new("There is no trunk with room for the call", "Немає вільного транка", "Нет свободного транка"),
        ["not-accepted"] = new(
            "The call was refused before it was taken in: {0}", "Виклик відхилено ще до прийняття: {0}",
            "Вызов отклонён ещё до приёма: {0}"),
        ["loop"] = new(
            "The configuration leads in a circle, so the call ends", "Налаштування ведуть по колу, тому виклик завершено",
            "Настройки ведут по кругу, поэтому вызов завершён"),
    };

    public static readonly Text Closed = new("closed", "зачинено", "закрыто");
    public static readonly Text Busy = new("busy", "зайнято", "занято");
    public static readonly Text NoAnswer = new("no answer", "немає відповіді", "нет ответа");
}
