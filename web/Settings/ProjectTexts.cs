using CallCenter.Abstractions.Projects;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Settings;

/// <summary>Words of the projects page.</summary>
public static class ProjectTexts
{
    public static readonly Text Introduction = new(
        "Each project is a company of its own: its people, numbers, calls and history. Only you see this page.",
        "Кожен проєкт — окрема компанія: свої люди, номери, дзвінки та історія. Цю сторінку бачите лише ви.",
        "Каждый проект — отдельная компания: свои люди, номера, звонки и история. Эту страницу видите только вы.");
    public static readonly Text Company = new("Company", "Компанія", "Компания");
    public static readonly Text Dashboard = new(
        "Silos and grains: the dashboard of Orleans", "Сило та ґрейни: панель Orleans", "Сило и грейны: панель Orleans");
    public static readonly Text Silo = new("Silo", "Сило", "Сило");
    public static readonly Text Standing = new("State", "Стан", "Состояние");
    public static readonly Text LiveCalls = new("Live calls", "Дзвінків зараз", "Звонков сейчас");
    public static readonly Text Active = new("Works", "Працює", "Работает");
    public static readonly Text Suspended = new("Suspended", "Призупинено", "Приостановлен");
    public static readonly Text Ending = new(
        "Ends with its last call", "Завершується з останнім дзвінком", "Завершается с последним звонком");
    public static readonly Text Here = new("You work in it", "Ви працюєте в ньому", "Вы работаете в нём");
    public static readonly Text Open = new("Open", "Відкрити", "Открыть");
    public static readonly Text Suspend = new("Suspend", "Призупинити", "Приостановить");
    public static readonly Text SuspendSure = new(
        "Suspend {0}? It takes no new calls and lets nobody in until you resume it. Live calls go on.",
        "Призупинити {0}? Він не прийматиме нових дзвінків і нікого не впускатиме, доки ви його не відновите. Поточні дзвінки триватимуть.",
        "Приостановить {0}? Он не будет принимать новых звонков и никого не впустит, пока вы его не возобновите. "
        + "Текущие звонки продолжатся.");
    public static readonly Text Resume = new("Resume", "Відновити", "Возобновить");
    public static readonly Text Remove = new("Remove", "Видалити", "Удалить");
    public static readonly Text RemoveSure = new(
        "Remove {0} for good? Its history stays in the database; the name is never given again.",
        "Видалити {0} назавжди? Його історія лишиться в базі даних; назву більше не буде видано.",
        "Удалить {0} навсегда? Его история останется в базе данных; название больше не будет выдано.");
    public static readonly Text Keep = new("Keep it", "Лишити", "Оставить");
    public static readonly Text New = new("New project", "Новий проєкт", "Новый проект");
    public static readonly Text NameHelp = new(
        "Lower-case letters (a to z), digits and hyphens, for example shop-kyiv. It stays for ever.",
        "Малі латинські літери, цифри та дефіси, наприклад shop-kyiv. Змінити її згодом не можна.",
        "Строчные латинские буквы, цифры и дефисы, например shop-kyiv. Изменить его потом нельзя.");
    public static readonly Text Make = new("Make the project", "Створити проєкт", "Создать проект");
    public static readonly Text Made = new(
        "The project {0} is made. Open it, and publish its configuration.",
        "Проєкт {0} створено. Відкрийте його та опублікуйте конфігурацію.",
        "Проект {0} создан. Откройте его и опубликуйте конфигурацию.");

    private static readonly Text NotAName = new(
        "“{0}” is no name for a project: 1 to 40 lower-case letters (a to z), digits and hyphens, beginning with a letter.",
        "«{0}» не може бути назвою проєкту: від 1 до 40 малих латинських літер, цифр і дефісів, перша — літера.",
        "«{0}» не может быть названием проекта: от 1 до 40 строчных латинских букв, цифр и дефисов, первая — буква.");
    private static readonly Text Exists = new(
        "There is, or was, a project {0}. Choose another name.", "Проєкт {0} уже є або був. Виберіть іншу назву.",
        "Проект {0} уже есть или был. Выберите другое название.");
    private static readonly Text TooMany = new(
        "No more projects fit in here.", "Більше проєктів тут не вміщується.", "Больше проектов здесь не помещается.");
    private static readonly Text Unknown = new("There is no project {0}.", "Проєкту {0} немає.", "Проекта {0} нет.");
    private static readonly Text NotSuspended = new(
        "Suspend {0} before you remove it.", "Спершу призупиніть {0}.", "Сначала приостановите {0}.");
    private static readonly Text LastOne = new(
        "The last project stays. Make another one first.", "Останній проєкт лишається. Спершу створіть інший.",
        "Последний проект остаётся. Сначала создайте другой.");

    private static readonly Text NoSuchSilo = new(
        "The silo cannot be reached. Choose another one.", "Цей сило недоступний. Виберіть інший.",
        "Этот сило недоступен. Выберите другой.");

    public static Text Of(ProjectStanding standing) => standing switch
    {
        ProjectStanding.Active => Active,
        ProjectStanding.Suspended => Suspended,
        _ => Ending,
    };

    public static Text Of(ProjectRefusal refusal) => refusal switch
    {
        ProjectRefusal.NotAName => NotAName,
        ProjectRefusal.Exists => Exists,
        ProjectRefusal.TooMany => TooMany,
        ProjectRefusal.NotSuspended => NotSuspended,
        ProjectRefusal.LastOne => LastOne,
        ProjectRefusal.NoSuchSilo => NoSuchSilo,
        _ => Unknown,
    };
}
