using CallCenter.Web.Languages;

namespace CallCenter.Web.Guard;

/// <summary>What people read when their request is not taken.</summary>
public static class GuardTexts
{
    public static readonly Text ForeignHost = new(
        "This server is not known under this name",
        "Під цим іменем цей сервер не відомий",
        "Под этим именем этот сервер не известен");
    public static readonly Text ForeignHostHelp = new(
        "The administrator can allow the name {0} by starting the server with --hosts {0}.",
        "Адміністратор може дозволити ім'я {0}, запустивши сервер із --hosts {0}.",
        "Администратор может разрешить имя {0}, запустив сервер с --hosts {0}.");
    public static readonly Text ForeignPage = new(
        "The request comes from another site", "Запит надійшов з іншого сайту", "Запрос пришёл с другого сайта");
    public static readonly Text ForeignPageHelp = new(
        "Open the page here and repeat it.", "Відкрийте сторінку тут і повторіть.", "Откройте страницу здесь и повторите.");
    public static readonly Text TooLong = new("The address is too long", "Адреса задовга", "Адрес слишком длинный");
    public static readonly Text TooLongHelp = new(
        "At most {0} characters are read.", "Читається щонайбільше {0} символів.", "Читается не больше {0} символов.");
    public static readonly Text Unreadable = new("The address cannot be read", "Адресу не можна прочитати", "Адрес нельзя прочитать");
    public static readonly Text UnreadableHelp = new(
        "It holds a character that no text has.", "У ній є знак, якого немає в жодному тексті.",
        "В нём есть знак, которого нет ни в одном тексте.");
    public static readonly Text HeadersTooLarge = new(
        "The browser sent too many headers", "Браузер надіслав забагато заголовків", "Браузер прислал слишком много заголовков");
    public static readonly Text HeadersTooLargeHelp = new(
        "At most {0} headers with {1} characters are read. Deleting the cookies of this site often helps.",
        "Читається щонайбільше {0} заголовків із {1} символами. Часто допомагає видалити файли cookie цього сайту.",
        "Читается не больше {0} заголовков из {1} символов. Часто помогает удалить файлы cookie этого сайта.");
    public static readonly Text BodyTooLarge = new("That is too much at once", "Забагато за один раз", "Слишком много за один раз");
    public static readonly Text BodyTooLargeHelp = new(
        "At most {0} bytes can be sent here.", "Сюди можна надіслати щонайбільше {0} байтів.", "Сюда можно отправить не больше {0} байт.");
    public static readonly Text LengthNeeded = new(
        "The length of the form is missing", "Бракує довжини форми", "Не хватает длины формы");
    public static readonly Text LengthNeededHelp = new(
        "Send it again from the page itself.", "Надішліть її ще раз із самої сторінки.", "Отправьте её ещё раз с самой страницы.");
    public static readonly Text TooOften = new("Too many requests", "Забагато запитів", "Слишком много запросов");
    public static readonly Text TooOftenHelp = new(
        "Try again in {0}.", "Спробуйте знову через {0}.", "Попробуйте снова через {0}.");
}
