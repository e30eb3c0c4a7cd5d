using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings.Employees.Import;

/// <summary>Words of importing employees from a file.</summary>
public static class ImportTexts
{
    public static readonly Text Import = new("Import", "Імпорт", "Импорт");
    public static readonly Text Export = new("Export", "Експорт", "Экспорт");
    public static readonly Text Title = new("Import employees", "Імпорт співробітників", "Импорт сотрудников");
    public static readonly Text File = new("File (CSV or XLSX)", "Файл (CSV або XLSX)", "Файл (CSV или XLSX)");
    public static readonly Text Help = new(
        "The first line names the columns: surname, given name, position, e-mail, access level, extension, departments, contacts. "
        + "An export has them all. Somebody known is found by e-mail, extension or name; empty cells change nothing.",
        "Перший рядок називає стовпці: прізвище, ім’я, посада, e-mail, рівень доступу, внутрішній номер, відділи, контакти. "
        + "В експорті є всі. Відомих упізнають за e-mail, внутрішнім номером або іменем; порожні клітинки нічого не змінюють.",
        "Первая строка называет столбцы: фамилия, имя, должность, e-mail, уровень доступа, внутренний номер, отделы, контакты. "
        + "В экспорте есть все. Известных узнают по e-mail, внутреннему номеру или имени; пустые ячейки ничего не меняют.");
    public static readonly Text TooLarge = new(
        "The file is larger than 2 MB.", "Файл більший за 2 МБ.", "Файл больше 2 МБ.");
    public static readonly Text Unreadable = new(
        "This is no CSV or XLSX file with a header line that names surname or given name.",
        "Це не файл CSV чи XLSX з рядком заголовків, де є прізвище або ім’я.",
        "Это не файл CSV или XLSX со строкой заголовков, где есть фамилия или имя.");
    public static readonly Text Row = new("Line", "Рядок", "Строка");
    public static readonly Text Becomes = new("What becomes of it", "Що з ним буде", "Что с ним будет");
    public static readonly Text NameMissing = new(
        "surname or given name is missing", "немає прізвища або імені", "нет фамилии или имени");
    public static readonly Text Twice = new("the same person stands above", "ця особа вже є вище", "этот человек уже есть выше");
    public static readonly Text NoLevel = new("no access level “{0}”", "немає рівня доступу «{0}»", "нет уровня доступа «{0}»");
    public static readonly Text NoDepartment = new("no department “{0}”", "немає відділу «{0}»", "нет отдела «{0}»");
    public static readonly Text Save = new("Put into the draft", "Внести до чернетки", "Внести в черновик");
    public static readonly Text Made = new(
        "SIP accounts that were made. Their passwords are shown only now.", "Створені акаунти SIP. Паролі показано лише зараз.",
        "Созданные аккаунты SIP. Пароли показаны только сейчас.");
    public static readonly PluralText Imported = new(
        new("employee is in the draft.", "employees are in the draft."),
        new("співробітник у чернетці.", "співробітники в чернетці.", "співробітників у чернетці."),
        new("сотрудник в черновике.", "сотрудника в черновике.", "сотрудников в черновике."));

    public static Text Of(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.New => new("new", "новий", "новый"),
        ImportOutcome.Changed => new("changed", "зміниться", "изменится"),
        ImportOutcome.Same => new("unchanged", "без змін", "без изменений"),
        _ => new("left out", "пропущено", "пропущен"),
    };
}
