using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Menus;

/// <summary>Words of the page of voice menus.</summary>
public static class MenusTexts
{
    public static readonly Text Title = new("Menus", "Меню", "Меню");
    public static readonly Text Add = new("Add menu", "Додати меню", "Добавить меню");
    public static readonly Text New = new("New menu", "Нове меню", "Новое меню");
    public static readonly Text None = new(
        "No menu yet. A menu asks callers to press a key: 1 leads to sales, 2 to support.",
        "Меню ще немає. Меню просить натиснути клавішу: 1 веде до продажів, 2 — до підтримки.",
        "Меню ещё нет. Меню просит нажать клавишу: 1 ведёт к продажам, 2 — к поддержке.");
    public static readonly Text UsualPrompt = new(
        "built in: “dial the extension”", "вбудована: «наберіть внутрішній номер»", "встроенная: «наберите внутренний номер»");
    public static readonly Text Key = new("Key", "Клавіша", "Клавиша");
    public static readonly Text KeyOf = new("Key {0}", "Клавіша {0}", "Клавиша {0}");
    public static readonly Text AddKey = new("Add key", "Додати клавішу", "Добавить клавишу");
    public static readonly Text RemoveKey = new("Remove key {0}", "Вилучити клавішу {0}", "Удалить клавишу {0}");
    public static readonly Text Choose = new("Choose where it leads", "Виберіть, куди веде", "Выберите, куда ведёт");
    public static readonly Text ExtensionsHelp = new(
        "Whoever knows an extension dials it here; # ends it.", "Хто знає внутрішній номер, набирає його тут; # завершує набір.",
        "Кто знает внутренний номер, набирает его здесь; # завершает набор.");
    public static readonly Text WaitHelp = new(
        "When everything was said. Keys may be pressed before.", "Коли все сказано. Натиснути можна й раніше.",
        "Когда всё сказано. Нажать можно и раньше.");
    public static readonly Text LedToBy = new("Callers come from", "Звідки потрапляють", "Откуда попадают");
    public static readonly Text NotLedTo = new("nothing leads there yet", "сюди ще нічого не веде", "сюда ещё ничего не ведёт");
    public static readonly Text Yes = new("yes", "так", "да");
}
