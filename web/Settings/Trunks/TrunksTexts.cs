using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Trunks;

/// <summary>Words of the page of trunks.</summary>
public static class TrunksTexts
{
    public static readonly Text Title = new("Trunks", "Транки", "Транки");
    public static readonly Text Add = new("Add trunk", "Додати транк", "Добавить транк");
    public static readonly Text New = new("New trunk", "Новий транк", "Новый транк");
    public static readonly Text None = new(
        "No trunk yet. A trunk is the line to a carrier: calls from clients come by it, calls outside go by it.",
        "Транків ще немає. Транк — це лінія до оператора: ним надходять дзвінки клієнтів і йдуть назовні.",
        "Транков ещё нет. Транк — это линия к оператору: по нему приходят звонки клиентов и уходят наружу.");
    public static readonly Text HostHelp = new(
        "Where calls are sent: address or name, with port if not 5060.",
        "Куди надсилаються дзвінки: адреса або ім’я, з портом, якщо не 5060.",
        "Куда отправляются звонки: адрес или имя, с портом, если не 5060.");
    public static readonly Text AddressesHelp = new(
        "One a line: IP addresses or ranges by which the carrier’s calls are known.",
        "По одній у рядку: IP-адреси або діапазони, за якими впізнаються дзвінки оператора.",
        "По одному в строке: IP-адреса или диапазоны, по которым узнаются звонки оператора.");
    public static readonly Text UsernameHelp = new(
        "Only where the carrier asks for a password.", "Лише якщо оператор вимагає пароль.", "Только если оператор требует пароль.");
    public static readonly Text PasswordHelp = new(
        "Empty: the one that is kept stays.", "Порожньо: збережений лишається.", "Пусто: сохранённый остаётся.");
    public static readonly Text MaxCallsHelp = new(
        "Empty: no limit of its own.", "Порожньо: без власного обмеження.", "Пусто: без собственного предела.");
    public static readonly Text AskSecondsHelp = new(
        "By OPTIONS; 10 to 3600, 0: never, for carriers that take it for an attack.",
        "Через OPTIONS; від 10 до 3600, 0: ніколи, якщо оператор вважає це атакою.",
        "Через OPTIONS; от 10 до 3600, 0: никогда, если оператор считает это атакой.");
    public static readonly Text Now = new("Now", "Зараз", "Сейчас");
    public static readonly Text CallsOn = new("Calls now", "Дзвінків зараз", "Звонков сейчас");
    public static readonly Text CallsToday = new("Calls today", "Дзвінків сьогодні", "Звонков сегодня");
    public static readonly Text Failed = new("{0} broke off", "зірвалося {0}", "сорвалось {0}");
    public static readonly Text OfLimit = new("{0} of {1}", "{0} з {1}", "{0} из {1}");
    public static readonly Text LastFailure = new("Last failure", "Остання відмова", "Последний отказ");
    public static readonly Text NotPublished = new("not published yet", "ще не опубліковано", "ещё не опубликован");
    public static readonly Text Answers = new("answers", "відповідає", "отвечает");
    public static readonly Text Within = new("within {0} ms", "за {0} мс", "за {0} мс");
    public static readonly Text Silent = new("does not answer", "не відповідає", "не отвечает");
    public static readonly Text Since = new("since {0}", "з {0}", "с {0}");
    public static readonly Text Asking = new("is being asked", "запитуємо", "спрашиваем");
    public static readonly Text NotAsked = new("is not asked", "не запитуємо", "не спрашиваем");
    public static readonly Text RequestUri = new("the Request-URI (usual)", "Request-URI (зазвичай)", "Request-URI (обычно)");
    public static readonly Text To = new("the To header (where one registers with the carrier)", "заголовку To (за реєстрації в оператора)",
        "заголовке To (при регистрации у оператора)");
    public static readonly Text More = new("What the carrier expects", "Чого очікує оператор", "Чего ожидает оператор");
}
