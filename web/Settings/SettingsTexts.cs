using CallCenter.Abstractions.Configuration;
using CallCenter.Web.Api.Keys;
using CallCenter.Web.Languages;
using CallCenter.Web.Shell;

namespace CallCenter.Web.Settings;

/// <summary>Words of the settings pages.</summary>
public static class SettingsTexts
{
    public static readonly Text Title = new("Settings", "Налаштування", "Настройки");
    public static readonly Text Company = new("Company", "Компанія", "Компания");
    public static readonly Text Telephony = new("Telephony", "Телефонія", "Телефония");
    public static readonly Text System = new("System", "Система", "Система");
    public static readonly Text Configuration = new("Configuration", "Конфігурація", "Конфигурация");
    public static readonly Text Keys = new("API keys", "Ключі API", "Ключи API");
    public static readonly Text People = new("People", "Люди", "Люди");
    public static readonly Text Projects = new("Projects", "Проєкти", "Проекты");
    public static readonly Text ApiPage = new("API description", "Опис API", "Описание API");

    public static readonly Text Current = new("In force", "Чинна конфігурація", "Действующая конфигурация");
    public static readonly Text None = new(
        "No configuration was published yet. Upload a document below.", "Конфігурації ще немає. Завантажте документ нижче.",
        "Конфигурации ещё нет. Загрузите документ ниже.");
    public static readonly Text Version = new("Version", "Версія", "Версия");
    public static readonly Text Project = new("Project", "Проєкт", "Проект");
    public static readonly Text TimeZone = new("Time zone", "Часовий пояс", "Часовой пояс");
    public static readonly Text Numbers = new("Numbers", "Номери", "Номера");
    public static readonly Text Departments = new("Departments", "Відділи", "Отделы");
    public static readonly Text Employees = new("Employees", "Співробітники", "Сотрудники");
    public static readonly Text Accounts = new("SIP accounts", "Акаунти SIP", "Аккаунты SIP");
    public static readonly Text Trunks = new("Trunks", "Транки", "Транки");
    public static readonly Text Download = new("Download", "Завантажити", "Скачать");
    public static readonly Text DownloadVersion = new("Download version {0}", "Завантажити версію {0}", "Скачать версию {0}");
    public static readonly Text Schema = new("JSON schema", "Схема JSON", "Схема JSON");

    public static readonly Text Upload = new("Publish a document", "Опублікувати документ", "Опубликовать документ");
    public static readonly Text UploadHelp = new(
        "Download the document in force, change it, and upload it here. With any error nothing is applied. "
        + "Passwords that are not in it stay as they are.",
        "Завантажте чинний документ, змініть його та відправте сюди. За будь-якої помилки нічого не застосується. "
        + "Паролі, яких у ньому немає, лишаються.",
        "Скачайте действующий документ, измените его и загрузите сюда. При любой ошибке ничего не применяется. "
        + "Пароли, которых в нём нет, остаются.");
    public static readonly Text File = new("Document (JSON)", "Документ (JSON)", "Документ (JSON)");
    public static readonly Text Check = new("Only check", "Лише перевірити", "Только проверить");
    public static readonly Text Publish = new("Check and publish", "Перевірити й опублікувати", "Проверить и опубликовать");
    public static readonly Text NoFile = new("Choose a file first.", "Спершу виберіть файл.", "Сначала выберите файл.");
    public static readonly Text TooLarge = new(
        "The file is larger than 16 MB; a configuration is smaller.", "Файл більший за 16 МБ; конфігурація менша.",
        "Файл больше 16 МБ; конфигурация меньше.");
    public static readonly Text Good = new(
        "The document has no errors and can be published.", "Документ без помилок, його можна опублікувати.",
        "Документ без ошибок, его можно опубликовать.");
    public static readonly Text Published = new(
        "Version {0} is published and in force.", "Версію {0} опубліковано, вона діє.", "Версия {0} опубликована и действует.");
    public static readonly Text Stale = new(
        "Version {0} was published while you worked on version {1}. Download it, repeat your change in it, and upload that.",
        "Поки ви працювали з версією {1}, опубліковано версію {0}. Завантажте її, повторіть свою зміну в ній і відправте.",
        "Пока вы работали с версией {1}, опубликована версия {0}. Скачайте её, повторите своё изменение в ней и загрузите.");
    public static readonly PluralText Errors = new(
        new("error; nothing was applied", "errors; nothing was applied"),
        new("помилка; нічого не застосовано", "помилки; нічого не застосовано", "помилок; нічого не застосовано"),
        new("ошибка; ничего не применено", "ошибки; ничего не применено", "ошибок; ничего не применено"));
    public static readonly PluralText Warnings = new(
        new("warning: allowed, but hardly meant", "warnings: allowed, but hardly meant"),
        new("попередження: дозволено, але навряд чи задумано", "попередження: дозволено, але навряд чи задумано",
            "попереджень: дозволено, але навряд чи задумано"),
        new("предупреждение: разрешено, но вряд ли задумано", "предупреждения: разрешено, но вряд ли задумано",
            "предупреждений: разрешено, но вряд ли задумано"));
    public static readonly Text Place = new("Place", "Місце", "Место");
    public static readonly Text Problem = new("Problem", "Проблема", "Проблема");
    public static readonly Text Remedy = new("What would be right", "Як правильно", "Как правильно");

    public static readonly Text Versions = new("Versions", "Версії", "Версии");
    public static readonly Text Author = new("Author", "Автор", "Автор");
    public static readonly Text When = new("Published", "Опубліковано", "Опубликована");
    public static readonly Text VersionsAway = new(
        "The history cannot be reached right now, so the list of versions is missing. The version in force is not affected.",
        "Історія зараз недоступна, тому списку версій немає. На чинну версію це не впливає.",
        "История сейчас недоступна, поэтому списка версий нет. На действующую версию это не влияет.");
    public static readonly Text NoVersions = new("None yet.", "Ще немає.", "Ещё нет.");

    public static readonly Text Name = new("Name", "Назва", "Название");
    public static readonly Text Access = new("Access", "Доступ", "Доступ");
    public static readonly Text Created = new("Created", "Створено", "Создан");
    public static readonly Text KeyId = new("Id", "Ідентифікатор", "Идентификатор");
    public static readonly Text NewKey = new("New key", "Новий ключ", "Новый ключ");
    public static readonly Text KeyNameHelp = new(
        "What it is for, e.g. wallboard in the hall. Stays in history as the author of what the key does.",
        "Для чого він, наприклад: табло в холі. Лишається в історії як автор того, що робить ключ.",
        "Для чего он, например: табло в холле. Остаётся в истории как автор того, что делает ключ.");
    public static readonly Text CreateKey = new("Create the key", "Створити ключ", "Создать ключ");
    public static readonly Text KeyNameNeeded = new(
        "Give the key a name of 1 to 100 characters that can be seen.", "Дайте ключу назву від 1 до 100 видимих символів.",
        "Дайте ключу название от 1 до 100 видимых символов.");
    public static readonly Text KeyCreated = new(
        "The key {0} is made. Copy it now: it is shown only here and only once.",
        "Ключ {0} створено. Скопіюйте його зараз: його показано лише тут і лише раз.",
        "Ключ {0} создан. Скопируйте его сейчас: он показан только здесь и только раз.");
    public static readonly Text Revoke = new("Revoke", "Відкликати", "Отозвать");
    public static readonly Text RevokeSure = new(
        "Revoke the key {0}? Programs that use it are refused from now on.",
        "Відкликати ключ {0}? Програмам, що ним користуються, буде відмовлено.",
        "Отозвать ключ {0}? Программам, которые им пользуются, будет отказано.");
    public static readonly Text Keep = new("Keep it", "Залишити", "Оставить");
    public static readonly Text Revoked = new("The key is revoked.", "Ключ відкликано.", "Ключ отозван.");
    public static readonly Text NoKeys = new(
        "There are no keys yet. Make one for each program, so that each can be revoked by itself.",
        "Ключів ще немає. Створіть окремий для кожної програми, щоб кожен можна було відкликати окремо.",
        "Ключей ещё нет. Создайте отдельный для каждой программы, чтобы каждый можно было отозвать отдельно.");

    public static readonly Text Person = new("Person", "Людина", "Человек");
    public static readonly Text SignInName = new("Sign-in name", "Ім'я для входу", "Имя для входа");
    public static readonly Text Extension = new("Extension", "Внутрішній номер", "Внутренний номер");
    public static readonly Text Password = new("Password", "Пароль", "Пароль");
    public static readonly Text Operator = new("Operator", "Оператор", "Оператор");
    public static readonly Text NoEmail = new(
        "no e-mail in the configuration, so no sign-in", "у конфігурації немає e-mail, тому входу немає",
        "в конфигурации нет e-mail, поэтому входа нет");
    public static readonly Text NewPassword = new("New password", "Новий пароль", "Новый пароль");
    public static readonly Text NewPasswordSure = new(
        "Make a new password for {0}? The old one stops working at once.",
        "Створити новий пароль для {0}? Старий одразу перестане діяти.",
        "Создать новый пароль для {0}? Старый сразу перестанет действовать.");
    public static readonly Text KeepPassword = new("Keep the old one", "Залишити старий", "Оставить старый");
    public static readonly Text PasswordMade = new(
        "The new password of {0}. Copy it now: it is shown only here and only once.",
        "Новий пароль для {0}. Скопіюйте його зараз: його показано лише тут і лише раз.",
        "Новый пароль для {0}. Скопируйте его сейчас: он показан только здесь и только раз.");
    public static readonly Text HasPassword = new("set", "встановлено", "установлен");
    public static readonly Text HasNoPassword = new("none yet", "ще немає", "ещё нет");
    public static readonly Text TokenUntil = new("link until", "посилання до", "ссылка до");
    public static readonly Text Invite = new("Send an invitation", "Надіслати запрошення", "Отправить приглашение");
    public static readonly Text Invited = new(
        "The invitation to {0} is on its way; an earlier one is void.", "Запрошення для {0} в дорозі; попереднє вже не діє.",
        "Приглашение для {0} в пути; прежнее больше не действует.");
    public static readonly Text MakeLink = new("Link to a password", "Посилання на пароль", "Ссылка на пароль");
    public static readonly Text LinkMade = new(
        "By this link {0} chooses a password, once and within 48 hours. It is shown only here; an earlier one is void.",
        "За цим посиланням {0} вибирає пароль, один раз протягом 48 годин. Його показано лише тут; попереднє вже не діє.",
        "По этой ссылке {0} выбирает пароль, один раз в течение 48 часов. Она показана только здесь; прежняя больше не действует.");
    public static readonly Text NoSuchSignIn = new(
        "Nobody signs in as {0} any more.", "Ніхто більше не входить як {0}.", "Никто больше не входит как {0}.");
    public static readonly Text NameOrEmail = new("Name or e-mail", "Ім'я або e-mail", "Имя или e-mail");
    public static readonly Text Search = new("Find", "Знайти", "Найти");
    public static readonly PluralText MorePeople = new(
        new("more person; find him by name", "more people; find them by name"),
        new("людина ще; знайдіть за іменем", "людини ще; знайдіть за іменем", "людей ще; знайдіть за іменем"),
        new("человек ещё; найдите по имени", "человека ещё; найдите по имени", "человек ещё; найдите по имени"));
    public static readonly Text NobodyFound = new(
        "Nobody is called so. Search a part of the name or e-mail.", "Нікого не знайдено. Шукайте за частиною імені або e-mail.",
        "Никого не найдено. Ищите по части имени или e-mail.");

    public static readonly Text RightsTitle = new("Who may do what", "Хто що може", "Кто что может");
    public static readonly Text Right = new("Right", "Право", "Право");
    public static readonly Text May = new("yes", "так", "да");
    public static readonly Text MayNot = new("no", "ні", "нет");
    public static readonly Text RightsHelp = new(
        "A supervisor or analyst can be limited to some departments: then all of this is about their people and calls only.",
        "Супервізора чи аналітика можна обмежити відділами: тоді все це стосується лише їхніх людей і дзвінків.",
        "Супервизора или аналитика можно ограничить отделами: тогда всё это касается только их людей и звонков.");

    public static Text Of(KeyAccess access) => access.IsOperator ? Operator : Of(access.Level);

    public static Text Of(AccessLevel access) => access switch
    {
        AccessLevel.Administrator => ShellTexts.Administrator,
        AccessLevel.Supervisor => ShellTexts.Supervisor,
        AccessLevel.Analyst => ShellTexts.Analyst,
        _ => ShellTexts.Employee,
    };
}
