using CallCenter.Abstractions.Audit;
using CallCenter.Abstractions.Employees;
using CallCenter.Web.Board;
using CallCenter.Web.Languages;

namespace CallCenter.Web.Audit;

/// <summary>
/// Words of the audit log. Sentences begin with who acted; Ukrainian and Russian go on impersonally, because a verb in the past would ask
/// for the person's gender.
/// </summary>
public static class AuditTexts
{
    public static readonly Text Title = new("Audit log", "Журнал дій", "Журнал действий");
    public static readonly Text Introduction = new(
        "Who changed something and who took data out. What people set for themselves is not listed.",
        "Хто щось змінював і хто вивантажував дані. Те, що люди змінюють у себе самих, тут не записано.",
        "Кто что-то менял и кто выгружал данные. То, что люди меняют у себя самих, здесь не записано.");
    public static readonly Text Person = new("Person or key", "Людина або ключ", "Человек или ключ");
    public static readonly Text Everybody = new("Everybody", "Усі", "Все");
    public static readonly Text Kind = new("What", "Дія", "Действие");
    public static readonly Text Everything = new("Everything", "Усі дії", "Все действия");
    public static readonly Text OnlyHis = new("Only what {0} did", "Лише дії: {0}", "Только действия: {0}");
    public static readonly Text Sentence = new("{0} {1}", "{0}: {1}", "{0}: {1}");
    public static readonly Text Somebody = new("Somebody", "Хтось", "Кто-то");
    public static readonly Text ApiKey = new("API key", "ключ API", "ключ API");
    public static readonly Text Program = new("command line", "командний рядок", "командная строка");
    public static readonly Text FromAddress = new("from {0}", "з адреси {0}", "с адреса {0}");
    public static readonly Text FilteredBy = new("Filters: {0}", "Фільтри: {0}", "Фильтры: {0}");
    public static readonly Text Nothing = new(
        "Nothing was done in this period. Choose a longer one above.", "У цьому періоді дій не було. Виберіть вище довший період.",
        "В этом периоде действий не было. Выберите выше более длинный период.");
    public static readonly Text NothingFits = new(
        "Nothing fits these filters. Take one away or choose a longer period.",
        "Ніщо не підходить під ці фільтри. Зніміть один із них або виберіть довший період.",
        "Ничто не подходит под эти фильтры. Снимите один из них или выберите более длинный период.");
    public static readonly Text Away = new(
        "The history cannot be reached right now. Nothing is lost: entries appear here as soon as the database is back.",
        "Історія зараз недоступна. Нічого не губиться: записи з'являться тут, щойно база даних повернеться.",
        "История сейчас недоступна. Ничего не теряется: записи появятся здесь, как только база данных вернётся.");
    public static readonly PluralText Entries = new(
        new("entry", "entries"), new("запис", "записи", "записів"), new("запись", "записи", "записей"));
    public static readonly Text ManyEntries = new("{0}+ entries", "{0}+ записів", "{0}+ записей");
    public static readonly PluralText Times = new(new("time", "times"), new("раз", "рази", "разів"), new("раз", "раза", "раз"));

    private static readonly Text UnknownName = new(
        "tried to sign in with a name that nobody has", "спроба увійти під ім'ям, якого ні в кого немає",
        "попытка войти под именем, которого ни у кого нет");

    private static readonly Dictionary<AuditKind, Text> Acts = new()
    {
        [AuditKind.SignedIn] = new("signed in", "вхід", "вход"),
        [AuditKind.SignInFailed] = new(
            "tried to sign in as {0} with a wrong password", "спроба увійти як {0} з хибним паролем",
            "попытка войти как {0} с неверным паролем"),
        [AuditKind.SignInThrottled] = new(
            "tried to sign in too often and was refused", "надто часті спроби увійти, відмовлено",
            "слишком частые попытки войти, отказано"),
        [AuditKind.SignedOut] = new("signed out", "вихід", "выход"),
        [AuditKind.KeyRefused] = new(
            "called the API with an unknown or revoked key", "звернення до API з невідомим або відкликаним ключем",
            "обращение к API с неизвестным или отозванным ключом"),
        [AuditKind.PasswordSet] = new(
            "set a new password for {0}", "встановлено новий пароль для {0}", "установлен новый пароль для {0}"),
        [AuditKind.KeyMade] = new("made the API key {0} ({1})", "створено ключ API {0} ({1})", "создан ключ API {0} ({1})"),
        [AuditKind.KeyRevoked] = new(
            "revoked the API key {0} ({1})", "відкликано ключ API {0} ({1})", "отозван ключ API {0} ({1})"),
        [AuditKind.ConfigurationPublished] = new(
            "published version {0} of the configuration", "опубліковано версію {0} конфігурації",
            "опубликована версия {0} конфигурации"),
        [AuditKind.AvailabilitySet] = new(
            "set the state of {0} to “{1}”", "змінено стан співробітника {0} на «{1}»",
            "изменено состояние сотрудника {0} на «{1}»"),
        [AuditKind.WrapUpFinished] = new(
            "ended the wrap-up of {0}", "завершено обробку після дзвінка у співробітника {0}",
            "завершена обработка после звонка у сотрудника {0}"),
        [AuditKind.CallEnded] = new("ended the call {0}", "завершено дзвінок {0}", "завершён звонок {0}"),
        [AuditKind.ClientLinked] = new(
            "changed what is known of the client {0}", "змінено дані клієнта {0}", "изменены данные клиента {0}"),
        [AuditKind.ProjectMade] = new("made the project {0}", "створено проєкт {0}", "создан проект {0}"),
        [AuditKind.ProjectSuspended] = new("suspended the project {0}", "призупинено проєкт {0}", "приостановлен проект {0}"),
        [AuditKind.ProjectResumed] = new("resumed the project {0}", "відновлено проєкт {0}", "возобновлён проект {0}"),
        [AuditKind.ProjectRemoved] = new("removed the project {0}", "видалено проєкт {0}", "удалён проект {0}"),
        [AuditKind.Invited] = new("sent an invitation to {0}", "надіслано запрошення для {0}", "отправлено приглашение для {0}"),
        [AuditKind.PasswordLinkMade] = new(
            "made a link by which {0} chooses a password", "створено посилання, за яким {0} вибирає пароль",
            "создана ссылка, по которой {0} выбирает пароль"),
        [AuditKind.PasswordLetterAsked] = new(
            "asked for a new password of {0} by letter", "прохання надіслати листом новий пароль для {0}",
            "просьба прислать письмом новый пароль для {0}"),
        [AuditKind.SecondFactorSet] = new(
            "set up the second factor of {0}", "налаштовано другий фактор для {0}", "настроен второй фактор для {0}"),
        [AuditKind.SecondFactorRemoved] = new(
            "removed the second factor of {0}", "вилучено другий фактор для {0}", "удалён второй фактор для {0}"),
        [AuditKind.RecordingPlayed] = new(
            "listened to conversation {1} of the call {0}", "прослухано розмову {1} дзвінка {0}", "прослушан разговор {1} звонка {0}"),
        [AuditKind.RecordingDownloaded] = new(
            "downloaded the recording of conversation {1} of the call {0}", "завантажено запис розмови {1} дзвінка {0}",
            "скачана запись разговора {1} звонка {0}"),
        [AuditKind.RecordingPaused] = new(
            "paused the recording of the call {0}", "призупинено запис дзвінка {0}", "приостановлена запись звонка {0}"),
        [AuditKind.RecordingResumed] = new(
            "resumed the recording of the call {0}", "відновлено запис дзвінка {0}", "возобновлена запись звонка {0}"),
        [AuditKind.PromptReplaced] = new(
            "put up a sound for the prompt “{0}”", "завантажено звук підказки «{0}»", "загружен звук подсказки «{0}»"),
        [AuditKind.PromptRestored] = new(
            "took away the sound put up for the prompt “{0}”", "прибрано завантажений звук підказки «{0}»",
            "убран загруженный звук подсказки «{0}»"),
        [AuditKind.MessageDone] = new(
            "took care of the message in the call {0}", "опрацьовано повідомлення дзвінка {0}", "обработано сообщение звонка {0}"),
        [AuditKind.CallSupervised] = new(
            "heard the call {0}: {1}", "прослуховування дзвінка {0}: {1}", "прослушивание звонка {0}: {1}"),
        [AuditKind.SupervisionEnded] = new(
            "ended hearing the call {0}{1}", "завершено прослуховування дзвінка {0}{1}", "завершено прослушивание звонка {0}{1}"),
        [AuditKind.CallTakenOver] = new("took over the call {0}{1}", "перебрано дзвінок {0}{1}", "забран звонок {0}{1}"),
        [AuditKind.RecordingsDeleted] = new(
            "deleted recordings older than {1} days", "видалено записи, старші за {1} дн.", "удалены записи старше {1} дн."),
        [AuditKind.CallsExported] = new("exported calls as CSV", "вивантажено дзвінки як CSV", "выгружены звонки как CSV"),
        [AuditKind.CallsRead] = new(
            "read calls through the API", "прочитано дзвінки через API", "прочитаны звонки через API"),
        [AuditKind.ClientsRead] = new(
            "looked clients up through the API", "прочитано дані клієнтів через API", "прочитаны данные клиентов через API"),
        [AuditKind.ConfigurationRead] = new(
            "took out version {0} of the configuration", "вивантажено версію {0} конфігурації", "выгружена версия {0} конфигурации"),
        [AuditKind.AuditRead] = new(
            "read this log through the API", "прочитано цей журнал через API", "прочитан этот журнал через API"),
    };

    private static readonly Dictionary<AuditKind, Text> Kinds = new()
    {
        [AuditKind.SignedIn] = new("Sign-in", "Вхід", "Вход"),
        [AuditKind.SignInFailed] = new("Failed sign-in", "Невдалий вхід", "Неудачный вход"),
        [AuditKind.SignInThrottled] = new("Sign-in refused: too many", "Вхід відхилено: забагато спроб", "Вход отклонён: много попыток"),
        [AuditKind.SignedOut] = new("Sign-out", "Вихід", "Выход"),
        [AuditKind.KeyRefused] = new("API key refused", "Ключ API відхилено", "Ключ API отклонён"),
        [AuditKind.PasswordSet] = new("Password set", "Пароль встановлено", "Пароль установлен"),
        [AuditKind.KeyMade] = new("API key made", "Ключ API створено", "Ключ API создан"),
        [AuditKind.KeyRevoked] = new("API key revoked", "Ключ API відкликано", "Ключ API отозван"),
        [AuditKind.ConfigurationPublished] = new(
            "Configuration published", "Конфігурацію опубліковано", "Конфигурация опубликована"),
        [AuditKind.AvailabilitySet] = new("State of an employee set", "Стан співробітника змінено", "Состояние сотрудника изменено"),
        [AuditKind.WrapUpFinished] = new("Wrap-up ended", "Обробку завершено", "Обработка завершена"),
        [AuditKind.CallEnded] = new("Call ended", "Дзвінок завершено", "Звонок завершён"),
        [AuditKind.ClientLinked] = new("Client changed", "Клієнта змінено", "Клиент изменён"),
        [AuditKind.ProjectMade] = new("made the project {0}", "створено проєкт {0}", "создан проект {0}"),
        [AuditKind.ProjectSuspended] = new("suspended the project {0}", "призупинено проєкт {0}", "приостановлен проект {0}"),
        [AuditKind.ProjectResumed] = new("resumed the project {0}", "відновлено проєкт {0}", "возобновлён проект {0}"),
        [AuditKind.ProjectRemoved] = new("removed the project {0}", "видалено проєкт {0}", "удалён проект {0}"),
        [AuditKind.Invited] = new("Invitation sent", "Запрошення надіслано", "Приглашение отправлено"),
        [AuditKind.PasswordLinkMade] = new("Password link made", "Посилання на пароль створено", "Ссылка на пароль создана"),
        [AuditKind.PasswordLetterAsked] = new(
            "Password forgotten, letter asked for", "Забутий пароль, прохання про лист", "Забытый пароль, просьба о письме"),
        [AuditKind.SecondFactorSet] = new("Second factor set up", "Другий фактор налаштовано", "Второй фактор настроен"),
        [AuditKind.SecondFactorRemoved] = new("Second factor removed", "Другий фактор вилучено", "Второй фактор удалён"),
        [AuditKind.RecordingPlayed] = new("Recording listened to", "Запис прослухано", "Запись прослушана"),
        [AuditKind.RecordingDownloaded] = new("Recording downloaded", "Запис завантажено", "Запись скачана"),
        [AuditKind.RecordingPaused] = new("Recording paused", "Запис призупинено", "Запись приостановлена"),
        [AuditKind.RecordingResumed] = new("Recording resumed", "Запис відновлено", "Запись возобновлена"),
        [AuditKind.PromptReplaced] = new("Prompt put up", "Підказку завантажено", "Подсказка загружена"),
        [AuditKind.PromptRestored] = new("Prompt taken away", "Підказку прибрано", "Подсказка убрана"),
        [AuditKind.MessageDone] = new("Message done", "Повідомлення опрацьовано", "Сообщение обработано"),
        [AuditKind.CallSupervised] = new("Call listened to", "Дзвінок прослуховувався", "Звонок прослушивался"),
        [AuditKind.SupervisionEnded] = new("Listening ended", "Прослуховування завершено", "Прослушивание завершено"),
        [AuditKind.CallTakenOver] = new("Call taken over", "Дзвінок перебрано", "Звонок забран"),
        [AuditKind.RecordingsDeleted] = new("Recordings deleted", "Записи видалено", "Записи удалены"),
        [AuditKind.CallsExported] = new("Calls exported", "Дзвінки вивантажено", "Звонки выгружены"),
        [AuditKind.CallsRead] = new("Calls read (API)", "Дзвінки прочитано (API)", "Звонки прочитаны (API)"),
        [AuditKind.ClientsRead] = new("Clients read (API)", "Клієнтів прочитано (API)", "Клиенты прочитаны (API)"),
        [AuditKind.ConfigurationRead] = new(
            "Configuration taken out", "Конфігурацію вивантажено", "Конфигурация выгружена"),
        [AuditKind.AuditRead] = new("This log read (API)", "Цей журнал прочитано (API)", "Этот журнал прочитан (API)"),
    };

    public static Text Of(AuditKind kind) => Kinds[kind];

    public static Text Act(AuditEntry entry) =>
        entry is { Kind: AuditKind.SignInFailed, Actor.Name: null } ? UnknownName : Acts[entry.Kind];

    public static Text Of(Availability availability) => availability switch
    {
        Availability.Ready => StateTexts.Ready,
        Availability.NotReady => StateTexts.NotReady,
        _ => StateTexts.SignedOut,
    };
}
