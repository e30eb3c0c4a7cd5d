using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Numbers;

/// <summary>Words of the page of numbers.</summary>
public static class NumbersTexts
{
    public static readonly Text Title = new("Numbers", "Номери", "Номера");
    public static readonly Text Add = new("Add number", "Додати номер", "Добавить номер");
    public static readonly Text New = new("New number", "Новий номер", "Новый номер");
    public static readonly Text None = new(
        "No number yet. A number is what clients call; it leads to a department or a person.",
        "Номерів ще немає. Номер — це куди телефонують клієнти; він веде до відділу або людини.",
        "Номеров ещё нет. Номер — это куда звонят клиенты; он ведёт к отделу или человеку.");
    public static readonly Text Choose = new("Choose where it leads", "Виберіть, куди він веде", "Выберите, куда он ведёт");
    public static readonly Text NumberHelp = new(
        "As on a card; it is kept in the international form.", "Як на візитці; зберігається в міжнародному вигляді.",
        "Как на визитке; хранится в международном виде.");
    public static readonly Text PoolHelp = new(
        "The group it belongs to, such as an office.", "Група, до якої він належить, наприклад офіс.",
        "Группа, к которой он принадлежит, например офис.");
    public static readonly Text SourceHelp = new(
        "Where clients know it from: an ad, a site, a partner.", "Звідки його знають клієнти: реклама, сайт, партнер.",
        "Откуда его знают клиенты: реклама, сайт, партнёр.");
    public static readonly Text SmartHelp = new(
        "Known clients go to their own manager first.", "Відомі клієнти спершу потрапляють до свого менеджера.",
        "Известные клиенты сначала попадают к своему менеджеру.");
    public static readonly Text NoticeHelp = new(
        "Before anything else, and only where conversations are recorded.",
        "Насамперед, і лише там, де розмови записують.", "Прежде всего, и только там, где разговоры записывают.");
    public static readonly Text MediaHelp = new(
        "What is recorded or listened to always goes through the server.", "Те, що записують або слухають, завжди йде через сервер.",
        "То, что записывают или слушают, всегда идёт через сервер.");
    public static readonly Text PriorityHelp = new(
        "Higher is served first; 0 is normal.", "Вищий обслуговується першим; 0 — звичайний.",
        "Более высокий обслуживается первым; 0 — обычный.");
    public static readonly Text Yes = new("yes", "так", "да");
}
