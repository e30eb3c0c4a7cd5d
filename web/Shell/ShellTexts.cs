using CallCenter.Web.Languages;

namespace CallCenter.Web.Shell;

/// <summary>Words of the frame around every page.</summary>
public static class ShellTexts
{
    public static readonly Text Product = new("Call center", "Колл-центр", "Колл-центр");
    public static readonly Text SkipToContent = new("Skip to content", "До змісту сторінки", "К содержанию страницы");
    public static readonly Text MainMenu = new("Main menu", "Головне меню", "Главное меню");
    public static readonly Text Board = new("Board", "Табло", "Табло");
    public static readonly Text MyDesk = new("My desk", "Моє місце", "Моё место");
    public static readonly Text Language = new("Language", "Мова", "Язык");
    public static readonly Text Theme = new("Theme", "Тема", "Тема");
    public static readonly Text ThemeLight = new("Light", "Світла", "Светлая");
    public static readonly Text ThemeDark = new("Dark", "Темна", "Тёмная");
    public static readonly Text ThemeAuto = new("As the system", "Як у системі", "Как в системе");
    public static readonly Text SignOut = new("Sign out", "Вийти", "Выйти");
    public static readonly Text Account = new("Account", "Обліковий запис", "Учётная запись");
    public static readonly Text Keyboard = new("Keyboard shortcuts", "Сполучення клавіш", "Сочетания клавиш");
    public static readonly Text KeyboardThis = new("This list", "Цей перелік", "Этот список");
    public static readonly Text Close = new("Close", "Закрити", "Закрыть");
    public static readonly Text Operator = new("Operator", "Оператор", "Оператор");
    public static readonly Text Project = new("Project {0}", "Проєкт {0}", "Проект {0}");
    public static readonly Text Administrator = new("Administrator", "Адміністратор", "Администратор");
    public static readonly Text Supervisor = new("Supervisor", "Супервізор", "Супервизор");
    public static readonly Text Analyst = new("Analyst", "Аналітик", "Аналитик");
    public static readonly Text Employee = new("Employee", "Співробітник", "Сотрудник");

    public static readonly Text NotFoundTitle = new("There is no such page", "Такої сторінки немає", "Такой страницы нет");
    public static readonly Text NotFoundHelp = new(
        "The address may be mistyped, or what it led to no longer exists.",
        "Можливо, в адресі помилка або того, куди вона вела, вже немає.",
        "Возможно, в адресе ошибка или того, куда он вёл, уже нет.");
    public static readonly Text ForbiddenTitle = new(
        "Your rights do not include this page",
        "Ваші права не охоплюють цієї сторінки",
        "Ваши права не включают эту страницу");
    public static readonly Text ForbiddenHelp = new(
        "Ask the administrator for access if you need it for your work.",
        "Якщо вона потрібна вам для роботи, попросіть доступ в адміністратора.",
        "Если она нужна вам для работы, попросите доступ у администратора.");
    public static readonly Text BrokenTitle = new(
        "The page could not be shown",
        "Не вдалося показати сторінку",
        "Не удалось показать страницу");
    public static readonly Text BrokenHelp = new(
        "Calls go on. Try again in a moment; if it stays so, give the administrator the number {0}.",
        "Дзвінки тривають. Спробуйте за мить; якщо не допоможе, назвіть адміністраторові номер {0}.",
        "Звонки продолжаются. Попробуйте чуть позже; если не поможет, назовите администратору номер {0}.");
    public static readonly Text SilosAwayTitle = new(
        "The call center's server cannot be reached",
        "Сервер кол-центру зараз недоступний",
        "Сервер кол-центра сейчас недоступен");
    public static readonly Text SilosAwayHelp = new(
        "You stay signed in. Try again in a moment; if it stays so, give the administrator the number {0}.",
        "Входити знову не треба. Спробуйте за мить; якщо не допоможе, назвіть адміністраторові номер {0}.",
        "Входить снова не нужно. Попробуйте чуть позже; если не поможет, назовите администратору номер {0}.");
    public static readonly Text BadRequestTitle = new("The request was not understood", "Запит не зрозуміло", "Запрос не понят");
    public static readonly Text BadRequestHelp = new(
        "The form may be too old. Open the page again and repeat.",
        "Можливо, форма застаріла. Відкрийте сторінку знову й повторіть.",
        "Возможно, форма устарела. Откройте страницу снова и повторите.");
    public static readonly Text ToStart = new("To the start page", "На початкову сторінку", "На начальную страницу");

    public static readonly Text LiveNow = new("Live", "Наживо", "Вживую");
    public static readonly Text LiveConnecting = new("Connecting", "З'єднання", "Соединение");
    public static readonly Text LiveStale = new("Not live", "Не наживо", "Не вживую");
    public static readonly Text LiveHelp = new(
        "Delay from an event to the screen; behind it the 99th percentile of the last 1000 updates",
        "Затримка від події до екрана; поруч 99-й процентиль останніх 1000 оновлень",
        "Задержка от события до экрана; рядом 99-й процентиль последних 1000 обновлений");
}
